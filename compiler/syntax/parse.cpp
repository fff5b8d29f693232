#include "syntax/parse.hpp"

#include <algorithm>

#include "syntax/codes.hpp"
#include "syntax/file_parser.hpp"
#include "syntax/lex.hpp"
#include "syntax/utf8.hpp"

namespace ochrec::syntax {
namespace {

constexpr std::size_t largest_file = std::size_t{64} << 20U;

base::Span byte_at(const base::SourceFile& source, std::size_t offset) {
  const auto begin = static_cast<std::uint32_t>(offset);
  return {source.id(), begin, begin + 1};
}

/// Whether this is text that can be cut into tokens; says why not.
bool is_schema_text(const base::SourceFile& source, base::Diagnostics& diagnostics) {
  const std::string_view text = source.text();
  if (text.size() > largest_file) {
    diagnostics.report(file_too_large, {source.id(), 0, 0}, "this file is larger than 64 MB")
        .with_help("split the schema and `import` the parts");
    return false;
  }
  const std::size_t null = text.find('\0');
  if (null != std::string_view::npos) {
    diagnostics
        .report(null_character, byte_at(source, null),
                "the character U+0000 stands here, as in a binary file")
        .with_help("a schema is UTF-8 text");
    return false;
  }
  const std::size_t bad = find_bad_utf8(text);
  if (bad != std::string_view::npos) {
    diagnostics.report(not_utf8, byte_at(source, bad), "this is not UTF-8 text")
        .with_help("save the file as UTF-8");
    return false;
  }
  return true;
}

}  // namespace

ast::File parse(const base::SourceFile& source, base::Diagnostics& diagnostics) {
  ast::File unread;
  unread.id = source.id();
  unread.incomplete = true;
  if (!is_schema_text(source, diagnostics)) return unread;
  Tokens tokens = lex(source, diagnostics);
  if (tokens.tokens.size() > token_limit)
    return unread;  // a tree of the part that was read would help nobody
  ast::File file = FileParser(source, tokens, diagnostics).run();
  file.comments = std::move(tokens.comments);
  return file;
}

}  // namespace ochrec::syntax
