// Reads JSON for generated code: members in any order, each value checked against its C++ type, everything
// that is wrong collected with its JSON pointer (RFC 6901). The parser behind it stays in the library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ochre/fields.hpp"
#include "ochre/json_writer.hpp"
#include "ochre/view.hpp"
#include "ochre/violations.hpp"

namespace ochre {

/// How strict reading is. The defaults refuse everything that is not exactly the schema.
struct JsonOptions {
  bool ignore_unknown = false;  ///< skip members the schema does not have instead of reporting them
};

namespace detail {

/// A value to read into, also of types whose required members have no default.
template <class T>
T blank() {
  if constexpr (requires { JsonCodec<T>::blank(); }) {
    return JsonCodec<T>::blank();
  } else {
    return T{};
  }
}

}  // namespace detail

/// One reading of one document. Not thread-safe; made by the functions of json.hpp.
class JsonReader {
 public:
  struct State;
  explicit JsonReader(State& state) : state_(state) {}

  /// The members of an object, as their index in `names`, in the order of the document:
  ///     for (int member = in.first_member(names, required); member >= 0; member = in.next_member()) …
  /// Reports unknown and repeated members itself and does not return them; after the last one it reports
  /// those that `required` (a bit per name, at most 64 words) asks for and that were missing.
  int first_member(View<const std::string_view> names, View<const std::uint64_t> required);
  int next_member();

  /// The current value. What does not fit is reported and leaves `value` alone.
  template <class T>
  void read(T& value) {
    if constexpr (ScalarType<T>) {
      typename Scalar<T>::Stored stored{};
      if constexpr (std::is_enum_v<T>) {
        if (!scalar(Scalar<T>::kind, stored)) return;
        if (!from_string(stored, value)) unknown_enumerator(stored);
      } else if constexpr (sizeof(T) < sizeof(std::int64_t) && std::is_integral_v<T> &&
                           !std::is_same_v<T, bool>) {
        if (integer(sizeof(T), stored)) value = Scalar<T>::load(stored);
      } else {
        if (scalar(Scalar<T>::kind, stored)) value = Scalar<T>::load(stored);
      }
    } else {
      JsonCodec<T>::read(*this, value);
    }
  }
  void read(std::string& value);
  /// A string, or a number whose own text is taken, so that it is exact either way.
  template <int Precision, int Scale, bool Narrow>
  void read(Decimal<Precision, Scale, Narrow>& value) {
    std::string_view text;
    if (!decimal_text(text)) return;
    if (!from_string(text, value)) wrong_decimal(Precision, Scale);
  }
  template <class T>
  void read(std::optional<T>& value) {
    if (null()) return value.reset();
    read(value ? *value : value.emplace());
  }
  template <class T>
  requires(!ScalarType<std::vector<T>>) void read(std::vector<T>& values) {
    values.clear();
    std::size_t count = 0;
    bool more = first_element(sizeof(T), count);
    values.reserve(count);
    for (; more; more = next_element()) {
      if constexpr (std::is_default_constructible_v<T>) {
        read(values.emplace_back());
      } else {
        read(values.emplace_back(detail::blank<T>()));
      }
    }
  }
  void read(std::vector<bool>& values) {
    values.clear();
    std::size_t count = 0;
    for (bool more = first_element(1, count); more; more = next_element()) {
      bool value = false;
      read(value);
      values.push_back(value);
    }
  }
  template <class T>
  void read(Required<T>& field) {
    T value{};
    read(value);
    field = std::move(value);
  }
  template <class T>
  void read(Defaulted<T>& field) {
    T value{};
    read(value);
    field = std::move(value);
  }

  /// The elements of an array; false when there are no more, or it is none, which is reported. `count` is
  /// for how many, of so many bytes each, room should be made.
  bool first_element(std::size_t bytes, std::size_t& count);
  bool next_element();

 private:
  bool null();
  bool integer(std::size_t bytes, std::int64_t& value);
  bool scalar(Kind kind, std::int64_t& value);
  bool scalar(Kind kind, double& value);
  bool scalar(Kind kind, std::string_view& value);
  bool scalar(Kind kind, BytesView& value);
  void unknown_enumerator(std::string_view text);
  bool decimal_text(std::string_view& text);
  void wrong_decimal(int precision, int scale);

  State& state_;
};

}  // namespace ochre
