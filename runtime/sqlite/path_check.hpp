// What is wrong with a path, said before SQLite answers "unable to open database file" to all of it.
#pragma once

#include "sqlite/url.hpp"

namespace ochre::sqlite {

/// Throws BadUrl when no database can be at the path: the directory is missing, it is a directory itself, the
/// file is missing and may not be created, or permission is lacking; ReadOnly when it may be read but not
/// written.
void check_path(const Location& location);

/// SQLite could not open a file: throws when that is because it may not create its own files beside the
/// database.
void explain_unreadable(const Location& location);

[[noreturn]] void refuse_read_only_file(const Location& location);

}  // namespace ochre::sqlite
