#include "query/json_value.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "ochre/errors.hpp"
#include "ochre/rules.hpp"

namespace ochre::query {
namespace {

constexpr int deepest = 100;
constexpr std::size_t longest = 1 << 20;

class Parser {
 public:
  explicit Parser(std::string_view text) : rest_(text) {}

  JsonValue document() {
    JsonValue value = read(0);
    space();
    if (!rest_.empty()) refuse("there is text after the end");
    return value;
  }

 private:
  [[noreturn]] static void refuse(const std::string& why) {
    throw ValidationFailed("This is no query in JSON: " + why + ".");
  }

  void space() {
    const auto end = rest_.find_first_not_of(" \t\r\n");
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end);
  }
  bool take(char c) {
    space();
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void need(char c) {
    if (!take(c)) refuse(std::string("a '") + c + "' is missing");
  }
  bool take_word(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  JsonValue read(int depth) {
    if (depth > deepest) refuse("it is nested too deep");
    space();
    JsonValue value;
    if (rest_.empty()) refuse("it ends too early");
    const char c = rest_.front();
    if (c == '{') return object(depth);
    if (c == '[') return array(depth);
    if (c == '"') {
      value.type = JsonType::Text;
      value.text = string();
    } else if (take_word("true") || take_word("false")) {
      value.type = JsonType::Bool;
      value.truth = c == 't';
    } else if (!take_word("null")) {
      return number();
    }
    return value;
  }

  JsonValue object(int depth) {
    JsonValue value;
    value.type = JsonType::Object;
    need('{');
    if (take('}')) return value;
    do {
      space();
      std::string name = string();
      if (value.member(name)) refuse("the name '" + name + "' stands twice in one object");
      need(':');
      value.members.push_back({std::move(name), read(depth + 1)});
    } while (take(','));
    need('}');
    return value;
  }

  JsonValue array(int depth) {
    JsonValue value;
    value.type = JsonType::Array;
    need('[');
    if (take(']')) return value;
    do {
      value.items.push_back(read(depth + 1));
    } while (take(','));
    need(']');
    return value;
  }

  JsonValue number() {
    const auto size = std::min(rest_.find_first_not_of("0123456789+-.eE"), rest_.size());
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    JsonValue value;
    value.type = JsonType::Integer;
    const char* end = text.data() + text.size();
    const auto whole = std::from_chars(text.data(), end, value.integer);
    if (!text.empty() && whole.ec == std::errc() && whole.ptr == end) return value;
    value.type = JsonType::Real;
    const auto real = std::from_chars(text.data(), end, value.real);
    if (text.empty() || real.ec != std::errc() || real.ptr != end) refuse("a value cannot be read");
    return value;
  }

  std::string string() {
    if (rest_.empty() || rest_.front() != '"') refuse("a name or text is missing");
    rest_.remove_prefix(1);
    std::string out;
    while (true) {
      if (rest_.empty()) refuse("a text has no end");
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == '"') return out;
      if (static_cast<unsigned char>(c) < 0x20) refuse("a text holds a control character");
      c == '\\' ? escape(out) : void(out += c);
    }
  }

  void escape(std::string& out) {
    if (rest_.empty()) refuse("a text has no end");
    const char c = rest_.front();
    rest_.remove_prefix(1);
    switch (c) {
      case 'b': out += '\b'; break;
      case 'f': out += '\f'; break;
      case 'n': out += '\n'; break;
      case 'r': out += '\r'; break;
      case 't': out += '\t'; break;
      case '"':
      case '\\':
      case '/': out += c; break;
      case 'u': unicode(out); break;
      default: refuse("a text holds an unknown escape");
    }
  }

  std::uint32_t code_unit() {
    std::uint32_t unit = 0;
    if (rest_.size() < 4) refuse("a \\u escape is cut off");
    const auto read = std::from_chars(rest_.data(), rest_.data() + 4, unit, 16);
    if (read.ptr != rest_.data() + 4) refuse("a \\u escape has no four digits");
    rest_.remove_prefix(4);
    return unit;
  }

  void unicode(std::string& out) {
    std::uint32_t code = code_unit();
    if (code >= 0xdc00 && code < 0xe000) refuse("half a surrogate pair");
    if (code >= 0xd800 && code < 0xdc00) {
      if (!take_word("\\u")) refuse("half a surrogate pair");
      const std::uint32_t low = code_unit();
      if (low < 0xdc00 || low >= 0xe000) refuse("half a surrogate pair");
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    }
    const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
      put(code);
    } else if (code < 0x800) {
      put(0xc0 | (code >> 6));
      put(0x80 | (code & 63));
    } else if (code < 0x10000) {
      put(0xe0 | (code >> 12));
      put(0x80 | ((code >> 6) & 63));
      put(0x80 | (code & 63));
    } else {
      put(0xf0 | (code >> 18));
      put(0x80 | ((code >> 12) & 63));
      put(0x80 | ((code >> 6) & 63));
      put(0x80 | (code & 63));
    }
  }

  std::string_view rest_;
};

}  // namespace

const JsonValue* JsonValue::member(std::string_view name) const {
  for (const auto& [key, value] : members) {
    if (key == name) return &value;
  }
  return nullptr;
}

JsonValue parse_json(std::string_view text) {
  if (text.size() > longest) throw ValidationFailed("A query in JSON may have 1 MiB.");
  if (!rules::is_text(text)) throw ValidationFailed("This is no query in JSON: it is not in UTF-8.");
  return Parser(text).document();
}

}  // namespace ochre::query
