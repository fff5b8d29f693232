// What a fragment is made of. Kept on the heap, so that a fragment moves by its pointer, and kept for the
// next one when a fragment goes: every thread has a few to spare, so that building queries touches no
// allocator. Each query passes here some twenty times before it runs, so this counts instructions.
#pragma once

#include <bit>
#include <cstring>

#include "ochre/fragment.hpp"
#include "ochre/model_info.hpp"

namespace ochre {

struct Fragment::Pieces {
  SmallVector<std::uint8_t, 128> shape;
  Values values;
  bool selects = false;  // has begin_selection() in it: looking through the shape for that would take longer

  /// Empty ones, of this thread's spare ones when there are any.
  static Pieces* take();
  /// Keeps small ones for take(), deletes others.
  static void give_back(Pieces* pieces) noexcept;

  /// Adds the lowest `size` bytes of a word, the lowest one first. One store, since a later load of many
  /// bytes waits for all stores of a few.
  void put(std::uint64_t word, std::size_t size) {
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    std::memcpy(shape.room(sizeof(word)), &word, sizeof(word));
    shape.extend(size);
  }
  void put_op(Op code, std::uint64_t argument) { put(static_cast<std::uint64_t>(code) | argument << 8U, 2); }

  /// Adds an operator, what stands at the end of a path, and a number of so many bytes.
  void put_place(Op code, const Path& path, std::uint16_t number, std::size_t number_size) {
    const std::uint64_t start = static_cast<std::uint64_t>(code) |
                                std::uint64_t{number_of(*path.root)} << 8U |
                                std::uint64_t{path.alias} << 24U | std::uint64_t{path.depth} << 32U;
    put(start | std::uint64_t{number} << 40U, 5 + number_size);
    if (path.depth != 0) put_steps(path, number, number_size);
  }

  void put_value(Value value) {
    if (value.storage == Storage::Text || value.storage == Storage::Bytes)
      values.add_copy(value);
    else
      values.values_.push_back(value);
  }

  /// Short shapes are copied by words, up to seven bytes more than they have: both sides have room for these,
  /// and a call of memcpy takes longer.
  void append(const Pieces& other) {
    constexpr std::size_t word = sizeof(std::uint64_t);
    const std::size_t size = other.shape.size();
    if (size <= 6 * word) {
      std::uint8_t* to = shape.room(size + word);
      const std::uint8_t* from = other.shape.data();
      for (std::size_t at = 0; at < size; at += word) std::memcpy(to + at, from + at, word);
      shape.extend(size);
    } else {
      shape.append(other.shape.data(), size);
    }
    if (other.values.is_plain()) {
      for (const Value& value : other.values.values_) values.values_.push_back(value);
    } else {
      values.append(other.values);
    }
  }

  /// Puts the steps of a path before the number that was just put in their place.
  void put_steps(const Path& path, std::uint16_t number, std::size_t number_size);

  /// Whether nothing of it has outgrown the room inside.
  bool is_small() const {
    return !shape.on_heap() && !values.values_.on_heap() && !values.text_.on_heap() &&
           !values.items_.on_heap();
  }
};

}  // namespace ochre
