// One pass over each text, and nothing allocated for a valid value.
#include "bench/values_by_hand.hpp"

namespace ochre_bench {
namespace {

constexpr std::size_t not_text = ~std::size_t{0};

// The number of characters, or not_text when it is not UTF-8 or has a U+0000.
std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const auto byte = [&](std::size_t ahead) { return static_cast<unsigned char>(text[at + ahead]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
      if (lead == 0) return not_text;
      ++at;
      continue;
    }
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return not_text;
    for (std::size_t i = 1; i < size; ++i)
      if ((byte(i) & 0xC0U) != 0x80) return not_text;
    if ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F)) return not_text;
    if ((lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F)) return not_text;
    at += size;
  }
  return count;
}

bool is_alphanumeric(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
         (letter >= 'A' && letter <= 'Z');
}

bool is_local(char letter) {
  static constexpr std::string_view others = ".!#$%&'*+/=?^_`{|}~-";
  return is_alphanumeric(letter) || others.find(letter) != std::string_view::npos;
}

bool is_address(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_local(text[at])) ++at;
  if (at == 0 || at == text.size() || text[at] != '@') return false;
  std::size_t label = 0;
  char last = '.';
  for (++at; at < text.size(); ++at) {
    const char letter = text[at];
    if (letter == '.') {
      if (label == 0 || last == '-') return false;
      label = 0;
    } else {
      if (!is_alphanumeric(letter) && (letter != '-' || label == 0)) return false;
      if (++label > 63) return false;
    }
    last = letter;
  }
  return label > 0 && last != '-';
}

}  // namespace

std::vector<HandProblem> check_by_hand(const HandAccount& account) {
  std::vector<HandProblem> out;
  if (account.id < 1 || account.id > 9'007'199'254'740'991)
    out.push_back({"id", "is " + std::to_string(account.id)});
  if (const std::size_t length = characters(account.name); length < 1 || length > 80)
    out.push_back({"name", "has " + std::to_string(length) + " characters"});
  if (const std::size_t length = characters(account.city); length < 2 || length > 60)
    out.push_back({"city", "has " + std::to_string(length) + " characters"});
  if (!is_address(account.email)) out.push_back({"email", account.email + " is no address"});
  if (account.plan > HandPlan::Company) out.push_back({"plan", "is unknown"});
  return out;
}

}  // namespace ochre_bench
