// A vector of plain values with room for the first few inside, so that building a query touches no allocator.
// Only for types that can be copied as bytes, by the compilers' own memcpy: <cstring> weighs as much as all
// of this.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace ochre {

namespace detail {
/// Moves `used` bytes to a block of `wanted` bytes and returns it; frees the old block when it was on the
/// heap.
void* grow_block(void* old_block, bool on_heap, std::size_t used, std::size_t wanted);
void free_block(void* block);
}  // namespace detail

/// Elements are contiguous; growing moves them. A moved-from vector is empty.
template <class T, std::uint32_t Inline>
class SmallVector {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  SmallVector() : data_(inside()) {}
  SmallVector(const SmallVector& other) : SmallVector() { append(other.data_, other.size_); }
  SmallVector(SmallVector&& other) noexcept { take(other); }
  SmallVector& operator=(const SmallVector& other) {
    if (this != &other) {
      size_ = 0;
      append(other.data_, other.size_);
    }
    return *this;
  }
  SmallVector& operator=(SmallVector&& other) noexcept {
    if (this != &other) {
      if (on_heap()) detail::free_block(data_);
      take(other);
    }
    return *this;
  }
  ~SmallVector() {
    if (on_heap()) detail::free_block(data_);
  }

  void push_back(const T& value) {
    const T copy = value;  // `value` may live in this vector
    if (size_ == capacity_) grow(1);
    __builtin_memcpy(static_cast<void*>(data_ + size_), &copy, sizeof(T));
    ++size_;
  }
  void append(const T* values, std::size_t count) {
    if (count == 0) return;
    if (capacity_ - size_ < count) grow(count);
    __builtin_memcpy(static_cast<void*>(data_ + size_), values, count * sizeof(T));
    size_ += static_cast<std::uint32_t>(count);
  }
  /// Makes room for `count` elements after the last one, and returns where it begins.
  T* room(std::size_t count) {
    if (capacity_ - size_ < count) grow(count);
    return data_ + size_;
  }
  /// Adds `count` elements that were written to such room.
  void extend(std::size_t count) { size_ += static_cast<std::uint32_t>(count); }
  void clear() { size_ = 0; }
  void resize_down(std::size_t size) { size_ = static_cast<std::uint32_t>(size); }

  std::size_t size() const { return size_; }
  bool on_heap() const { return capacity_ != Inline; }
  T* data() { return data_; }
  const T* data() const { return data_; }
  T& operator[](std::size_t index) { return data_[index]; }
  const T& operator[](std::size_t index) const { return data_[index]; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }

 private:
  T* inside() { return reinterpret_cast<T*>(inline_); }

  // Not inline, so that what is done to vectors with room saves no registers for it.
  [[gnu::noinline]] void grow(std::size_t extra) {
    std::size_t wanted = capacity_ * std::size_t{2};
    if (wanted < size_ + extra) wanted = size_ + extra;
    data_ = static_cast<T*>(detail::grow_block(data_, on_heap(), size_ * sizeof(T), wanted * sizeof(T)));
    capacity_ = static_cast<std::uint32_t>(wanted);
  }
  void take(SmallVector& other) {
    data_ = other.on_heap() ? other.data_ : inside();
    size_ = other.size_;
    capacity_ = other.capacity_;
    // All of the room inside, used or not: a copy of constant size is a few instructions.
    if (!on_heap() && size_ != 0) __builtin_memcpy(inline_, other.inline_, sizeof(inline_));
    other.data_ = other.inside();
    other.size_ = 0;
    other.capacity_ = Inline;
  }

  T* data_;
  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = Inline;
  alignas(T) unsigned char inline_[(Inline == 0 ? 1 : Inline) * sizeof(T)];
};

}  // namespace ochre
