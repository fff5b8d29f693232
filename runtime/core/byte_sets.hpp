// A text of at most 64 bytes as sets: bit n of a set is byte n. Rules about neighbours become shifts, and
// nothing is read one byte at a time. For processors with SSE2, which every x86-64 has; elsewhere
// callers take their plain loop.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace ochre::rules {

#if defined(__SSE2__)

constexpr std::size_t most_in_a_set = 64;
constexpr std::size_t vector_size = sizeof(__m128i);

/// The bytes between two others, both included, of a vector.
inline __m128i within(__m128i bytes, unsigned first, unsigned last) {
  const __m128i above = _mm_sub_epi8(bytes, _mm_set1_epi8(static_cast<char>(first)));
  return _mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8(static_cast<char>(last - first))), above);
}
inline __m128i equal_to(__m128i bytes, unsigned byte) {
  return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(byte)));
}

/// The bytes not below another.
inline __m128i from(__m128i bytes, unsigned first) {
  return _mm_cmpeq_epi8(_mm_max_epu8(bytes, _mm_set1_epi8(static_cast<char>(first))), bytes);
}

/// Where a vector begins in its text. Kept as a power of two: a product is cheaper than a shift by a number
/// that is not known before.
class Place {
 public:
  explicit Place(std::size_t byte) : factor_(std::uint64_t{1} << byte) {}
  /// The bytes a vector has as ones, as a set of the text.
  std::uint64_t set_of(__m128i found) const {
    return static_cast<unsigned>(_mm_movemask_epi8(found)) * factor_;
  }

 private:
  std::uint64_t factor_;
};

namespace detail {

template <class Word>
std::uint64_t word_at(const char* at) {
  Word word{};
  std::memcpy(&word, at, sizeof word);
  return word;
}

// Words that overlap have the same bytes where they do, so they can be put together with OR.
inline __m128i load_less(const char* text, std::size_t size) {
  const char* const end = text + size;
  if (size >= 8) {
    const std::uint64_t high = word_at<std::uint64_t>(end - 8) >> (15 - size) * 8 >> 8;
    return _mm_set_epi64x(static_cast<std::int64_t>(high),
                          static_cast<std::int64_t>(word_at<std::uint64_t>(text)));
  }
  std::uint64_t word = 0;
  if (size >= 4) {
    word = word_at<std::uint32_t>(text) | word_at<std::uint32_t>(end - 4) << (size - 4) * 8;
  } else if (size > 0) {
    word = word_at<std::uint8_t>(text) | word_at<std::uint8_t>(text + size / 2) << size / 2 * 8 |
           word_at<std::uint8_t>(end - 1) << (size - 1) * 8;
  }
  return _mm_cvtsi64_si128(static_cast<std::int64_t>(word));
}

}  // namespace detail

inline __m128i load(const char* from) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)); }

/// Calls visit(bytes, place) with vectors that cover a text of at most 64 bytes. The last one overlaps the
/// one before it, or is filled up with zeros when it is the only one.
template <class Visit>
void each_vector(std::string_view text, Visit visit) {
  if (text.size() < vector_size) return visit(detail::load_less(text.data(), text.size()), Place(0));
  const std::size_t last = text.size() - vector_size;
  visit(load(text.data()), Place(0));
  if (last > vector_size) [[unlikely]]
    for (std::size_t place = vector_size; place < last; place += vector_size)
      visit(load(text.data() + place), Place(place));
  visit(load(text.data() + last), Place(last));
}

/// All bytes of a text of at most 64.
inline std::uint64_t set_of_all(std::size_t size) {
  return size == most_in_a_set ? ~std::uint64_t{0} : (std::uint64_t{1} << size) - 1;
}

#endif

}  // namespace ochre::rules
