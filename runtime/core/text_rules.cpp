// URLs, and the normalisers of text.
#include <algorithm>
#include <array>

#include "ochre/rules.hpp"

namespace ochre::rules {
namespace {

// One bit per character class, so that a class test is one load.
enum Class : std::uint8_t { Alphanumeric = 1, UrlHost = 2, UrlRest = 4, Scheme = 8 };

constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> table{};
  const auto mark = [&table](std::string_view letters, std::uint8_t bits) {
    for (const char letter : letters) table[static_cast<unsigned char>(letter)] |= bits;
  };
  constexpr std::string_view letters_and_digits =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  mark(letters_and_digits, Alphanumeric | UrlHost | UrlRest | Scheme);
  mark("-._~!$&'()*+,;=", UrlHost | UrlRest);
  mark(":@/?", UrlRest);
  mark("+-.", Scheme);
  return table;
}();

bool has(char letter, Class wanted) { return (classes[static_cast<unsigned char>(letter)] & wanted) != 0; }

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
  if (host.empty() || !all_encoded(host, UrlHost)) return false;
  return colon == std::string_view::npos || is_port(text.substr(colon + 1));
}

constexpr std::string_view white_space = " \t\n\v\f\r";

}  // namespace

bool is_url(std::string_view text) {
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos || colon == 0) return false;
  const std::string_view name = text.substr(0, colon);
  if (name.front() < 'A' || !has(name.front(), Alphanumeric)) return false;  // letters sort after digits
  if (!std::all_of(name.begin(), name.end(), [](char letter) { return has(letter, Scheme); })) return false;
  const std::string_view rest = text.substr(colon + 3);
  const std::size_t end = std::min(rest.find_first_of("/?#"), rest.size());
  std::string_view authority = rest.substr(0, end);
  if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
    if (!all_encoded(authority.substr(0, at), UrlRest)) return false;
    authority.remove_prefix(at + 1);
  }
  if (!is_host_and_port(authority)) return false;
  const std::string_view tail = rest.substr(end);
  const std::size_t hash = std::min(tail.find('#'), tail.size());
  const std::string_view fragment = hash < tail.size() ? tail.substr(hash + 1) : std::string_view();
  return all_encoded(tail.substr(0, hash), UrlRest) && all_encoded(fragment, UrlRest);
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
