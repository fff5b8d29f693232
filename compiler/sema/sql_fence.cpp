#include "sema/sql_fence.hpp"

namespace ochrec::sema {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool starts_name(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_' ||
         static_cast<unsigned char>(letter) >= 0x80;
}
bool continues_name(char letter) { return starts_name(letter) || is_digit(letter); }

class Scanner {
 public:
  explicit Scanner(std::string_view sql) : sql_(sql) {}

  SqlScan scan() {
    while (at_ < sql_.size() && !out_.unclosed) step();
    return std::move(out_);
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < sql_.size() ? sql_[at_ + ahead] : '\0'; }

  void step() {
    const char letter = peek();
    if (letter == '-' && peek(1) == '-')
      line_comment();
    else if (letter == '/' && peek(1) == '*')
      block_comment();
    else if (letter == '\'')
      quoted('\'', TokenKind::String);
    else if (letter == '"' || letter == '`')
      quoted(letter, TokenKind::Word);
    else if (letter == '$' && !(at_ > 0 && continues_name(sql_[at_ - 1])))
      dollar_quoted();
    else if (letter == ':')
      colon();
    else if (starts_name(letter))
      name(TokenKind::Word, 0);
    else if (is_digit(letter))
      number();
    else
      ++at_;
  }

  void add(TokenKind kind, std::size_t begin, std::size_t inner_begin, std::size_t inner_end) {
    out_.tokens.push_back({kind, begin, at_, sql_.substr(inner_begin, inner_end - inner_begin)});
  }

  void line_comment() {
    const std::size_t end = sql_.find('\n', at_);
    at_ = end == std::string_view::npos ? sql_.size() : end;
  }

  // PostgreSQL nests them; a text that means the same in both databases has none inside another.
  void block_comment() {
    const std::size_t begin = at_;
    std::size_t depth = 0;
    while (at_ < sql_.size()) {
      if (peek() == '/' && peek(1) == '*') {
        ++depth;
        at_ += 2;
      } else if (peek() == '*' && peek(1) == '/') {
        at_ += 2;
        if (--depth == 0) return;
      } else {
        ++at_;
      }
    }
    out_.unclosed = begin;
  }

  // A doubled quote stands for itself; in E'…' so does one behind a backslash.
  void quoted(char quote, TokenKind kind) {
    const bool escapes = quote == '\'' && at_ > 0 && (sql_[at_ - 1] == 'e' || sql_[at_ - 1] == 'E') &&
                         !(at_ > 1 && continues_name(sql_[at_ - 2]));
    const std::size_t begin = at_++;
    for (; at_ < sql_.size(); ++at_) {
      if (escapes && peek() == '\\') {
        ++at_;
      } else if (peek() == quote) {
        if (peek(1) != quote) {
          ++at_;
          add(kind, begin, begin + 1, at_ - 1);
          return;
        }
        ++at_;
      }
    }
    out_.unclosed = begin;
  }

  // `$$…$$` or `$tag$…$tag$`.
  void dollar_quoted() {
    const std::size_t begin = at_;
    std::size_t end = at_ + 1;
    while (end < sql_.size() && continues_name(sql_[end])) ++end;
    const bool opens = end < sql_.size() && sql_[end] == '$' && !is_digit(peek(1));
    if (!opens) {
      ++at_;
      return;
    }
    const std::string_view tag = sql_.substr(begin, end - begin + 1);
    const std::size_t close = sql_.find(tag, end + 1);
    if (close == std::string_view::npos) {
      out_.unclosed = begin;
      return;
    }
    at_ = close + tag.size();
    add(TokenKind::String, begin, end + 1, close);
  }

  void colon() {
    if (peek(1) == ':' || peek(1) == '=') {
      at_ += 2;
    } else if (starts_name(peek(1))) {
      name(TokenKind::Parameter, 1);
    } else {
      ++at_;
    }
  }

  void name(TokenKind kind, std::size_t skip) {
    const std::size_t begin = at_;
    at_ += skip;
    while (continues_name(peek())) ++at_;
    add(kind, begin, begin + skip, at_);
  }

  void number() {
    const std::size_t begin = at_;
    while (is_digit(peek()) || (peek() == '.' && is_digit(peek(1)))) ++at_;
    while (continues_name(peek())) ++at_;
    add(TokenKind::Number, begin, begin, at_);
  }

  std::string_view sql_;
  std::size_t at_ = 0;
  SqlScan out_;
};

}  // namespace

SqlScan scan_sql(std::string_view sql) { return Scanner(sql).scan(); }

}  // namespace ochrec::sema
