// Multiples of decimals that are too wide for an integer.
#include <algorithm>

#include "ochre/rules.hpp"

namespace ochre::rules {
namespace {

// Without sign, point and leading zeros; nothing for zero.
std::string digits_of(std::string_view decimal) {
  std::string out;
  for (const char letter : decimal)
    if (letter >= '0' && letter <= '9' && (letter != '0' || !out.empty())) out += letter;
  return out;
}

bool is_less(std::string_view left, std::string_view right) {
  return left.size() != right.size() ? left.size() < right.size() : left < right;
}

// Takes a number that is not greater away from `from`.
void subtract(std::string& from, std::string_view number) {
  int borrowed = 0;
  for (std::size_t place = 0; place < from.size(); ++place) {
    char& digit = from[from.size() - 1 - place];
    const int less = borrowed + (place < number.size() ? number[number.size() - 1 - place] - '0' : 0);
    const int rest = digit - '0' - less;
    borrowed = rest < 0 ? 1 : 0;
    digit = static_cast<char>('0' + rest + borrowed * 10);
  }
  from.erase(0, std::min(from.find_first_not_of('0'), from.size()));
}

}  // namespace

// Long division, of which only the remainder is wanted.
bool is_multiple_of_digits(std::string_view value, std::string_view step) {
  const std::string divisor = digits_of(step);
  std::string rest;
  for (const char digit : digits_of(value)) {
    if (digit != '0' || !rest.empty()) rest += digit;
    while (!divisor.empty() && !is_less(rest, divisor)) subtract(rest, divisor);
  }
  return rest.empty();
}

}  // namespace ochre::rules
