// One look at a text: whether it is text, and how long it is. RFC 3629, section 4, says what UTF-8 is.
#include <algorithm>
#include <bit>
#include <cstring>

#include "core/byte_sets.hpp"
#include "ochre/rules.hpp"

namespace ochre::rules {
namespace {

bool continues(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

constexpr std::uint64_t high_bits = 0x8080808080808080U;
constexpr std::uint64_t each_byte = 0x0101010101010101U;

constexpr std::size_t word_size = sizeof(std::uint64_t);

std::uint64_t word_at(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

#if !defined(__SSE2__)

// ASCII and no NUL: subtracting one borrows from a byte of zero.
bool is_plain(std::uint64_t word) { return ((word | (word - each_byte)) & high_bits) == 0; }

bool is_plain(unsigned char byte) { return byte != 0 && byte < 0x80; }

// Bytes of the character that begins with a byte above ASCII; 0 when none does.
std::size_t character_size(const char* at, const char* end) {
  const auto byte = [at](std::size_t index) { return static_cast<unsigned char>(at[index]); };
  const unsigned char lead = byte(0);
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (static_cast<std::size_t>(end - at) < size || !continues(byte(1))) return 0;
  if (size == 2) return size;
  // Overlong forms, surrogates, and what lies beyond U+10FFFF.
  if ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F)) return 0;
  if ((lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F)) return 0;
  if (!continues(byte(2)) || (size == 4 && !continues(byte(3)))) return 0;
  return size;
}

Measure measured_by_words(std::string_view text) {
  const char* at = text.data();
  const char* const end = at + text.size();
  std::size_t length = 0;
  while (at != end) {
    if (end - at >= static_cast<std::ptrdiff_t>(word_size) && is_plain(word_at(at))) {
      at += word_size;
      length += word_size;
      continue;
    }
    const std::size_t size = is_plain(static_cast<unsigned char>(*at)) ? 1 : character_size(at, end);
    if (size == 0) return {};
    at += size;
    ++length;
  }
  return {length, true};
}

#else

// Characters above ASCII: the bytes that lead one, those among them that lead one of three bytes or more, or
// of four, and the bytes that continue one. In no text are a NUL and the leads 0xC0, 0xC1 and 0xF5 up.
struct Beyond {
  std::uint64_t above = 0;
  std::uint64_t three = 0;
  std::uint64_t four = 0;
  std::uint64_t continuing = 0;
  std::uint64_t never = 0;

  void add(__m128i bytes, Place place) {
    const __m128i never_lead = _mm_or_si128(within(bytes, 0xC0, 0xC1), from(bytes, 0xF5));
    above |= place.set_of(bytes);
    three |= place.set_of(from(bytes, 0xE0));
    four |= place.set_of(from(bytes, 0xF0));
    continuing |= place.set_of(_mm_cmplt_epi8(bytes, _mm_set1_epi8(static_cast<char>(0xC0))));
    never |= place.set_of(_mm_or_si128(never_lead, equal_to(bytes, 0)));
  }
  // Every lead has as many bytes behind it as it asks for, and no byte continues anything else.
  bool is_whole(std::size_t size) const {
    const std::uint64_t leads = above & ~continuing;
    const std::uint64_t cut = leads >> 63U | three >> 62U | four >> 61U;
    const std::uint64_t asked = leads << 1U | three << 2U | four << 3U;
    return ((never & set_of_all(size)) | cut | (asked ^ continuing)) == 0;
  }
};

// The leads that narrow what follows: overlong forms, surrogates, and what lies beyond U+10FFFF.
bool has_wrong_pair(std::string_view text) {
  struct Pair {
    std::uint64_t lead = 0;
    std::uint64_t follower = 0;
  };
  Pair overlong_three;
  Pair surrogate;
  Pair overlong_four;
  Pair beyond;
  each_vector(text, [&](__m128i bytes, Place place) {
    const auto add = [&](Pair& to, unsigned lead, unsigned first, unsigned last) {
      to.lead |= place.set_of(equal_to(bytes, lead));
      to.follower |= place.set_of(within(bytes, first, last));
    };
    add(overlong_three, 0xE0, 0x80, 0x9F);
    add(surrogate, 0xED, 0xA0, 0xBF);
    add(overlong_four, 0xF0, 0x80, 0x8F);
    add(beyond, 0xF4, 0x90, 0xBF);
  });
  const auto met = [](const Pair& pair) { return (pair.lead << 1U) & pair.follower; };
  return (met(overlong_three) | met(surrogate) | met(overlong_four) | met(beyond)) != 0;
}

// The loads below overlap as the size has it, so that texts of many sizes go the same way and the processor
// seldom guesses wrong which.
bool is_plain_line(const char* first, std::size_t size) {  // of 8 to 32 bytes
  const std::size_t last = size - word_size;
  const std::uint64_t a = word_at(first);
  const std::uint64_t b = word_at(first + std::min(word_size, last));
  const std::uint64_t c = word_at(first + std::min(2 * word_size, last));
  const std::uint64_t d = word_at(first + last);
  const std::uint64_t borrowed = (a - each_byte) | (b - each_byte) | (c - each_byte) | (d - each_byte);
  return ((a | b | c | d | borrowed) & high_bits) == 0;
}

bool is_plain_block(const char* first, std::size_t size) {  // of 32 to 64 bytes
  const char* const end = first + size;
  const __m128i a = load(first);
  const __m128i b = load(first + vector_size);
  const __m128i c = load(end - 2 * vector_size);
  const __m128i d = load(end - vector_size);
  const __m128i least = _mm_min_epu8(_mm_min_epu8(a, b), _mm_min_epu8(c, d));
  const __m128i any = _mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d));
  return _mm_movemask_epi8(_mm_or_si128(any, equal_to(least, 0))) == 0;
}

bool is_plain(std::string_view text) {
  if (text.size() < word_size) return false;  // not worth a look of its own
  return text.size() <= 4 * word_size ? is_plain_line(text.data(), text.size())
                                      : is_plain_block(text.data(), text.size());
}

Measure measured_as_set(std::string_view text) {
  Beyond beyond;
  each_vector(text, [&](__m128i bytes, Place place) { beyond.add(bytes, place); });
  if (!beyond.is_whole(text.size())) return {};
  if (beyond.three != 0 && has_wrong_pair(text)) return {};
  return {text.size() - static_cast<std::size_t>(std::popcount(beyond.continuing)), true};
}

Measure measured(std::string_view text) {
  if (is_plain(text)) return {text.size(), true};
  return measured_as_set(text);
}

// In pieces that end with a character.
Measure measured_in_pieces(std::string_view text) {
  std::size_t length = 0;
  while (text.size() > most_in_a_set) {
    std::size_t size = most_in_a_set;
    while (size > most_in_a_set - 3 && continues(static_cast<unsigned char>(text[size]))) --size;
    const Measure piece = measured(text.substr(0, size));
    if (!piece.is_text) return {};
    length += piece.length;
    text.remove_prefix(size);
  }
  const Measure rest = measured(text);
  return rest.is_text ? Measure{length + rest.length, true} : Measure{};
}

#endif

}  // namespace

Measure measure(std::string_view text) {
#if defined(__SSE2__)
  return text.size() <= most_in_a_set ? measured(text) : measured_in_pieces(text);
#else
  return measured_by_words(text);
#endif
}

bool is_text(std::string_view text) { return measure(text).is_text; }

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char letter : text) count += continues(static_cast<unsigned char>(letter)) ? 0U : 1U;
  return count;
}

}  // namespace ochre::rules
