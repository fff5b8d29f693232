#include "model/naming.hpp"

#include <cstddef>

#include "base/letters.hpp"

namespace ochrec::model {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

// A new word starts at a capital after a small letter or digit, and at the last capital of a run: HTTPServer.
bool starts_word(std::string_view name, std::size_t at) {
  if (at == 0 || !is_upper(name[at]) || name[at - 1] == '_') return false;
  return !is_upper(name[at - 1]) || (at + 1 < name.size() && is_lower(name[at + 1]));
}

}  // namespace

std::string snake_case(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (starts_word(name, at)) out += '_';
    out += base::lower(name[at]);
  }
  return out;
}

std::string pascal_case(std::string_view name) {
  std::string out;
  bool raise = true;
  for (const char letter : name) {
    if (letter == '_') {
      raise = true;
      continue;
    }
    out += raise ? to_upper(letter) : letter;
    raise = false;
  }
  return out;
}

std::string plural(std::string_view word) {
  std::string out(word);
  const auto ends = [&](std::string_view tail) { return word.ends_with(tail); };
  if (ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh")) return out + "es";
  constexpr std::string_view vowels = "aeiou";
  const bool consonant_y =
      word.size() > 1 && word.back() == 'y' && vowels.find(word[word.size() - 2]) == std::string_view::npos;
  if (!consonant_y) return out + "s";
  out.pop_back();
  return out + "ies";
}

std::string table_name(std::string_view model) { return plural(snake_case(model)); }

}  // namespace ochrec::model
