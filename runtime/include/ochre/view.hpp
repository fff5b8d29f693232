// A run of elements that somebody else owns. What std::span is, without what <span> brings along: naming that
// costs every file that includes a generated header a fiftieth of its compile time. The two convert into each
// other.
#pragma once

#include <cstddef>
#include <type_traits>

namespace ochre {

template <class T>
class View;

namespace detail {

/// Pointers to arrays convert where the elements are the same but for const; pointers to elements would also
/// convert from a derived class to its base, which is of another size.
template <class T>
using AnyArray = T (*)[];

/// A vector, array or span of T, or a view of what is not const.
template <class List, class T>
concept ListOf = requires(List& list) {
  list.size();
  requires std::is_convertible_v<AnyArray<std::remove_pointer_t<decltype(list.data())>>, AnyArray<T>>;
};

}  // namespace detail

/// Contiguous elements; they must outlive the view. `View<const T>` reads, `View<T>` may change them.
template <class T>
class View {
 public:
  constexpr View() = default;
  constexpr View(T* first, std::size_t size) : first_(first), size_(size) {}
  template <std::size_t N>
  constexpr View(T (&array)[N]) : first_(array), size_(N) {}  // NOLINT(google-explicit-constructor)
  template <detail::ListOf<T> List>
  constexpr View(List&& list)  // NOLINT(google-explicit-constructor)
      : first_(list.data()), size_(list.size()) {}

  constexpr T* data() const { return first_; }
  constexpr std::size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr T* begin() const { return first_; }
  constexpr T* end() const { return first_ + size_; }
  constexpr T& operator[](std::size_t index) const { return first_[index]; }
  constexpr T& front() const { return *first_; }
  constexpr T& back() const { return first_[size_ - 1]; }
  /// The first `count` elements, and all but those; there must be as many.
  constexpr View first(std::size_t count) const { return {first_, count}; }
  constexpr View without_first(std::size_t count) const { return {first_ + count, size_ - count}; }

 private:
  T* first_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace ochre
