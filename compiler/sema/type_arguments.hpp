// `string(120)`, `decimal(12, 2)`, `json<Address>`: what may stand behind a type's name.
#pragma once

#include <optional>

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// The scalar with its arguments, without `[]` and `?`. Reports wrong arguments.
std::optional<model::Type> scalar_type(Analysis& analysis, const ast::Type& written, model::Scalar which);

/// For declared types, which take none. Returns whether it is so.
bool takes_no_arguments(Analysis& analysis, const ast::Type& written);

}  // namespace ochrec::sema
