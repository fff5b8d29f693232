// Common table expressions: queries with a name that other queries, and recursive ones themselves, select
// from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "ochre/query.hpp"

namespace ochre {

namespace detail {

template <class R>
inline constexpr std::size_t column_count = 1;
template <class... Ts>
inline constexpr std::size_t column_count<std::tuple<Ts...>> = sizeof...(Ts);

template <std::size_t I, class R>
struct ElementOf {
  using Type = R;
};
template <std::size_t I, class... Ts>
struct ElementOf<I, std::tuple<Ts...>> {
  using Type = std::tuple_element_t<I, std::tuple<Ts...>>;
};

/// The columns of a common table expression are named c0, c1, …
Fragment named_column(std::string_view name, std::size_t index);
Fragment named_definition(std::string_view name, std::size_t columns, const Fragment& query, bool recursive);
Fragment from_named(std::string_view name, std::size_t columns);

}  // namespace detail

/// A common table expression with rows of type R. Put it before a query with Query::with.
template <class R>
class Named {
 public:
  Named(std::string_view name, Fragment definition) : name_(name), definition_(std::move(definition)) {}

  /// Column I of the rows, as an expression.
  template <std::size_t I = 0>
  auto column() const {
    static_assert(I < detail::column_count<R>, "the named query has fewer columns");
    return Expr<typename detail::ElementOf<I, R>::Type>{detail::named_column(name_, I)};
  }

  const std::string& name() const { return name_; }
  const Fragment& definition() const { return definition_; }

 private:
  std::string name_;
  Fragment definition_;
};

/// Names a query. The name must be unique within the query that uses it.
template <class R, class... Outer>
Named<R> named(std::string_view name, const Query<R, Outer...>& query) {
  return Named<R>(name, detail::named_definition(name, detail::column_count<R>, query.fragment(), false));
}

/// A recursive query: the rows of `first`, then those of `step` for the rows found so far, until no new row
/// comes. `step` receives the Named itself:
///   recursive("reach", from(edges).where(edges.from_id == 1).select(edges.to_id), [](const auto& reach) {
///     return from(edges).join(reach, edges.from_id == reach.column()).select(edges.to_id); });
template <class R, class... Outer, class Step>
Named<R> recursive(std::string_view name, const Query<R, Outer...>& first, Step&& step) {
  const auto next = step(Named<R>(name, Fragment()));
  const auto both = first.union_with(next);
  return Named<R>(name, detail::named_definition(name, detail::column_count<R>, both.fragment(), true));
}

/// All rows of a common table expression; the query brings its definition along.
template <class R>
Query<R> from(const Named<R>& named) {
  Fragment out = detail::from_named(named.name(), detail::column_count<R>);
  out.append(named.definition());
  return Query<R>(std::move(out));
}

}  // namespace ochre
