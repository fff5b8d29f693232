// SQLite URLs: "sqlite:path?option=value&option=value" and "sqlite::memory:". Text to settings; opening is
// open.hpp's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ochre::sqlite {

/// What may happen to the file.
enum class Access : std::uint8_t {
  Create,     ///< read and write, created when missing
  Existing,   ///< read and write, must exist
  ReadOnly,   ///< must exist
  Immutable,  ///< read only, and nobody writes it: no locks, no WAL files; for read-only media
};

/// Where a database is and how to treat it. Options:
///   mode=rwc|rw|ro|immutable     default rwc
///   busy_timeout=MILLISECONDS    how long to wait for locks of other connections
///   cache=SIZE                   page cache per connection: bytes, or with suffix KB, MB or GB (powers of
///   1024) mmap=SIZE                    how much of the file to read through memory mapping; default 0
///   page_size=BYTES              of a new file: a power of two from 512 to 65536; default 8192
///   journal=wal|delete|truncate  default wal; the others serve file systems without shared memory
///   synchronous=off|normal|full|extra   default normal: after a power failure the last commits may be
///   missing, the
///                                file is intact (https://www.sqlite.org/pragma.html#pragma_synchronous)
///   secure_delete=on|off|fast    default fast: deleted content is zeroed where that costs no extra writing
/// In the path, %XX stands for a byte, so %3F for `?` and %25 for `%`.
struct Location {
  std::string path;  ///< decoded; ":memory:" when in_memory
  bool in_memory = false;
  Access access = Access::Create;
  std::int64_t busy_timeout = -1;  ///< milliseconds; -1 when the URL does not say
  std::int64_t cache_bytes = -1;   ///< -1 when the URL does not say
  std::int64_t mmap_bytes = 0;
  std::int64_t page_size = 8192;
  std::string_view journal = "wal";
  std::string_view synchronous = "normal";
  std::string_view secure_delete = "fast";
};

bool has_scheme(std::string_view url);

/// Throws BadUrl, saying what is wrong and what would be right.
Location parse_url(std::string_view url);

}  // namespace ochre::sqlite
