// A schema with everything it imports. Reading files is the caller's, through a Loader.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "syntax/ast.hpp"

namespace ochrec::syntax {

/// Why a file cannot be read, in words that follow its name: "does not exist", "is a directory".
struct LoadFailure {
  std::string reason;
};

/// How the front end reaches files. Implemented where the world is (files on disk, an editor's buffers, a
/// test's map).
class Loader {
 public:
  virtual ~Loader() = default;

  /// The one name of the file that `path` means when written in `importer` (a name this function returned, or
  /// empty for the root): equal names are the same file. It is shown in messages. Called for files that may
  /// not exist.
  virtual std::string resolve(std::string_view path, std::string_view importer) = 0;

  /// The bytes of a resolved file.
  virtual std::variant<std::string, LoadFailure> read(const std::string& resolved) = 0;
};

/// Every file once: the root first, then imports in the order they are met, breadth first.
struct Program {
  std::vector<ast::File> files;
  /// Resolved names, parallel to `files`; for dependency files.
  std::vector<std::string> paths;
};

/// Parses the root and what it imports. Cycles are fine. A missing import is reported at the import, and a
/// root that cannot be read at its (empty) file; such a file is left out, so `files` may be empty.
Program load(std::string_view root, Loader& loader, base::Sources& sources, base::Diagnostics& diagnostics);

}  // namespace ochrec::syntax
