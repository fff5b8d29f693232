// How C++ types map to kinds and to stored forms: Scalar<T> names the kind and converts both ways.
// Headers of heavier types bring their own specialisation (time.hpp for <chrono>); generated enums need none,
// they are covered by their to_string and from_string.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "ochre/json_text.hpp"
#include "ochre/kind.hpp"
#include "ochre/time_of_day.hpp"
#include "ochre/uuid.hpp"
#include "ochre/value.hpp"

namespace ochre {

/// Maps a C++ type to its kind and stored form. Stored is std::int64_t, double, std::string_view or
/// BytesView; `store` returns a view of the value, `load` makes a value. Sum is the type of a sum, where
/// there is one. Left undefined for types no column can have.
template <class T>
struct Scalar;

/// Whether the stored form of a column's type has the order of its values. Enums are stored as text; JSON has
/// no order, and structs that are kept as JSON neither.
template <class T>
inline constexpr bool is_ordered = !std::is_enum_v<T> && requires {
  typename Scalar<T>::Stored;
};
template <>
inline constexpr bool is_ordered<Json> = false;
template <class T>
inline constexpr bool is_ordered<std::vector<T>> = std::is_same_v<T, std::byte>;

namespace detail {

/// Throw ochre::Corrupt: the database holds a value no C++ value of the column's type has.
[[noreturn]] void unknown_enumerator(std::string_view text);
[[noreturn]] void wrong_size(Kind kind, std::size_t size);
[[noreturn]] void out_of_range(Kind kind, std::int64_t stored);
[[noreturn]] void out_of_range(Kind kind, double stored);

/// Throws ValidationFailed: SQLite stores NaN as NULL, https://www.sqlite.org/floatingpoint.html.
[[noreturn]] void refuse_nan();

/// What a value holds; throw Corrupt when it holds something else. An integer serves where a real is asked
/// for.
std::int64_t integer_in(const Value& value);
double real_in(const Value& value);
std::string_view text_in(const Value& value);
BytesView bytes_in(const Value& value);

template <Kind K, class T, class S>
struct NumberScalar {
  static constexpr Kind kind = K;
  using Stored = S;
  using Sum = S;
  static constexpr S store(T value) { return static_cast<S>(value); }
  /// A table that Ochre did not make may hold what T cannot.
  static constexpr T load(S stored) {
    if constexpr (sizeof(T) < sizeof(S)) {
      if (!fits(stored)) out_of_range(K, stored);
    }
    return static_cast<T>(stored);
  }

 private:
  static constexpr bool fits(std::int64_t stored) { return static_cast<T>(stored) == stored; }
  /// What rounds to infinity does not fit; infinities and NaN do.
  static constexpr bool fits(double stored) {
    constexpr double limit = 0x1.ffffffp+127;  // halfway between the largest float and what would follow
    return !(stored >= limit || stored <= -limit) || stored - stored != 0;
  }
};

/// Generated enums: to_string(E) and from_string(std::string_view, E&) beside the enum.
template <class T>
concept NamedEnum = std::is_enum_v<T> && requires(T value) {
  { to_string(value) } -> std::convertible_to<std::string_view>;
};

}  // namespace detail

template <>
struct Scalar<bool> {
  static constexpr Kind kind = Kind::Bool;
  using Stored = std::int64_t;
  static constexpr std::int64_t store(bool value) { return value ? 1 : 0; }
  static constexpr bool load(std::int64_t stored) { return stored != 0; }
};
template <>
struct Scalar<std::int16_t> : detail::NumberScalar<Kind::Int16, std::int16_t, std::int64_t> {};
template <>
struct Scalar<std::int32_t> : detail::NumberScalar<Kind::Int32, std::int32_t, std::int64_t> {};
template <>
struct Scalar<std::int64_t> : detail::NumberScalar<Kind::Int64, std::int64_t, std::int64_t> {};
template <>
struct Scalar<float> : detail::NumberScalar<Kind::Float32, float, double> {};
template <>
struct Scalar<double> : detail::NumberScalar<Kind::Float64, double, double> {};

template <>
struct Scalar<std::string> {
  static constexpr Kind kind = Kind::Text;
  using Stored = std::string_view;
  static std::string_view store(const std::string& value) { return value; }
  static std::string load(std::string_view stored);
};

template <>
struct Scalar<std::vector<std::byte>> {
  static constexpr Kind kind = Kind::Bytes;
  using Stored = BytesView;
  static BytesView store(const std::vector<std::byte>& value);
  static std::vector<std::byte> load(BytesView stored);
};

template <>
struct Scalar<Uuid> {
  static constexpr Kind kind = Kind::Uuid;
  using Stored = BytesView;
  static BytesView store(const Uuid& value);
  static Uuid load(BytesView stored);
};

template <>
struct Scalar<TimeOfDay> {
  static constexpr Kind kind = Kind::Time;
  using Stored = std::int64_t;
  static constexpr std::int64_t store(TimeOfDay value) { return value.microseconds; }
  static constexpr TimeOfDay load(std::int64_t stored) { return {stored}; }
};

template <>
struct Scalar<Json> {
  static constexpr Kind kind = Kind::Json;
  using Stored = std::string_view;
  static std::string_view store(const Json& value) { return value.text; }
  static Json load(std::string_view stored);
};

template <detail::NamedEnum E>
struct Scalar<E> {
  static constexpr Kind kind = Kind::Enum;
  using Stored = std::string_view;
  static std::string_view store(E value) { return to_string(value); }
  static E load(std::string_view stored) {
    E value{};
    if (!from_string(stored, value)) detail::unknown_enumerator(stored);
    return value;
  }
};

/// A type a column can have, without std::optional around it.
template <class T>
concept ScalarType = requires {
  typename Scalar<T>::Stored;
};

/// The neutral form of a stored form; text and bytes stay borrowed.
inline Value make_value(Kind kind, std::int64_t stored) { return Value::of_integer(kind, stored); }
inline Value make_value(Kind kind, double stored) { return Value::of_real(kind, stored); }
inline Value make_value(Kind kind, std::string_view stored) { return Value::of_text(kind, stored); }
inline Value make_value(Kind kind, BytesView stored) { return Value::of_bytes(kind, stored); }

/// The neutral form of a value; text and bytes stay borrowed from it.
template <ScalarType T>
Value to_value(const T& value) {
  return make_value(Scalar<T>::kind, Scalar<T>::store(value));
}
template <ScalarType T>
Value to_value(const std::optional<T>& value) {
  return value ? to_value(*value) : Value::null(Scalar<T>::kind);
}

/// Reads a value that a driver handed out. Throws Corrupt when it is NULL and T is not optional, or of
/// another form.
template <ScalarType T>
void from_value(const Value& value, T& out) {
  using Stored = typename Scalar<T>::Stored;
  if constexpr (std::is_same_v<Stored, std::int64_t>) {
    out = Scalar<T>::load(detail::integer_in(value));
  } else if constexpr (std::is_same_v<Stored, double>) {
    out = Scalar<T>::load(detail::real_in(value));
  } else if constexpr (std::is_same_v<Stored, std::string_view>) {
    out = Scalar<T>::load(detail::text_in(value));
  } else {
    out = Scalar<T>::load(detail::bytes_in(value));
  }
}
template <ScalarType T>
void from_value(const Value& value, std::optional<T>& out) {
  if (value.is_null()) {
    out.reset();
  } else {
    from_value(value, out.emplace());
  }
}

}  // namespace ochre
