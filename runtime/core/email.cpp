// E-mail addresses. Most have at most 64 bytes: those are classified sixteen bytes at a time into one bit per
// byte, and the rules become operations on such sets. Everything else is read byte by byte.
#include <algorithm>
#include <array>
#include <bit>

#include "core/byte_sets.hpp"
#include "ochre/rules.hpp"

namespace ochre::rules {
namespace {

constexpr std::size_t longest_label = 63;  // RFC 1034, section 3.1

enum Class : std::uint8_t { LocalPart = 1, Label = 2, Alphanumeric = 4 };

constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> table{};
  const auto mark = [&table](std::string_view letters, std::uint8_t bits) {
    for (const char letter : letters) table[static_cast<unsigned char>(letter)] |= bits;
  };
  mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", LocalPart | Label | Alphanumeric);
  mark(".!#$%&'*+/=?^_`{|}~-", LocalPart);
  mark("-", Label);
  return table;
}();

bool has(char letter, Class wanted) { return (classes[static_cast<unsigned char>(letter)] & wanted) != 0; }

bool is_label(std::string_view text) {
  if (text.empty() || text.size() > longest_label) return false;
  if (!has(text.front(), Alphanumeric) || !has(text.back(), Alphanumeric)) return false;
  return std::all_of(text.begin(), text.end(), [](char letter) { return has(letter, Label); });
}

bool is_email_by_bytes(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && has(text[at], LocalPart)) ++at;
  if (at == 0 || at == text.size() || text[at] != '@') return false;
  std::string_view domain = text.substr(at + 1);
  for (;;) {
    const std::size_t dot = domain.find('.');
    if (!is_label(domain.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    domain.remove_prefix(dot + 1);
  }
}

#if defined(__SSE2__)

struct Places {
  std::uint64_t alphanumeric = 0;
  std::uint64_t at = 0;
  std::uint64_t dot = 0;
  std::uint64_t hyphen = 0;

  void add(__m128i bytes, Place place) {
    const __m128i lowered = _mm_or_si128(bytes, _mm_set1_epi8('a' - 'A'));
    alphanumeric |= place.set_of(_mm_or_si128(within(lowered, 'a', 'z'), within(bytes, '0', '9')));
    at |= place.set_of(equal_to(bytes, '@'));
    dot |= place.set_of(equal_to(bytes, '.'));
    hyphen |= place.set_of(equal_to(bytes, '-'));
  }
};

bool is_email_by_places(std::string_view text) {
  Places found;
  each_vector(text, [&found](__m128i bytes, Place place) { found.add(bytes, place); });
  const int at = std::countr_zero(found.at);
  if (at == 0 || at + 1 >= static_cast<int>(text.size())) return false;  // no @ is 64, a size at most
  const std::uint64_t before = (std::uint64_t{1} << at) - 1;
  const std::uint64_t first = (before + 1) << 1U;  // of the domain
  const std::uint64_t last = std::uint64_t{1} << (text.size() - 1);
  const std::uint64_t domain = (last | (last - 1)) & ~(first - 1);
  const std::uint64_t usual = found.alphanumeric | found.dot | found.hyphen;
  if ((domain & ~usual) != 0) return false;
  if ((before & ~usual) != 0) return is_email_by_bytes(text);
  // Labels begin and end with a letter or digit, so both neighbours of a dot are one.
  const std::uint64_t dots = domain & found.dot;
  const std::uint64_t ends = (dots << 1U) | (dots >> 1U) | first | last;
  return (ends & ~found.alphanumeric) == 0;
}

#endif

}  // namespace

bool is_email(std::string_view text) {
#if defined(__SSE2__)
  // Labels of so short a text are short enough.
  if (text.size() <= most_in_a_set) return is_email_by_places(text);
#endif
  return is_email_by_bytes(text);
}

}  // namespace ochre::rules
