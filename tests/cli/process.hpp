// Runs the real `ochre` in a directory of its own and keeps what it said.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/temporary_folder.hpp"

namespace ochre_test {

struct Outcome {
  int code = -1;  // exit code; 128 + n when signal n ended it
  std::string out;
  std::string err;
  double seconds = 0;    // of processor time: other programs do not count
  double megabytes = 0;  // at the most
};

/// A temporary directory with files, removed at the end. Paths are relative to it.
class Workspace {
 public:
  const std::filesystem::path& path() const { return folder_.path(); }
  void write(const std::string& name, std::string_view text) const;
  std::string read(const std::string& name) const;
  bool exists(const std::string& name) const { return std::filesystem::exists(path() / name); }
  /// Every regular file below `name`, with its text.
  std::map<std::string, std::string> files(const std::string& name) const;

  /// `largest_file` is the file size limit of the process in bytes, 0 for none: the way a full disk looks to
  /// it.
  Outcome ochre(const std::vector<std::string>& arguments, std::string_view input = {},
                std::size_t largest_file = 0) const;
  /// `script` run by sh in the workspace, with `$OCHRE` naming the program.
  Outcome shell(const std::string& script) const;

 private:
  TemporaryFolder folder_;
};

/// A small schema that everything accepts.
extern const std::string_view small_schema;

}  // namespace ochre_test
