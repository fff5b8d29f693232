// Which `///` comments belong to what. A comment alone on its line documents what follows; one behind code,
// the thing that code is part of.
#pragma once

#include <cstddef>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "syntax/ast_names.hpp"
#include "syntax/token.hpp"

namespace ochrec::syntax {

class Docs {
 public:
  Docs(const std::vector<DocLine>& lines, const base::SourceFile& source);

  /// What documents the thing made of the tokens `first` up to, not including, `last`.
  ast::Doc take(std::size_t first, std::size_t last);

  /// Comments inside unreadable text are nobody's, and nobody's fault.
  void forget(std::size_t first, std::size_t last);

  /// Warns about comments that nothing took, a few of them: they are rarely the point.
  void report_dangling(base::Diagnostics& diagnostics) const;

 private:
  void add(std::size_t line, ast::Doc& doc);
  std::size_t first_at_or_after(std::size_t token) const;

  const std::vector<DocLine>& lines_;
  const base::SourceFile& source_;
  std::vector<bool> taken_;
};

}  // namespace ochrec::syntax
