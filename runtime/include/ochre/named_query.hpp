// Common table expressions: queries with a name that other queries, and recursive ones themselves, select
// from. Their rows are what they are for any query: values, tuples, or whole models.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "ochre/query.hpp"

namespace ochre {

namespace detail {

/// Whether an item is a row of a model.
template <class Item>
inline constexpr bool is_whole_row = requires {
  Model<Item>::info;
};

/// How many columns an item of a row has.
template <class Item>
std::size_t width_of() {
  if constexpr (is_whole_row<ValueOf<Item>>) {
    return Model<ValueOf<Item>>::info.columns.size();
  } else {
    return 1;
  }
}

/// The rows of a common table expression: items, each with columns that follow those of the item before it.
template <class R>
struct NamedRow : NamedRow<std::tuple<R>> {};
template <class... Ts>
struct NamedRow<std::tuple<Ts...>> {
  static constexpr std::size_t items = sizeof...(Ts);
  template <std::size_t I>
  using Item = std::tuple_element_t<I, std::tuple<Ts...>>;

  static std::size_t columns_before(std::size_t item) {
    const std::size_t widths[] = {width_of<Ts>()...};
    std::size_t sum = 0;
    for (std::size_t i = 0; i < item; ++i) sum += widths[i];
    return sum;
  }
};
template <class T, class... Ts>
struct NamedRow<Into<T, Ts...>> : NamedRow<std::tuple<Ts...>> {};

template <class R>
std::size_t column_count() {
  return NamedRow<R>::columns_before(NamedRow<R>::items);
}

/// The columns of a common table expression are named c0, c1, …
Fragment named_column(std::string_view name, std::size_t index);
Fragment named_definition(std::string_view name, std::size_t columns, const Fragment& query, bool recursive);
Fragment from_named(std::string_view name, std::size_t columns);
void put_named_rows(Fragment& out, std::string_view name, std::size_t columns);

template <class R>
void put_item(Fragment& out, const Named<R>& named) {
  put_named_rows(out, named.name(), column_count<R>());
}

}  // namespace detail

/// A common table expression with rows of type R. Put it before a query with Query::with. One whose rows are
/// those of a model can itself be selected: select(posts, named).
template <class R>
class Named {
  using Items = detail::NamedRow<R>;

 public:
  Named(std::string_view name, Fragment definition) : name_(name), definition_(std::move(definition)) {}

  /// Item I of the rows, as an expression. It is a value; whole rows have columns of their own, see below.
  template <std::size_t I = 0>
  auto column() const {
    static_assert(I < Items::items, "The named query has fewer items.");
    if constexpr (I < Items::items) {
      using T = typename Items::template Item<I>;
      static_assert(!detail::is_whole_row<ValueOf<T>>,
                    "This item of the named query is a whole row; say which column: column(users.name).");
      return Expr<T>{detail::named_column(name_, Items::columns_before(I))};
    }
  }
  /// A column of whole rows: named.column(users.name), or column<1>(posts.title) when these are item 1.
  template <std::size_t I = 0, auto... Members>
  auto column(const Column<Members...>& column) const {
    using C = Column<Members...>;
    static_assert(I < Items::items, "The named query has fewer items.");
    if constexpr (I < Items::items) {
      using T = typename Items::template Item<I>;
      static_assert(std::is_same_v<ValueOf<T>, typename C::Owner>,
                    "This item of the named query is no row of the column's table.");
      using Type =
          std::conditional_t<is_nullable<T>, std::optional<ValueOf<typename C::Type>>, typename C::Type>;
      return Expr<Type>{detail::named_column(name_, Items::columns_before(I) + column.index)};
    }
  }

  const std::string& name() const { return name_; }
  const Fragment& definition() const { return definition_; }

 private:
  std::string name_;
  Fragment definition_;
};

/// Names a query. The name must be unique within the query that uses it. Throws Unsupported for more than 255
/// columns.
template <class R, class... Outer>
Named<R> named(std::string_view name, const Query<R, Outer...>& query) {
  return Named<R>(name, detail::named_definition(name, detail::column_count<R>(), query.fragment(), false));
}

/// A recursive query: the rows of `first`, then those of `step` for the rows found so far, until no new row
/// comes. `step` receives the Named itself:
///   recursive("reach", from(edges).where(edges.from_id == 1).select(edges.to_id), [](const auto& reach) {
///     return from(edges).join(reach, edges.from_id == reach.column()).select(edges.to_id); });
template <class R, class... Outer, class Step>
Named<R> recursive(std::string_view name, const Query<R, Outer...>& first, Step&& step) {
  const auto next = step(Named<R>(name, Fragment()));
  const auto both = first.union_with(next);
  return Named<R>(name, detail::named_definition(name, detail::column_count<R>(), both.fragment(), true));
}

/// All rows of a common table expression; the query brings its definition along. Conditions and orders speak
/// of the named query's columns, not of the table's they came from.
template <class R>
Query<R> from(const Named<R>& named) {
  Fragment out = detail::from_named(named.name(), detail::column_count<R>());
  detail::put_definition(out, named.definition());
  return Query<R>(std::move(out));
}

}  // namespace ochre
