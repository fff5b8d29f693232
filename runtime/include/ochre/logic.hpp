// The expression language of schemas, in C++, for generated checks: values may be absent (NULL), conditions
// may be unknown, and everything means what it means in a database. Dates, times and narrow decimals take
// part in their stored form, as numbers. All functions are pure and thread-safe. Only generated .cpp files
// include this.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "ochre/rules.hpp"
#include "ochre/scalar.hpp"

namespace ochre::logic {

/// True, false, or unknown because something compared is NULL.
using Truth = std::optional<bool>;

/// A check holds unless it is false.
constexpr bool passes(const Truth& truth) { return truth.value_or(true); }

namespace detail {

template <class T>
constexpr bool is_absent(const T&) {
  return false;
}
template <class T>
constexpr bool is_absent(const std::optional<T>& value) {
  return !value.has_value();
}

template <class T>
constexpr const T& present(const T& value) {
  return value;
}
template <class T>
constexpr const T& present(const std::optional<T>& value) {
  return *value;
}

/// Applies `function` to what the operands hold; absent when one of them is.
template <class Function, class... Operands>
constexpr auto lifted(Function function, const Operands&... operands)
    -> std::optional<decltype(function(present(operands)...))> {
  if ((is_absent(operands) || ...)) return std::nullopt;
  return function(present(operands)...);
}

/// Whole numbers meet in the wider of their types, others in double.
template <class Left, class Right>
constexpr auto compare(const Left& left, const Right& right) {
  if constexpr (std::is_floating_point_v<Left> || std::is_floating_point_v<Right>) {
    return static_cast<double>(left) <=> static_cast<double>(right);
  } else if constexpr (std::is_arithmetic_v<Left> && std::is_arithmetic_v<Right>) {
    using Common = std::common_type_t<Left, Right>;
    return static_cast<Common>(left) <=> static_cast<Common>(right);
  } else {
    return left <=> right;
  }
}

/// LIKE with `%`, `_` for one code point, and `\` before a character that stands for itself.
bool like(std::string_view text, std::string_view pattern);

/// The parts of a date (days since 1970-01-01) or of a time stamp (microseconds), in the proleptic Gregorian
/// calendar; absent before noon of -4713-11-24 and after the year 9999, which SQLite does not know,
/// https://www.sqlite.org/lang_datefunc.html.
std::optional<std::int32_t> year_of(std::int64_t moment, std::int64_t day);
std::optional<std::int32_t> month_of(std::int64_t moment, std::int64_t day);
std::optional<std::int32_t> day_of(std::int64_t moment, std::int64_t day);

template <class T>
std::optional<std::int32_t> part(const T& moment, std::int64_t day,
                                 std::optional<std::int32_t> (*part_of)(std::int64_t, std::int64_t)) {
  if (is_absent(moment)) return std::nullopt;
  return part_of(present(moment), day);
}

/// SQLite has no NaN: it is NULL there.
template <class T>
constexpr std::optional<T> number(T value) {
  if (value != value) return std::nullopt;  // NOLINT(misc-redundant-expression): only NaN is
  return value;
}

}  // namespace detail

/// A value as checks compute with it: dates, times and decimals as their stored number, text as a view.
template <ScalarType T>
constexpr auto stored(const T& value) {
  if constexpr (std::is_enum_v<T> || std::is_arithmetic_v<T> || std::is_same_v<T, Uuid> ||
                std::is_same_v<T, std::vector<std::byte>>) {
    return value;
  } else {
    return Scalar<T>::store(value);
  }
}
template <ScalarType T>
constexpr auto stored(const std::optional<T>& value) -> std::optional<decltype(stored(*value))> {
  if (!value) return std::nullopt;
  return stored(*value);
}

/// A value inside structs that may be absent themselves: member(row.home, &Address::city).
template <class T>
constexpr auto member(const T& value) {
  return stored(value);
}
template <class Owner, class T, class... Rest>
constexpr auto member(const std::optional<Owner>& owner, T Owner::*which, Rest... rest);
template <class Owner, class T, class... Rest>
constexpr auto member(const Owner& owner, T Owner::*which, Rest... rest) {
  return member(owner.*which, rest...);
}
template <class Owner, class T, class... Rest>
constexpr auto member(const std::optional<Owner>& owner, T Owner::*which, Rest... rest) {
  using Found = std::remove_cvref_t<decltype(member((*owner).*which, rest...))>;
  if constexpr (std::is_same_v<Found, decltype(std::optional(std::declval<Found>()))>) {
    return owner ? member((*owner).*which, rest...) : Found();
  } else {
    return owner ? std::optional<Found>(member((*owner).*which, rest...)) : std::nullopt;
  }
}

namespace detail {

/// Throws ValidationFailed: a default came to NULL, or to a number that does not fit.
[[noreturn]] void no_default();

template <class T, class Stored>
T loaded(const Stored& value) {
  if constexpr (std::is_arithmetic_v<T> && std::is_arithmetic_v<Stored>) {
    return static_cast<T>(value);
  } else if constexpr (std::is_same_v<T, Stored>) {
    return value;
  } else {
    return Scalar<T>::load(value);
  }
}

template <class T>
struct Value {
  using Type = T;
};
template <class T>
struct Value<std::optional<T>> {
  using Type = T;
};

}  // namespace detail

/// What an expression came to, as a default of type T.
template <class T, class Found>
T made(const Found& found) {
  if (detail::is_absent(found)) {
    if constexpr (std::is_same_v<T, typename detail::Value<T>::Type>) {
      detail::no_default();
    } else {
      return std::nullopt;
    }
  }
  return detail::loaded<typename detail::Value<T>::Type>(detail::present(found));
}

template <class T>
constexpr bool is_null(const T& value) {
  return detail::is_absent(value);
}

template <class T>
constexpr bool is_present(const T& value) {
  return !detail::is_absent(value);
}

template <class Left, class Right>
constexpr Truth equal(const Left& left, const Right& right) {
  return detail::lifted([](const auto& a, const auto& b) { return detail::compare(a, b) == 0; }, left, right);
}
template <class Left, class Right>
constexpr Truth not_equal(const Left& left, const Right& right) {
  return detail::lifted([](const auto& a, const auto& b) { return detail::compare(a, b) != 0; }, left, right);
}
template <class Left, class Right>
constexpr Truth less(const Left& left, const Right& right) {
  return detail::lifted([](const auto& a, const auto& b) { return detail::compare(a, b) < 0; }, left, right);
}
template <class Left, class Right>
constexpr Truth less_equal(const Left& left, const Right& right) {
  return detail::lifted([](const auto& a, const auto& b) { return detail::compare(a, b) <= 0; }, left, right);
}
template <class Left, class Right>
constexpr Truth greater(const Left& left, const Right& right) {
  return less(right, left);
}
template <class Left, class Right>
constexpr Truth greater_equal(const Left& left, const Right& right) {
  return less_equal(right, left);
}

/// AND: false as soon as one side is, whatever the other.
constexpr Truth both(const Truth& left, const Truth& right) {
  if (left == false || right == false) return false;
  if (!left || !right) return std::nullopt;
  return true;
}
/// OR: true as soon as one side is, whatever the other.
constexpr Truth either(const Truth& left, const Truth& right) {
  if (left == true || right == true) return true;
  if (!left || !right) return std::nullopt;
  return false;
}
constexpr Truth negated(const Truth& truth) {
  if (!truth) return std::nullopt;
  return !*truth;
}

/// IN: unknown rather than false when something it was compared with is NULL.
template <class T, class... Values>
constexpr Truth in(const T& value, const Values&... values) {
  Truth out = false;
  ((out = either(out, equal(value, values))), ...);
  return out;
}

template <class T>
Truth like(const T& text, std::string_view pattern) {
  return detail::lifted([&](std::string_view found) { return detail::like(found, pattern); }, text);
}

/// Code points of text, bytes of bytes, elements of an array.
template <class T>
constexpr auto length(const T& value) {
  return detail::lifted(
      [](const auto& found) {
        if constexpr (std::is_convertible_v<decltype(found), std::string_view>) {
          return static_cast<std::int32_t>(rules::code_points(found));
        } else {
          return static_cast<std::int32_t>(found.size());
        }
      },
      value);
}

template <class T>
auto changed(const T& text, void (*change)(std::string&)) {
  return detail::lifted(
      [&](std::string_view found) {
        std::string out(found);
        change(out);
        return out;
      },
      text);
}
template <class T>
auto lower(const T& text) {
  return changed(text, rules::lower);
}
template <class T>
auto upper(const T& text) {
  return changed(text, rules::upper);
}
template <class T>
auto trim(const T& text) {
  return changed(text, rules::trim);
}

/// The first that is not NULL, as a T.
template <class T, class First, class... Rest>
constexpr std::optional<T> coalesce(const First& first, const Rest&... rest) {
  if constexpr (sizeof...(Rest) > 0) {
    if (detail::is_absent(first)) return coalesce<T>(rest...);
  }
  if (detail::is_absent(first)) return std::nullopt;
  return T(detail::present(first));
}
/// A whole number where a field holds a floating-point one.
template <class T>
constexpr auto real(const T& value) {
  return detail::lifted([](auto number) { return static_cast<double>(number); }, value);
}
/// NULL when both are equal, else the first.
template <class T, class Left, class Right>
constexpr std::optional<T> nullif(const Left& left, const Right& right) {
  if (detail::is_absent(left) || equal(left, right) == true) return std::nullopt;
  return T(detail::present(left));
}

/// The parts of a date (days) or of a time stamp (microseconds).
inline constexpr std::int64_t day_in_days = 1;
inline constexpr std::int64_t day_in_microseconds = 86'400'000'000;

template <class T>
std::optional<std::int32_t> year(const T& moment, std::int64_t unit) {
  return detail::part(moment, unit, detail::year_of);
}
template <class T>
std::optional<std::int32_t> month(const T& moment, std::int64_t unit) {
  return detail::part(moment, unit, detail::month_of);
}
template <class T>
std::optional<std::int32_t> day(const T& moment, std::int64_t unit) {
  return detail::part(moment, unit, detail::day_of);
}

/// Arithmetic that notices when a result does not fit its type T, which is a violation of the rule it is in:
/// SQLite would go on with a floating-point number, PostgreSQL would stop.
class Arithmetic {
 public:
  bool overflowed() const { return overflowed_; }

  template <class T, class Left, class Right>
  std::optional<T> add(const Left& left, const Right& right) {
    if (detail::is_absent(left) || detail::is_absent(right)) return std::nullopt;
    const auto a = detail::present(left);
    const auto b = detail::present(right);
    if constexpr (std::is_floating_point_v<T>) {
      return detail::number(static_cast<T>(a) + static_cast<T>(b));
    } else {
      T sum{};
      note(__builtin_add_overflow(a, b, &sum));
      return sum;
    }
  }
  template <class T, class Left, class Right>
  std::optional<T> subtract(const Left& left, const Right& right) {
    if (detail::is_absent(left) || detail::is_absent(right)) return std::nullopt;
    const auto a = detail::present(left);
    const auto b = detail::present(right);
    if constexpr (std::is_floating_point_v<T>) {
      return detail::number(static_cast<T>(a) - static_cast<T>(b));
    } else {
      T difference{};
      note(__builtin_sub_overflow(a, b, &difference));
      return difference;
    }
  }
  template <class T, class Left, class Right>
  std::optional<T> multiply(const Left& left, const Right& right) {
    if (detail::is_absent(left) || detail::is_absent(right)) return std::nullopt;
    const auto a = detail::present(left);
    const auto b = detail::present(right);
    if constexpr (std::is_floating_point_v<T>) {
      return detail::number(static_cast<T>(a) * static_cast<T>(b));
    } else {
      T product{};
      note(__builtin_mul_overflow(a, b, &product));
      return product;
    }
  }
  template <class T, class Operand>
  std::optional<T> negate(const Operand& operand) {
    return subtract<T>(T{0}, operand);
  }
  /// Truncates integers; NULL for a divisor of zero.
  template <class T, class Left, class Right>
  std::optional<T> divide(const Left& left, const Right& right) {
    if (detail::is_absent(left) || detail::is_absent(right)) return std::nullopt;
    const T divisor = static_cast<T>(detail::present(right));
    if (divisor == T{0}) return std::nullopt;
    if constexpr (std::is_floating_point_v<T>) {
      return detail::number(static_cast<T>(detail::present(left)) / divisor);
    } else {
      if (divisor == T{-1}) return negate<T>(left);  // the smallest integer has no opposite
      return static_cast<T>(static_cast<T>(detail::present(left)) / divisor);
    }
  }
  /// The remainder of such a division, with the sign of the dividend.
  template <class T, class Left, class Right>
  std::optional<T> modulo(const Left& left, const Right& right) {
    if (detail::is_absent(left) || detail::is_absent(right)) return std::nullopt;
    const T divisor = static_cast<T>(detail::present(right));
    if (divisor == T{0}) return std::nullopt;
    if (divisor == T{-1}) return T{0};
    return static_cast<T>(static_cast<T>(detail::present(left)) % divisor);
  }
  template <class T, class Operand>
  std::optional<T> abs(const Operand& operand) {
    if (less(operand, 0) == true) return negate<T>(operand);
    if (detail::is_absent(operand)) return std::nullopt;
    return static_cast<T>(detail::present(operand));
  }
  /// A decimal in its units, rounded half away from zero to a multiple of `unit`.
  template <class Operand>
  std::optional<std::int64_t> round(const Operand& operand, std::int64_t unit) {
    return detail::lifted(
        [&](std::int64_t value) {
          std::int64_t half_more{};
          note(__builtin_add_overflow(value, value < 0 ? -(unit / 2) : unit / 2, &half_more));
          return half_more / unit * unit;
        },
        operand);
  }

 private:
  void note(bool overflow) { overflowed_ = overflowed_ || overflow; }

  bool overflowed_ = false;
};

}  // namespace ochre::logic
