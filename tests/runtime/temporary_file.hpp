// A path for a database file of a test, removed at the end with what SQLite puts beside it.
#pragma once

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>

#include "core/driver.hpp"
#include "ochre/driver/sqlite.hpp"

namespace ochre_test {

class TemporaryFile {
 public:
  TemporaryFile() {
    static std::atomic<int> used{0};
    const std::string name = "ochre-test-" + std::to_string(getpid()) + "-" + std::to_string(used++) + ".db";
    path_ = (std::filesystem::temp_directory_path() / name).string();
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + suffix);
  }

  const std::string& path() const { return path_; }
  std::string url() const { return "sqlite:" + path_; }

  /// Runs SQL on a connection of its own, as another program would.
  void execute(const std::string& sql) const { ochre::sqlite::driver().connect(url(), {})->execute(sql); }

 private:
  std::string path_;
};

}  // namespace ochre_test
