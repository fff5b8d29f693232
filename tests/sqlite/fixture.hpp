// What the tests of the SQLite driver share: a directory that goes away, connections to files in it, rows as
// text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/driver.hpp"
#include "support/temporary_folder.hpp"

namespace ochre_sqlite_test {

/// A fresh directory and the files in it.
class TemporaryDirectory {
 public:
  std::string path() const { return folder_.path().string(); }
  std::string file(std::string_view name = "test.db") const { return (folder_.path() / name).string(); }
  std::string url(std::string_view name = "test.db") const { return "sqlite:" + file(name); }

 private:
  ochre_test::TemporaryFolder folder_;
};

using Connection = std::unique_ptr<ochre::Connection>;
/// The cells of one row: NULL, numbers as SQLite prints them, text as it is, bytes as x'..'.
using Cells = std::vector<std::string>;

Connection connect(const std::string& url, const ochre::ConnectOptions& options = {});
Connection connect_memory();

/// All rows of a query with that many result columns.
std::vector<Cells> rows(ochre::Connection& connection, std::size_t columns, std::string_view sql,
                        const ochre::Values& values = {});
/// The only cell of the only row.
std::string cell(ochre::Connection& connection, std::string_view sql, const ochre::Values& values = {});
std::int64_t run(ochre::Connection& connection, std::string_view sql, const ochre::Values& values = {});

/// One parameter of the given type. Text is borrowed.
ochre::Values text(std::string_view value);
ochre::Values integer(std::int64_t value);
ochre::Values real(double value);
ochre::Values bytes(std::string_view value);
ochre::Values null();
ochre::Values integers(const std::vector<std::int64_t>& list);

void write_file(const std::string& path, std::string_view content);
std::string read_file(const std::string& path);
bool file_exists(const std::string& path);

/// Runs `work` in a process of its own; it must kill that process.
void run_apart(void (*work)(const std::string& url), const std::string& url);
/// Runs `work` as a user without privileges and returns what it returned; empty when that user cannot be had.
std::string run_unprivileged(std::string (*work)(const std::string& path),
                             const TemporaryDirectory& directory);

}  // namespace ochre_sqlite_test
