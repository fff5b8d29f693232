// Row reading and binding on SQLite, for generated .cpp files only: direct column calls, strings assigned in
// place. The one installed header that names <sqlite3.h>. Everything else about SQLite is in the driver.
#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "ochre/fields.hpp"
#include "ochre/model_info.hpp"
#include "ochre/scalar.hpp"

namespace ochre::sqlite {

namespace detail {

/// How many bytes lie between two neighbouring values of a result row; 0 when that is not known. SQLite keeps
/// the values of a row in one array, which its own column functions index. Set when the driver starts, after
/// looking; stays.
extern std::size_t value_stride;

}  // namespace detail

/// The current row of a statement, from one result column on. Columns count from 0. A column the statement
/// does not have reads as NULL.
class Row {
 public:
  Row(sqlite3_stmt* statement, int first)
      : statement_(statement),
        first_(first),
        values_(reinterpret_cast<const char*>(sqlite3_column_value(statement, first))),
        count_(detail::value_stride == 0 ? 0 : sqlite3_data_count(statement) - first) {}

  void get(int column, std::string& value) const { value = text(column); }
  void get(int column, std::vector<std::byte>& value) const {
    const BytesView stored = bytes(column);
    const auto* first = static_cast<const std::byte*>(stored.data);
    value.assign(first, first + stored.size);
  }
  void get(int column, Json& value) const { get(column, value.text); }
  template <ScalarType T>
  void get(int column, T& value) const {
    using Stored = typename Scalar<T>::Stored;
    if constexpr (std::is_same_v<Stored, std::int64_t>) {
      value = Scalar<T>::load(sqlite3_value_int64(at(column)));
    } else if constexpr (std::is_same_v<Stored, double>) {
      value = Scalar<T>::load(sqlite3_value_double(at(column)));
    } else if constexpr (std::is_same_v<Stored, std::string_view>) {
      value = Scalar<T>::load(text(column));
    } else {
      value = Scalar<T>::load(bytes(column));
    }
  }
  template <ScalarType T>
  void get(int column, std::optional<T>& value) const {
    if (is_null(column)) {
      value.reset();
      return;
    }
    if (!value) value.emplace();
    get(column, *value);
  }

  /// The text of a column, empty for NULL; valid until the statement moves on.
  std::string_view text(int column) const {
    sqlite3_value* value = at(column);
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return {text ? text : "", static_cast<std::size_t>(sqlite3_value_bytes(value))};
  }
  /// The bytes of a column, none for NULL; valid until the statement moves on.
  BytesView bytes(int column) const {
    sqlite3_value* value = at(column);
    const void* data = sqlite3_value_blob(value);
    return {data, static_cast<std::size_t>(sqlite3_value_bytes(value))};
  }
  bool is_null(int column) const { return sqlite3_value_type(at(column)) == SQLITE_NULL; }

 private:
  /// Each sqlite3_column_ call finds the row again and checks for lack of memory, which took a third of
  /// reading a table. A connection belongs to one thread at a time, so its values may be read without that.
  sqlite3_value* at(int column) const {
    if (column >= count_) return sqlite3_column_value(statement_, first_ + column);
    const char* value = values_ + detail::value_stride * static_cast<std::size_t>(column);
    return reinterpret_cast<sqlite3_value*>(const_cast<char*>(value));
  }

  sqlite3_stmt* statement_;
  int first_;
  const char* values_;
  int count_;
};

/// The parameters of a statement, bound one after the other. Named values are bound in place and must stay
/// until the statement has run; temporaries are copied by SQLite.
class Parameters {
 public:
  Parameters(sqlite3_stmt* statement, int first) : statement_(statement), next_(first) {}

  template <ScalarType T>
  void add(const T& value) {
    bind(Scalar<T>::store(value), SQLITE_STATIC);
  }
  template <ScalarType T>
  requires(!std::is_lvalue_reference_v<T> && !std::is_const_v<T>) void add(T&& value) {
    // The text of an enumerator is a literal; everything else that a temporary holds goes with it.
    bind(Scalar<T>::store(value), std::is_enum_v<T> ? SQLITE_STATIC : SQLITE_TRANSIENT);
  }
  /// A string literal.
  template <std::size_t N>
  void add(const char (&literal)[N]) {
    bind(std::string_view(literal, N - 1), SQLITE_STATIC);
  }
  template <ScalarType T>
  void add(const std::optional<T>& value) {
    if (value) return add(*value);
    add(std::nullopt);
  }
  void add(std::nullopt_t) { note(sqlite3_bind_null(statement_, next_)); }
  void add_nulls(int count) {
    for (; count > 0; --count) add(std::nullopt);
  }
  template <class T>
  void add(const Required<T>& field) {
    add(field.value());
  }
  /// The field's value, or `fallback` when it is unset.
  template <class T, class Fallback>
  void add_or(const Defaulted<T>& field, Fallback&& fallback) {
    if (field.has_value()) return add(field.value());
    add(std::forward<Fallback>(fallback));
  }
  /// The field's value, or what `make` returns when it is unset.
  template <class T, class Make>
  void add_or_make(const Defaulted<T>& field, Make&& make) {
    if (field.has_value()) return add(field.value());
    add(make());
  }

  /// SQLITE_OK, or the first failure, such as SQLITE_TOOBIG.
  int code() const { return code_; }

 private:
  void bind(std::int64_t value, sqlite3_destructor_type) {
    note(sqlite3_bind_int64(statement_, next_, value));
  }
  void bind(double value, sqlite3_destructor_type) {
    if (value != value) ochre::detail::refuse_nan();
    note(sqlite3_bind_double(statement_, next_, value));
  }
  void bind(std::string_view value, sqlite3_destructor_type lifetime) {
    // A null pointer would bind NULL instead of the empty string.
    note(sqlite3_bind_text64(statement_, next_, value.data() ? value.data() : "", value.size(), lifetime,
                             SQLITE_UTF8));
  }
  void bind(BytesView value, sqlite3_destructor_type lifetime) {
    note(sqlite3_bind_blob64(statement_, next_, value.data ? value.data : "", value.size, lifetime));
  }
  void note(int code) {
    ++next_;
    if (code != SQLITE_OK && code_ == SQLITE_OK) code_ = code;
  }

  sqlite3_stmt* statement_;
  int next_;
  int code_ = SQLITE_OK;
};

namespace detail {

template <class R, void (*Read)(Row, R&)>
int read_all(void* statement, void* rows, std::size_t expected) {
  auto* handle = static_cast<sqlite3_stmt*>(statement);
  auto& out = *static_cast<std::vector<R>*>(rows);
  out.reserve(out.size() + expected);
  int code = sqlite3_step(handle);
  for (; code == SQLITE_ROW; code = sqlite3_step(handle)) Read(Row(handle, 0), out.emplace_back());
  return code;
}

template <class R, void (*Read)(Row, R&)>
void read_row(void* statement, int first, void* row) {
  Read(Row(static_cast<sqlite3_stmt*>(statement), first), *static_cast<R*>(row));
}

template <class New, void (*Bind)(Parameters&, const New&, const Moment&)>
int bind_new(void* statement, int first, const void* fields, const Moment& moment) {
  Parameters parameters(static_cast<sqlite3_stmt*>(statement), first);
  Bind(parameters, *static_cast<const New*>(fields), moment);
  return parameters.code();
}

}  // namespace detail

/// The codec made of a model's two functions: one reads a row into the struct, one binds a New struct.
template <class R, class New, void (*Read)(Row, R&), void (*Bind)(Parameters&, const New&, const Moment&)>
inline constexpr RowCodec codec = {
    .read_all = detail::read_all<R, Read>,
    .read = detail::read_row<R, Read>,
    .bind_new = detail::bind_new<New, Bind>,
};

}  // namespace ochre::sqlite
