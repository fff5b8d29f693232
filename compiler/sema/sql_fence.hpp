// The text of an `sql` fence, cut at its parameters. Knows how SQL quotes and comments; knows nothing else of
// SQL.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ochrec::sema {

enum class TokenKind : unsigned char {
  Parameter,  // `:name`; the text is the name
  Word,       // an unquoted or quoted name; the text is the name
  String,     // the text is what stands between the quotes
  Number
};

struct SqlToken {
  TokenKind kind = TokenKind::Word;
  std::size_t begin = 0;  // in the fence's text, with colon and quotes
  std::size_t end = 0;
  std::string_view text;
};

struct SqlScan {
  std::vector<SqlToken> tokens;
  std::optional<std::size_t> unclosed;  // where a quote or comment begins that does not end
};

/// Finds parameters outside strings, quoted names and comments; `::` is a cast. Strings may be dollar-quoted.
SqlScan scan_sql(std::string_view sql);

}  // namespace ochrec::sema
