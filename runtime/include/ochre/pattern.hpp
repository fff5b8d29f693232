// Regular expressions of @pattern, in RE2's syntax (https://github.com/google/re2/wiki/Syntax), matched
// against the whole text in time linear in its length. Link Ochre::pattern; schemas without @pattern do not
// need it.
#pragma once

#include <string_view>

namespace ochre {

/// A compiled expression. Immutable and thread-safe; generated code makes each one once.
class Pattern {
 public:
  /// Throws ValidationFailed when `expression` is not valid; the compiler has checked those of a schema.
  explicit Pattern(std::string_view expression);
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;
  ~Pattern();

  /// Whether the whole text matches. Text that is not UTF-8 never does.
  bool matches(std::string_view text) const;

 private:
  struct Compiled;
  Compiled* compiled_;  // owned; a plain pointer keeps <memory> out of users' files
};

}  // namespace ochre
