// Tests and normalisers of text.
#include <algorithm>
#include <array>
#include <cstring>

#include "ochre/rules.hpp"

namespace ochre::rules {
namespace {

// One bit per character class, so that a class test is one load.
enum Class : std::uint8_t {
  local_part = 1,
  label = 2,
  alphanumeric = 4,
  url_host = 8,
  url_rest = 16,
  scheme = 32
};

constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> table{};
  const auto mark = [&table](std::string_view letters, std::uint8_t bits) {
    for (const char letter : letters) table[static_cast<unsigned char>(letter)] |= bits;
  };
  constexpr std::string_view letters_and_digits =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  mark(letters_and_digits, local_part | label | alphanumeric | url_host | url_rest | scheme);
  mark(".!#$%&'*+/=?^_`{|}~-", local_part);
  mark("-", label);
  mark("-._~!$&'()*+,;=", url_host | url_rest);
  mark(":@/?", url_rest);
  mark("+-.", scheme);
  return table;
}();

bool has(char letter, Class wanted) { return (classes[static_cast<unsigned char>(letter)] & wanted) != 0; }

bool is_label(std::string_view text) {
  constexpr std::size_t longest_label = 63;
  if (text.empty() || text.size() > longest_label) return false;
  if (!has(text.front(), alphanumeric) || !has(text.back(), alphanumeric)) return false;
  return std::all_of(text.begin(), text.end(), [](char letter) { return has(letter, label); });
}

// Characters of the class, or a percent sign and two hexadecimal digits.
bool all_encoded(std::string_view text, Class wanted) {
  const auto is_hex = [](char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f') ||
           (letter >= 'A' && letter <= 'F');
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '%') {
      if (at + 2 >= text.size() || !is_hex(text[at + 1]) || !is_hex(text[at + 2])) return false;
      at += 2;
    } else if (!has(text[at], wanted)) {
      return false;
    }
  }
  return true;
}

bool is_port(std::string_view text) {
  return text.size() <= 5 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_host_and_port(std::string_view text) {
  if (text.starts_with('[')) {  // an IPv6 address
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos || end < 3) return false;
    const std::string_view address = text.substr(1, end - 1);
    const std::string_view rest = text.substr(end + 1);
    const bool hex = address.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
    return hex && (rest.empty() || (rest.front() == ':' && is_port(rest.substr(1))));
  }
  const std::size_t colon = text.find(':');
  const std::string_view host = text.substr(0, colon);
  if (host.empty() || !all_encoded(host, url_host)) return false;
  return colon == std::string_view::npos || is_port(text.substr(colon + 1));
}

constexpr std::string_view white_space = " \t\n\v\f\r";

}  // namespace

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char letter : text) count += (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U ? 1U : 0U;
  return count;
}

bool is_text(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  constexpr std::uint64_t each_byte = 0x0101010101010101U;
  std::size_t at = 0;
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
  while (at < text.size()) {
    if (at + sizeof(std::uint64_t) <= text.size()) {  // eight ASCII bytes at once, none of them NUL
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + at, sizeof word);
      if (((word | (word - each_byte)) & high_bits) == 0) {
        at += sizeof word;
        continue;
      }
    }
    const unsigned char lead = byte(at);
    if (lead == 0) return false;
    std::size_t length = lead < 0x80   ? 1
                         : lead < 0xC2 ? 0
                         : lead < 0xE0 ? 2
                         : lead < 0xF0 ? 3
                         : lead < 0xF5 ? 4
                                       : 0;
    if (length == 0 || at + length > text.size()) return false;
    for (std::size_t i = 1; i < length; ++i)
      if ((byte(at + i) & 0xC0U) != 0x80U) return false;
    if (length > 2) {  // overlong forms, surrogates, and what lies beyond U+10FFFF
      const unsigned char second = byte(at + 1);
      if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return false;
      if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return false;
    }
    at += length;
  }
  return true;
}

bool is_email(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && has(text[at], local_part)) ++at;
  if (at == 0 || at == text.size() || text[at] != '@') return false;
  std::string_view domain = text.substr(at + 1);
  for (;;) {
    const std::size_t dot = domain.find('.');
    if (!is_label(domain.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    domain.remove_prefix(dot + 1);
  }
}

bool is_url(std::string_view text) {
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos || colon == 0) return false;
  const std::string_view name = text.substr(0, colon);
  if (name.front() < 'A' || !has(name.front(), alphanumeric)) return false;  // letters sort after digits
  if (!std::all_of(name.begin(), name.end(), [](char letter) { return has(letter, scheme); })) return false;
  const std::string_view rest = text.substr(colon + 3);
  const std::size_t end = std::min(rest.find_first_of("/?#"), rest.size());
  std::string_view authority = rest.substr(0, end);
  if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
    if (!all_encoded(authority.substr(0, at), url_rest)) return false;
    authority.remove_prefix(at + 1);
  }
  if (!is_host_and_port(authority)) return false;
  const std::string_view tail = rest.substr(end);
  const std::size_t hash = std::min(tail.find('#'), tail.size());
  const std::string_view fragment = hash < tail.size() ? tail.substr(hash + 1) : std::string_view();
  return all_encoded(tail.substr(0, hash), url_rest) && all_encoded(fragment, url_rest);
}

void trim(std::string& text) {
  const std::size_t end = text.find_last_not_of(white_space);
  text.erase(end == std::string::npos ? 0 : end + 1);
  text.erase(0, text.find_first_not_of(white_space));
}

void lower(std::string& text) {
  for (char& letter : text)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + ('a' - 'A'));
}

void upper(std::string& text) {
  for (char& letter : text)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - ('a' - 'A'));
}

}  // namespace ochre::rules
