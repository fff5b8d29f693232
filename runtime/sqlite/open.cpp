#include "sqlite/open.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <limits>
#include <string>
#include <thread>

#include "ochre/errors.hpp"
#include "sqlite/failure.hpp"
#include "sqlite/glob_function.hpp"
#include "sqlite/library.hpp"
#include "sqlite/list_table.hpp"
#include "sqlite/number_functions.hpp"
#include "sqlite/path_check.hpp"
#include "sqlite/script.hpp"
#include "sqlite/text_functions.hpp"

namespace ochre::sqlite {
namespace {

bool writes(const Location& location) {
  return location.access == Access::Create || location.access == Access::Existing;
}

int open_flags(const Location& location) {
  constexpr int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI;
  if (!writes(location)) return common | SQLITE_OPEN_READONLY;
  return common | SQLITE_OPEN_READWRITE | (location.access == Access::Create ? SQLITE_OPEN_CREATE : 0);
}

/// SQLite's own name for the file. Immutability can only be asked for in a URI.
/// https://www.sqlite.org/uri.html
std::string file_name(const Location& location) {
  if (location.access != Access::Immutable) return location.path;
  constexpr std::string_view digits = "0123456789abcdef";
  std::string uri = "file:";
  for (const char c : location.path) {
    const bool special = c == '?' || c == '#' || c == '%';
    if (special) (uri += '%') += digits[static_cast<unsigned char>(c) >> 4U];
    uri += special ? digits[static_cast<unsigned char>(c) & 15U] : c;
  }
  return uri + "?immutable=1";
}

/// Settings that make mistakes loud: a misspelt quoted name is an error, not a string. The schema stays
/// trusted, because SQLite 3.40 counts json_valid, which our own CHECKs call, among what an untrusted one may
/// not use. https://www.sqlite.org/c3ref/c_dbconfig_defensive.html
void configure(sqlite3* database) {
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
}

void refuse_other_encodings(sqlite3* database, const Location& location) {
  const std::string encoding = query_text(database, "pragma encoding");
  if (encoding == "UTF-8") return;
  throw Unsupported("The database '" + location.path + "' stores text as " + encoding +
                    "; Ochre reads UTF-8. Copy it into a new file with sqlite3's .dump command.");
}

/// Two connections that switch one new file to WAL at the same time get SQLITE_BUSY at once, whatever their
/// patience.
void set_journal(sqlite3* database, const Location& location, std::int64_t timeout) {
  using namespace std::chrono;
  if (query_text(database, "pragma journal_mode") == location.journal) return;
  const std::string sql = "pragma journal_mode=" + std::string(location.journal);
  const auto deadline = steady_clock::now() + milliseconds(timeout);
  std::string mode;
  while (true) {
    try {
      mode = query_text(database, sql);
      break;
    } catch (const Busy&) {
      if (steady_clock::now() >= deadline) throw;
      std::this_thread::sleep_for(milliseconds(1));
    }
  }
  if (mode == location.journal) return;
  throw Unsupported("The database '" + location.path + "' cannot use the journal mode " +
                    std::string(location.journal) + ": SQLite chose " + mode +
                    ". A file system without shared memory needs ?journal=delete.");
}

void set(sqlite3* database, std::string_view pragma, std::string_view value) {
  run_script(database, "pragma " + std::string(pragma) + "=" + std::string(value));
}

std::int64_t page_size_of(sqlite3* database) {
  return std::strtoll(query_text(database, "pragma page_size").c_str(), nullptr, 10);
}

void tune(sqlite3* database, const Location& location, std::int64_t timeout) {
  constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
  const std::int64_t cache_kibibytes = std::clamp<std::int64_t>(location.cache_bytes >> 10, 1, most);
  set(database, "cache_size", std::to_string(-cache_kibibytes));  // negative: KiB instead of pages
  set(database, "secure_delete", location.secure_delete);
  if (location.in_memory) {
    set(database, "page_size", std::to_string(location.page_size));
    return;
  }
  set(database, "mmap_size", std::to_string(location.mmap_bytes));
  if (!writes(location)) return;
  if (query_text(database, "pragma page_count") == "0") {
    set(database, "page_size", std::to_string(location.page_size));
  }
  set_journal(database, location, timeout);
  set(database, "synchronous", location.synchronous);
  set(database, "journal_size_limit", "67108864");  // a WAL that one huge transaction blew up shrinks again
  // SQLite copies the WAL into the database each 1000 pages, which costs more than writing it. Pages that are
  // written again before that are copied once, so it may grow to the size of the cache.
  constexpr std::int64_t largest_wal = 32 << 20;
  set(database, "wal_autocheckpoint", std::to_string(largest_wal / page_size_of(database)));
}

}  // namespace

DatabaseHandle open_database(const Location& location, LockWait& wait) {
  start_library();
  if (!location.in_memory) check_path(location);
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(file_name(location).c_str(), &opened, open_flags(location), nullptr);
  DatabaseHandle database(opened);
  if (!opened) throw std::bad_alloc();
  if (code != SQLITE_OK) throw_failure(opened, code, {});

  wait.install(opened);
  configure(opened);
  check(opened, add_list_table(opened));
  check(opened, add_glob_function(opened));
  check(opened, add_number_functions(opened));
  check(opened, add_text_functions(opened));
  try {
    tune(opened, location, wait.timeout());
    refuse_other_encodings(opened, location);
  } catch (const ConnectionLost&) {
    explain_unreadable(location);  // throws when the path tells more than SQLite
    throw;
  } catch (const ReadOnly&) {
    explain_unreadable(location);
    throw;
  }
  if (writes(location) && sqlite3_db_readonly(opened, "main") == 1) refuse_read_only_file(location);
  return database;
}

}  // namespace ochre::sqlite
