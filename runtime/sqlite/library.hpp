// SQLite's process-wide settings. Connections have theirs in open.hpp.
#pragma once

namespace ochre::sqlite {

/// Prepares the library for use, once per process; later calls cost nothing. Thread-safe. When the program
/// has used SQLite before, its process-wide settings stay as they are. Throws Unsupported for a library built
/// without threads.
void start_library();

}  // namespace ochre::sqlite
