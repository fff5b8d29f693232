// Parses a piece of text and shows what came of it, for tests of this room.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "syntax/ast.hpp"

namespace ochre_test {

/// A file, its tree and its findings.
struct Parsed {
  explicit Parsed(std::string text);

  /// "E0020 3:7" for each finding, in the order of the text, separated by ", ".
  std::string findings() const;
  /// The message and help of the only finding.
  std::string said() const;
  std::string dump() const;

  ochrec::base::Sources sources;
  ochrec::base::Diagnostics diagnostics;
  ochrec::ast::File file;
};

/// The members of `model M { … }` as text, one a line.
std::string dump_of_members(const std::string& members);

}  // namespace ochre_test
