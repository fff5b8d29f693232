// Reading results that are not simply a model's rows: single values, tuples, structs and models among them.
// Programs do not name what is in here: Session's templates do.
#pragma once

#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "ochre/dialect.hpp"
#include "ochre/model_info.hpp"
#include "ochre/query.hpp"
#include "ochre/row.hpp"
#include "ochre/view.hpp"

namespace ochre {

/// Where a session delivers rows one at a time; `visit` returns false to stop. `row` is good during the call,
/// and so is the text and the bytes it hands out.
struct RowSink {
  bool (*visit)(void* context, Row& row, Dialect dialect);
  void* context;
};

namespace detail {

/// The library's codec for a model; throws NoDriver when the schema was not generated for the dialect.
const RowCodec& codec_of(const ModelInfo& model, Dialect dialect);

template <class R>
concept IsModel = requires {
  Model<R>::info;
};

template <class R>
struct ResultType {
  using Type = R;
};
template <class T, class... Ts>
struct ResultType<Into<T, Ts...>> {
  using Type = T;
};
/// What rows of several items are where <tuple> is not included, so that there is one error and not twenty.
struct NoTuple {};

template <class... Ts>
struct ResultType<std::tuple<Ts...>> {
  static constexpr bool is_known = requires { sizeof(std::tuple<Ts...>); };
  static_assert(is_known,
                "Rows of several items are std::tuple: #include <tuple>, or read them into a struct with "
                ".as<T>().");
  using Type = std::conditional_t<is_known, std::tuple<Ts...>, NoTuple>;
};
template <class R>
using ResultOf = typename ResultType<R>::Type;

/// Reads items from left to right: a value takes one column, a model as many as its table has.
struct RowCursor {
  Row& row;
  Dialect dialect;
  int column = 0;
};

/// One column of a row. Throws Overflow when it is computed and does not fit its kind.
Value next_cell(Row& row, int column, Kind kind);

template <class T>
T next_item(RowCursor& cursor) {
  using Plain = ValueOf<T>;
  if constexpr (IsModel<Plain>) {
    const ModelInfo& model = Model<Plain>::info;
    const int first = std::exchange(cursor.column, cursor.column + static_cast<int>(model.columns.size()));
    if constexpr (is_nullable<T>) {
      // Key columns are never NULL in a row, so one that is tells that an outer join found none.
      Value key;
      cursor.row.cells(first + model.key[0], View<Value>(&key, 1));
      if (key.is_null()) return std::nullopt;
    }
    Plain value;
    cursor.row.model(codec_of(model, cursor.dialect), first, &value);
    return value;
  } else {
    const Value cell = next_cell(cursor.row, cursor.column++, Scalar<Plain>::kind);
    T value{};
    from_value(cell, value);
    return value;
  }
}

/// One row as what a query's select() makes of it: the item itself, a tuple, or the struct of as<T>().
template <class R>
struct RowReading {
  static R read(RowCursor& cursor) { return next_item<R>(cursor); }
};
template <class... Ts>
struct RowReading<std::tuple<Ts...>> {
  static ResultOf<std::tuple<Ts...>> read(RowCursor& cursor) {
    if constexpr (ResultType<std::tuple<Ts...>>::is_known) {
      return {next_item<Ts>(cursor)...};
    } else {
      return {};
    }
  }
};
template <class T, class... Ts>
struct RowReading<Into<T, Ts...>> {
  static T read(RowCursor& cursor) { return {next_item<Ts>(cursor)...}; }
};

template <class R>
ResultOf<R> read_result(Row& row, Dialect dialect) {
  RowCursor cursor{row, dialect};
  return RowReading<R>::read(cursor);
}

// Sinks: all rows into a vector, the first one into an optional.
template <class R>
bool append_row(void* rows, Row& row, Dialect dialect) {
  static_cast<std::vector<ResultOf<R>>*>(rows)->push_back(read_result<R>(row, dialect));
  return true;
}

template <class R>
bool take_row(void* out, Row& row, Dialect dialect) {
  static_cast<std::optional<ResultOf<R>>*>(out)->emplace(read_result<R>(row, dialect));
  return false;
}

/// Calls the user's function with each row; a model is read into the same object every time.
template <class R, class Visit>
struct RowCall {
  Visit& function;
  ResultOf<R> current;

  static bool visit(void* context, Row& row, Dialect dialect) {
    auto& call = *static_cast<RowCall*>(context);
    if constexpr (IsModel<R>) {
      row.model(codec_of(Model<R>::info, dialect), 0, &call.current);
    } else {
      call.current = read_result<R>(row, dialect);
    }
    if constexpr (std::is_same_v<decltype(call.function(std::as_const(call.current))), bool>) {
      return call.function(std::as_const(call.current));
    } else {
      call.function(std::as_const(call.current));
      return true;
    }
  }
};

/// A part of a key; text stays borrowed, so the caller's must be there while the statement runs.
template <class Part, class Given>
Value key_part(const Given& given) {
  constexpr bool fits = Literal<ValueOf<Part>, Given>;
  static_assert(fits, "this is not the type of the key");
  if constexpr (fits) {
    return literal<ValueOf<Part>>(given);
  } else {
    return Value();
  }
}

}  // namespace detail
}  // namespace ochre
