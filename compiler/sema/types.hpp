// What a type in the source means: a value, or one side of a relation.
#pragma once

#include <optional>
#include <string>

#include "sema/analysis.hpp"

namespace ochrec::sema {

struct TypeMeaning {
  Shape shape = Shape::Poisoned;
  model::Type type;                    // Value
  std::optional<std::uint32_t> alias;  // Value of a named type
  model::ModelId target{};             // ToOne, OtherSide, List: `optional` and `array` are in the syntax
  const ast::Name* named = nullptr;    // OtherSide: the relation
};

/// Reports what cannot be resolved.
TypeMeaning meaning_of(Analysis& analysis, const ast::Type& written);

/// For places that hold values only, such as parameters; `what` says whose type it is: "a parameter".
std::optional<TypeMeaning> value_meaning(Analysis& analysis, const ast::Type& written, base::Code law,
                                         std::string_view what);

/// As the user would write it: `string(40)`, `decimal(12, 2)?`, `Role[]`.
std::string spelled(const Analysis& analysis, const model::Type& type);

/// The name of a scalar: `int64`.
std::string_view scalar_name(model::Scalar scalar);

}  // namespace ochrec::sema
