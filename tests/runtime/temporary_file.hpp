// A path for a database file of a test, in a folder of its own that takes what SQLite puts beside it along.
#pragma once

#include <string>

#include "core/driver.hpp"
#include "ochre/driver/sqlite.hpp"
#include "support/temporary_folder.hpp"

namespace ochre_test {

class TemporaryFile {
 public:
  const std::string& path() const { return path_; }
  std::string url() const { return "sqlite:" + path_; }

  /// Runs SQL on a connection of its own, as another program would.
  void execute(const std::string& sql) const { ochre::sqlite::driver().connect(url(), {})->execute(sql); }

 private:
  TemporaryFolder folder_;
  std::string path_ = (folder_.path() / "test.db").string();
};

}  // namespace ochre_test
