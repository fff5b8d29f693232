// Columns: type, default, generation.
#pragma once

#include "lower/scope.hpp"

namespace ochrec::lower {

/// The `index`th column of the scope's model. Its checks are not part of it.
sql::Column lower_column(const Scope& scope, std::uint32_t index);

}  // namespace ochrec::lower
