// Databases by name, for programs that open several and use them far from where they are opened. Optional:
// nothing else in Ochre looks here. The names belong to the process; a lock guards them, so look a database
// up once and keep the handle rather than once a query.
#pragma once

#include <string_view>

#include "ochre/database.hpp"

namespace ochre {

/// Keeps a handle of the database under a name until forget_database() or the end of the process, and its
/// connections open as long; another database of that name is replaced. Thread-safe, as all of these are.
void name_database(std::string_view name, const Database& database);

/// A handle of the database of that name. Throws Error, listing the names there are, when there is none.
Database database_named(std::string_view name);

/// Lets go of a name. False when there was none. Handles that others have stay good.
bool forget_database(std::string_view name);

}  // namespace ochre
