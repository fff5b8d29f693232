#include "emit/literal.hpp"

#include <array>
#include <charconv>
#include <limits>

namespace ochrec::emit {
namespace {

std::string octal(unsigned char byte) {
  std::string out = "\\000";
  out[1] = static_cast<char>('0' + (byte >> 6U));
  out[2] = static_cast<char>('0' + ((byte >> 3U) & 7U));
  out[3] = static_cast<char>('0' + (byte & 7U));
  return out;
}

std::string escaped(char letter, bool after_question) {
  switch (letter) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\n': return "\\n";
    case '\t': return "\\t";
    case '?': return after_question ? "\\?" : "?";
    default: break;
  }
  const auto byte = static_cast<unsigned char>(letter);
  return byte < 0x20 || byte >= 0x7F ? octal(byte) : std::string(1, letter);
}

// U+202A to U+202E and U+2066 to U+2069 turn the direction of what follows; GCC warns about them in sources.
bool turns_direction(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "\xE2\x80" && at + 2 < text.size())
    return text[at + 2] >= '\xAA' && text[at + 2] <= '\xAE';
  if (text.substr(at, 2) == "\xE2\x81" && at + 2 < text.size())
    return text[at + 2] >= '\xA6' && text[at + 2] <= '\xA9';
  return false;
}

bool belongs_into_source(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte < 0x20 && text[at] != '\n') || byte == 0x7F || turns_direction(text, at)) return false;
  }
  return true;
}

std::string comment_line(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (turns_direction(line, at)) {
      at += 2;
    } else if (static_cast<unsigned char>(line[at]) >= 0x20 && line[at] != '\x7F') {
      out += line[at];
    } else if (line[at] == '\t') {
      out += ' ';
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  if (out.ends_with('\\') || out.ends_with("?\?/")) out += '.';
  return out;
}

template <typename Number>
std::string shortest(Number value) {
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  std::string out(buffer.data(), end);
  if (out.find_first_of(".en") == std::string::npos) out += ".0";
  return out;
}

}  // namespace

std::string string_literal(std::string_view text) {
  std::string out = "\"";
  bool question = false;
  for (const char letter : text) {
    out += escaped(letter, question);
    question = letter == '?';
  }
  return out + '"';
}

std::string raw_literal(std::string_view text, std::string_view delimiter) {
  if (!belongs_into_source(text)) return string_literal(text);
  std::string mark(delimiter);
  while (text.find(")" + mark + "\"") != std::string_view::npos) mark += '_';
  return "R\"" + mark + "(" + std::string(text) + ")" + mark + "\"";
}

std::string integer_literal(std::int64_t value) {
  // The literal 9223372036854775808 has no type, so its negative cannot be written.
  if (value == std::numeric_limits<std::int64_t>::min()) return "INT64_MIN";
  return std::to_string(value);
}

std::string float_literal(double value) { return shortest(value); }
std::string float_literal(float value) { return shortest(value) + "F"; }

std::vector<std::string> comment_lines(std::string_view doc) {
  std::vector<std::string> out;
  while (!doc.empty()) {
    const std::size_t end = doc.find('\n');
    out.push_back(comment_line(doc.substr(0, end)));
    doc = end == std::string_view::npos ? std::string_view{} : doc.substr(end + 1);
  }
  return out;
}

}  // namespace ochrec::emit
