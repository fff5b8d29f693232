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
  SmallVector() = default;
  SmallVector(const SmallVector& other) { append(other.data(), other.size_); }
  SmallVector(SmallVector&& other) noexcept { take(other); }
  SmallVector& operator=(const SmallVector& other) {
    if (this != &other) {
      size_ = 0;
      append(other.data(), other.size_);
    }
    return *this;
  }
  SmallVector& operator=(SmallVector&& other) noexcept {
    if (this != &other) {
      if (heap_) detail::free_block(heap_);
      take(other);
    }
    return *this;
  }
  ~SmallVector() {
    if (heap_) detail::free_block(heap_);
  }

  void push_back(const T& value) {
    const T copy = value;  // `value` may live in this vector
    if (size_ == capacity_) grow(1);
    __builtin_memcpy(static_cast<void*>(data() + size_), &copy, sizeof(T));
    ++size_;
  }
  void append(const T* values, std::size_t count) {
    if (count == 0) return;
    if (capacity_ - size_ < count) grow(count);
    __builtin_memcpy(static_cast<void*>(data() + size_), values, count * sizeof(T));
    size_ += static_cast<std::uint32_t>(count);
  }
  /// Makes room for `count` elements after the last one, and returns where it begins.
  T* room(std::size_t count) {
    if (capacity_ - size_ < count) grow(count);
    return data() + size_;
  }
  /// Adds `count` elements that were written to such room.
  void extend(std::size_t count) { size_ += static_cast<std::uint32_t>(count); }
  void clear() { size_ = 0; }
  void resize_down(std::size_t size) { size_ = static_cast<std::uint32_t>(size); }

  std::size_t size() const { return size_; }
  bool on_heap() const { return heap_ != nullptr; }
  T* data() { return heap_ ? heap_ : reinterpret_cast<T*>(inline_); }
  const T* data() const { return heap_ ? heap_ : reinterpret_cast<const T*>(inline_); }
  T& operator[](std::size_t index) { return data()[index]; }
  const T& operator[](std::size_t index) const { return data()[index]; }
  const T* begin() const { return data(); }
  const T* end() const { return data() + size_; }

 private:
  void grow(std::size_t extra) {
    std::size_t wanted = capacity_ * std::size_t{2};
    if (wanted < size_ + extra) wanted = size_ + extra;
    heap_ =
        static_cast<T*>(detail::grow_block(data(), heap_ != nullptr, size_ * sizeof(T), wanted * sizeof(T)));
    capacity_ = static_cast<std::uint32_t>(wanted);
  }
  void take(SmallVector& other) {
    heap_ = other.heap_;
    size_ = other.size_;
    capacity_ = other.capacity_;
    // All of the room inside, used or not: a copy of constant size is a few instructions.
    if (!heap_ && size_ != 0) __builtin_memcpy(inline_, other.inline_, sizeof(inline_));
    other.heap_ = nullptr;
    other.size_ = 0;
    other.capacity_ = Inline;
  }

  T* heap_ = nullptr;
  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = Inline;
  alignas(T) unsigned char inline_[(Inline == 0 ? 1 : Inline) * sizeof(T)];
};

}  // namespace ochre
