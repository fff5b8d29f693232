// The members of generated NewX structs: fields that must be given, and fields that have a default when they
// are not.
#pragma once

#include <concepts>
#include <type_traits>
#include <utility>

namespace ochre {

namespace detail {

/// U makes a T in one step of its own, such as a literal for a string. Numbers go through T's own
/// constructor, so that the compiler warns about narrowing where the user wrote it.
template <class U, class T, class Field>
concept ConvertsTo = !std::is_arithmetic_v<T> && !std::same_as<std::remove_cvref_t<U>, T> &&
                     !std::same_as<std::remove_cvref_t<U>, Field> && std::convertible_to<U, T>;

}  // namespace detail

/// A field an insert must supply. It has no default constructor, so forgetting one is a compile error, and
/// designated initialisers that omit only defaulted fields stay free of warnings.
template <class T>
class Required {
 public:
  constexpr Required(T value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  template <class U>
  requires detail::ConvertsTo<U, T, Required<T>>
  constexpr Required(U&& value) : value_(std::forward<U>(value)) {}  // NOLINT(google-explicit-constructor)

  constexpr const T& value() const& { return value_; }
  constexpr T& value() & { return value_; }
  constexpr T&& value() && { return std::move(value_); }

  friend constexpr bool operator==(const Required&, const Required&) = default;

 private:
  T value_;
};

/// A field with a default. Left alone it is unset, and the insert uses the default; unset is not NULL, so the
/// default of a nullable field can be overridden with std::nullopt.
template <class T>
class Defaulted {
 public:
  constexpr Defaulted() = default;
  constexpr Defaulted(T value)
      : value_(std::move(value)), set_(true) {}  // NOLINT(google-explicit-constructor)
  template <class U>
  requires detail::ConvertsTo<U, T, Defaulted<T>>
  constexpr Defaulted(U&& value)
      : value_(std::forward<U>(value)), set_(true) {}  // NOLINT(google-explicit-constructor)

  constexpr bool has_value() const { return set_; }

  /// The given value. Only meaningful when has_value().
  constexpr const T& value() const { return value_; }
  constexpr T& value() { return value_; }

  /// The given value, or `fallback`.
  template <class U>
  constexpr T value_or(U&& fallback) && {
    return set_ ? std::move(value_) : T(std::forward<U>(fallback));
  }

  /// The given value, or what `make` returns; `make` runs only when it is needed.
  template <class Make>
  constexpr T value_or_make(Make&& make) && {
    return set_ ? std::move(value_) : T(make());
  }

  /// Two unset fields are equal; an unset one equals no value, the default's neither.
  friend constexpr bool operator==(const Defaulted& a, const Defaulted& b) {
    return a.set_ == b.set_ && (!a.set_ || a.value_ == b.value_);
  }

 private:
  T value_{};
  bool set_ = false;
};

}  // namespace ochre
