// What the tests of columns that are kept as text share: moments, uuids, and a database that another program
// made.
#pragma once

#include <sqlite3.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "texts/models.hpp"

namespace texts_test {

inline ochre::Timestamp moment(int year, unsigned month, unsigned day, int hour = 0, int minute = 0,
                               std::int64_t micros = 0) {
  using namespace std::chrono;
  return sys_days(std::chrono::year(year) / month / day) + hours(hour) + minutes(minute) +
         microseconds(micros);
}

inline ochre::DateTime local(int year, unsigned month, unsigned day, int hour = 0, int minute = 0) {
  return ochre::DateTime(moment(year, month, day, hour, minute).time_since_epoch());
}

inline ochre::Date day(int year, unsigned month, unsigned day) {
  return std::chrono::year(year) / month / day;
}

inline ochre::Uuid uuid(const char* text) {
  ochre::Uuid uuid;
  if (!from_string(text, uuid)) throw std::invalid_argument(text);
  return uuid;
}

inline const ochre::Uuid ada = uuid("00112233-4455-6677-8899-aabbccddeeff");
inline const ochre::Uuid bob = uuid("1f112233-4455-6677-8899-aabbccddeeff");

/// A file that goes with the test, and what another program does with it.
class File {
 public:
  File() {
    static int used = 0;
    path_ = (std::filesystem::temp_directory_path() /
             ("ochre-texts-" + std::to_string(getpid()) + "-" + std::to_string(used++) + ".db"))
                .string();
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + suffix);
  }

  std::string url() const { return "sqlite:" + path_; }

  /// Runs SQL; the values of its rows, separated by `|` and spaces.
  std::string run(const std::string& sql) const {
    sqlite3* handle = nullptr;
    std::string out;
    const auto append = [](void* rows, int count, char** values, char**) {
      auto& text = *static_cast<std::string*>(rows);
      for (int at = 0; at < count; ++at)
        text += (text.empty() ? "" : at == 0 ? " " : "|") + std::string(values[at] ? values[at] : "null");
      return 0;
    };
    sqlite3_open(path_.c_str(), &handle);
    const int code = sqlite3_exec(handle, sql.c_str(), append, &out, nullptr);
    const std::string message = sqlite3_errmsg(handle);
    sqlite3_close(handle);
    if (code != SQLITE_OK) throw std::runtime_error(message);
    return out;
  }

 private:
  std::string path_;
};

}  // namespace texts_test
