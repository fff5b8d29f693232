// Constants as written, to values of a type that is known: bounds of rules, defaults, operands.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// A number with its sign: `-12.5`.
struct WrittenNumber {
  std::string_view digits;
  bool negative = false;
  bool has_point = false;
};

/// Nothing when the expression is no number literal. A literal in `decimal("…")` counts.
std::optional<WrittenNumber> as_number(const ast::Expression& written);

/// The number in a numeric type. Reports one that does not fit, at `span`; the caller has ruled out a
/// fraction for integers.
std::optional<model::Value> number_as(Analysis& analysis, base::Span span, const WrittenNumber& number,
                                      const model::Type& type);

/// `date("2026-01-31")` and its like as a typed constant. Reports unknown types and wrong forms. A decimal
/// has just the digits it is written with.
std::optional<model::Expr> typed_literal(Analysis& analysis, const ast::TypedLiteral& literal,
                                         base::Span span);

/// A literal that must be of the type, as the bound of a rule is. Reports anything else under `law`,
/// beginning with `what`: "a bound of `age`".
std::optional<model::Value> literal_as(Analysis& analysis, const ast::Expression& written,
                                       const model::Type& type, base::Code law, std::string_view what);

/// The index of an enum's value; nothing when it has none of that name.
std::optional<std::int64_t> enumerator_index(const model::Enum& of, std::string_view name);

}  // namespace ochrec::sema
