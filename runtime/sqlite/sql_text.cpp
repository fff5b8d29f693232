#include "sqlite/sql_text.hpp"

#include <algorithm>

namespace ochre::sqlite {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Where a quoted token that starts at `at` ends; a doubled quote stands for itself, an open one ends with
/// the text.
std::size_t end_of_quoted(std::string_view sql, std::size_t at) {
  const char close = sql[at] == '[' ? ']' : sql[at];
  for (++at; at < sql.size(); ++at) {
    if (sql[at] != close) continue;
    const bool doubled = close != ']' && at + 1 < sql.size() && sql[at + 1] == close;
    if (!doubled) return at + 1;
    ++at;
  }
  return sql.size();
}

/// Where white space or a comment that starts at `at` ends; `at` itself when there is neither.
std::size_t end_of_blank(std::string_view sql, std::size_t at) {
  if (is_space(sql[at])) return at + 1;
  if (sql.substr(at, 2) == "--") return std::min(sql.find('\n', at), sql.size());
  if (sql.substr(at, 2) != "/*") return at;
  const std::size_t close = sql.find("*/", at + 2);
  return close == std::string_view::npos ? sql.size() : close + 2;
}

std::string unquoted(std::string_view text) {
  const char close = text.back();
  std::string out;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    out += text[i];
    if (text[i] == close && close != ']') ++i;
  }
  return out;
}

SqlToken token_at(std::string_view sql, std::size_t at) {
  SqlToken token;
  const char c = sql[at];
  if (c == '\'') {
    token.text = sql.substr(at, end_of_quoted(sql, at) - at);
    token.normal = token.text;
  } else if (c == '"' || c == '`' || c == '[') {
    token.text = sql.substr(at, end_of_quoted(sql, at) - at);
    token.normal = lower_case(unquoted(token.text));
  } else if (is_word(c)) {
    std::size_t end = at;
    while (end < sql.size() && is_word(sql[end])) ++end;
    token.text = sql.substr(at, end - at);
    token.normal = lower_case(token.text);
    token.bare = true;
  } else {
    token.text = sql.substr(at, 1);
    token.normal = token.text;
  }
  return token;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = is_space(c);
    if (!space || (!out.empty() && out.back() != ' ')) out += space ? ' ' : c;
  }
  return out;
}

using Tokens = std::vector<SqlToken>;

/// Walks over the tokens of a CREATE TABLE and collects what TableText wants.
class TableTextReader {
 public:
  explicit TableTextReader(std::string_view sql) : sql_(sql), tokens_(sql_tokens(sql)) {}

  TableText read();

 private:
  struct Bracketed {
    std::string normal;
    std::string text;
  };

  bool keyword(std::size_t at, std::string_view word) const {
    return at < tokens_.size() && tokens_[at].bare && tokens_[at].normal == word;
  }
  /// Inside the brackets of which the token at `open` is the first.
  Bracketed bracketed(std::size_t open) const;
  bool deferred(std::size_t references) const;

  std::string_view sql_;
  Tokens tokens_;
};

TableText TableTextReader::read() {
  TableText out;
  bool starts_member = false;
  std::string member;  // the first word of the column or constraint we are in
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const SqlToken& token = tokens_[i];
    const bool separator = (token.text == "(" && token.depth == 0) || (token.text == "," && token.depth == 1);
    if (separator) {
      starts_member = true;
      continue;
    }
    if (starts_member) member = token.normal;
    starts_member = false;
    if (token.depth != 1 || !token.bare || i + 1 == tokens_.size()) continue;
    const bool opens = tokens_[i + 1].text == "(";
    if (token.normal == "check" && opens) {
      Bracketed inside = bracketed(i + 1);
      const bool named = i >= 2 && keyword(i - 2, "constraint");
      out.checks.push_back(
          {named ? tokens_[i - 1].normal : "", std::move(inside.normal), std::move(inside.text)});
    } else if (token.normal == "as" && opens) {
      Bracketed inside = bracketed(i + 1);
      out.generated.push_back({member, std::move(inside.normal), std::move(inside.text)});
    } else if (token.normal == "references") {
      out.deferred_keys.push_back(deferred(i));
    }
  }
  return out;
}

TableTextReader::Bracketed TableTextReader::bracketed(std::size_t open) const {
  Bracketed out;
  std::size_t at = open + 1;
  const char* begin = tokens_[open].text.data() + 1;
  for (; at < tokens_.size() && tokens_[at].depth > tokens_[open].depth; ++at) {
    out.normal += (out.normal.empty() ? "" : " ") + tokens_[at].normal;
  }
  const char* end = at < tokens_.size() ? tokens_[at].text.data() : sql_.data() + sql_.size();
  out.text = one_line(std::string_view(begin, static_cast<std::size_t>(end - begin)));
  return out;
}

bool TableTextReader::deferred(std::size_t references) const {
  for (std::size_t i = references + 1; i < tokens_.size(); ++i) {
    const SqlToken& token = tokens_[i];
    if (token.depth == 0 || (token.depth == 1 && token.text == ",")) return false;
    if (keyword(i, "initially") && keyword(i + 1, "deferred")) return !keyword(i - 2, "not");
  }
  return false;
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::vector<SqlToken> sql_tokens(std::string_view sql) {
  Tokens tokens;
  int depth = 0;
  for (std::size_t at = 0; at < sql.size();) {
    if (const std::size_t blank = end_of_blank(sql, at); blank != at) {
      at = blank;
      continue;
    }
    SqlToken token = token_at(sql, at);
    if (token.text == ")") --depth;
    token.depth = depth;
    if (token.text == "(") ++depth;
    at += token.text.size();
    tokens.push_back(std::move(token));
  }
  return tokens;
}

std::string normal_sql(std::string_view sql) {
  std::string out;
  for (const SqlToken& token : sql_tokens(sql)) out += (out.empty() ? "" : " ") + token.normal;
  return out;
}

TableText read_table_text(std::string_view create_table) { return TableTextReader(create_table).read(); }

}  // namespace ochre::sqlite
