// Opens a database the way Ochre uses it, and explains why one cannot be opened.
#pragma once

#include "sqlite/handle.hpp"
#include "sqlite/lock_wait.hpp"
#include "sqlite/url.hpp"

namespace ochre::sqlite {

/// Opens `location` without SQLite's own mutexes (a connection belongs to one thread at a time) and puts the
/// settings of the location into force. `wait` must outlive the handle. Throws BadUrl for a path that cannot
/// be, ReadOnly for a file that should be writable and is not, Corrupt for something else than a database,
/// Unsupported for a text encoding other than UTF-8 or a file system without WAL, Busy for a database that is
/// locked all the time.
DatabaseHandle open_database(const Location& location, LockWait& wait);

}  // namespace ochre::sqlite
