// Queries that travel: to_json() writes one with the names of the schema, query_from_json() reads it back.
// What comes in is not trusted: every name, type and operand is checked against the schema, values are bound,
// raw SQL and changes are refused, and the rows must be of the type that is asked for. What a client may see
// is not checked: add conditions of your own to whole rows, or give a schema of the tables it may ask about.
#pragma once

#include <string_view>
#include <tuple>

#include "ochre/model_info.hpp"
#include "ochre/query.hpp"
#include "ochre/table.hpp"

namespace ochre {

template <int Precision, int Scale, bool Narrow>
class Decimal;

namespace detail {

/// What a program reads from one place of a row: a value, or a whole model.
struct RowItem {
  Kind kind = Kind::Int64;
  bool nullable = false;
  int scale = -1;                                      // of a decimal
  bool wide = false;                                   // a decimal of more than 18 digits
  const ModelInfo* model = nullptr;                    // of whole rows
  bool (*has_enumerator)(std::string_view) = nullptr;  // of an enum
};

template <class T>
inline constexpr int scale_of = -1;
template <int Precision, int Scale, bool Narrow>
inline constexpr int scale_of<Decimal<Precision, Scale, Narrow>> = Scale;
template <class T>
inline constexpr bool is_wide = false;
template <int Precision, int Scale>
inline constexpr bool is_wide<Decimal<Precision, Scale, false>> = true;

template <class T>
constexpr RowItem row_item() {
  using Plain = ValueOf<T>;
  RowItem item{.nullable = is_nullable<T>};
  if constexpr (requires { Model<Plain>::info; }) {
    item.model = &Model<Plain>::info;
  } else {
    item.kind = Scalar<Plain>::kind;
    item.scale = scale_of<Plain>;
    item.wide = is_wide<Plain>;
    if constexpr (std::is_enum_v<Plain>) {
      item.has_enumerator = [](std::string_view text) {
        Plain value{};
        return from_string(text, value);
      };
    }
  }
  return item;
}

template <class R>
struct RowItems {
  static constexpr RowItem list[] = {row_item<R>()};
};
template <class... Ts>
struct RowItems<std::tuple<Ts...>> {
  static constexpr RowItem list[] = {row_item<Ts>()...};
};

Fragment query_from_json(const Path& table, const SchemaInfo& schema, std::string_view json);
Fragment query_from_json(View<const RowItem> row, const SchemaInfo& schema, std::string_view json);
Fragment graph_from_json(const Path& table, const SchemaInfo& schema, std::string_view json,
                         Fragment& includes);

}  // namespace detail

/// Reads a query for whole rows of `table` that to_json() wrote, in this process or another one with the same
/// schema. Each row is one of `table`, so that conditions on it that are added hold for all of them. Throws
/// ValidationFailed with a sentence for anything else, however it is made.
template <TableObject T>
Query<typename T::Row> query_from_json(const T& table, const SchemaInfo& schema, std::string_view json) {
  return Query<typename T::Row>(detail::query_from_json(table.path_, schema, json));
}

/// Reads a query with rows of type R, which is what its select() made of them: a value, a model, or a
/// std::tuple of these; optional where they may be NULL, as after a left join. Throws ValidationFailed when
/// the query has other rows, and for what is no query. A condition that is added holds for the table it
/// names, and the query may have joined that table again: `schema` is what keeps tables out of reach.
///   query_from_json<std::tuple<std::string, std::int64_t>>(blog::schema, text).as<NameCount>()
template <class R>
Query<R> query_from_json(const SchemaInfo& schema, std::string_view json) {
  return Query<R>(detail::query_from_json(detail::RowItems<R>::list, schema, json));
}

/// Reads what GraphQuery::to_json() wrote, with its includes. Give db.graph() a Budget for those.
template <TableObject T>
GraphQuery<typename T::Row> graph_from_json(const T& table, const SchemaInfo& schema, std::string_view json) {
  Fragment includes;
  Fragment query = detail::graph_from_json(table.path_, schema, json, includes);
  return GraphQuery<typename T::Row>(static_cast<Fragment&&>(query), static_cast<Fragment&&>(includes));
}

}  // namespace ochre
