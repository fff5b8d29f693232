// Models by name, where attributes, policies and queries name one.
#pragma once

#include <optional>

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Reports a name that is no model's.
std::optional<model::ModelId> model_is_declared(Analysis& analysis, const ast::Name& name);

}  // namespace ochrec::sema
