// Databases by the names that schemas call them.
#pragma once

#include <optional>

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Reports a name that is no database's.
std::optional<model::Database> database_is_known(Analysis& analysis, const ast::Name& name);

}  // namespace ochrec::sema
