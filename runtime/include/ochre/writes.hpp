// What the richer writes are told: where rows conflict and what happens then, and rows that go in with
// others. Session::upsert, get_or_insert and insert take them; nothing here touches a database.
#pragma once

#include <type_traits>
#include <utility>

#include "ochre/column.hpp"
#include "ochre/expression.hpp"
#include "ochre/query.hpp"
#include "ochre/relation.hpp"

namespace ochre {

/// The value a row brought that met a conflict: on_conflict(…).set(stock.count, stock.count +
/// excluded(stock.count)). Only upserts know it: https://www.sqlite.org/lang_upsert.html.
template <class C>
requires std::is_base_of_v<ColumnRef, C>
auto excluded(const C& column) {
  Expr<typename C::Type> out;
  detail::put(out, static_cast<const ColumnRef&>(column));
  out.op(Op::Excluded);
  return out;
}

/// What to do when a row with the same values in some columns, which must be unique, is there already. The
/// steps move it on: write them in one expression, or assign std::move(it).set(…).
template <class R>
class OnConflict {
 public:
  explicit OnConflict(Fragment target) : fragment_(std::move(target)) {}

  /// Overwrites these columns of the row that is there; none named: leaves it alone.
  template <class... Columns>
  [[nodiscard]] OnConflict update(const Columns&... columns) && {
    (add_set(columns, excluded(columns)), ...);
    return static_cast<OnConflict&&>(*this);
  }
  /// Sets a column of the row that is there to a value or expression, as an update by query does: values are
  /// normalised and validated when it runs.
  template <class C, class V>
  [[nodiscard]] OnConflict set(const C& column, const V& value) && {
    add_set(column, value);
    return static_cast<OnConflict&&>(*this);
  }
  /// Only when the condition holds for the row that is there; else it is left alone, and upsert() returns
  /// nothing.
  [[nodiscard]] OnConflict where(const Expr<bool>& condition) && {
    detail::put_clause(fragment_, condition, Op::Where);
    return static_cast<OnConflict&&>(*this);
  }

  const Fragment& fragment() const { return fragment_; }

 private:
  template <class C, class V>
  void add_set(const C& column, const V& value) {
    detail::column_to_set<C>();
    if constexpr (detail::can_be_set<C>) {
      static_assert(std::is_same_v<typename C::Owner, R>, "only columns of the same table can be set");
      using detail::put_set;
      put_set(fragment_, column, value);
    }
  }

  Fragment fragment_;
};

/// Begins the treatment of conflicts over the columns of one unique constraint or key, in any order. Throws
/// StatementFailed when it runs and they are not unique together.
template <class First, class... Rest>
auto on_conflict(const First& first, const Rest&... rest) {
  using R = typename First::Owner;
  static_assert((std::is_same_v<typename Rest::Owner, R> && ...), "the columns belong to different tables");
  Fragment target;
  target.source(first.path);
  target.op(Op::From);
  const auto add = [&](const ColumnRef& column) {
    target.column(column);
    target.op(Op::ConflictColumn);
  };
  add(first);
  (add(rest), ...);
  return OnConflict<R>(std::move(target));
}

/// Rows to insert together with another one, in their order. A list of its own, because <tuple> would cost
/// every file that includes a generated header.
template <class... Rows>
struct RelatedRows {};
template <class First, class... Rest>
struct RelatedRows<First, Rest...> {
  First first;
  RelatedRows<Rest...> rest;
};

/// A row to insert together with the row it belongs to, and rows that belong to it in turn. Holds copies;
/// made by related().
template <class RelationType, class New, class... Children>
struct RelatedRow {
  RelationType relation;
  New fields;
  RelatedRows<Children...> children;
};

namespace detail {

template <class RelationType>
inline constexpr bool ends_at_one = false;
template <class From, class To>
inline constexpr bool ends_at_one<Relation<From, To, Ends::One>> = true;

/// One line for each mistake.
template <Ends E>
constexpr void can_link() {
  static_assert(E != Ends::Joined,
                "The rows that join these two have a field that must be given: insert such a row, with its "
                "keys, instead of linking.");
  static_assert(E == Ends::Linked || E == Ends::Joined,
                "Only rows of a many-to-many relation are linked; set the key of the row that holds it.");
}
template <Ends E>
constexpr void can_unlink() {
  static_assert(E == Ends::Linked || E == Ends::Joined,
                "Only rows of a many-to-many relation are unlinked; set the key of the row that holds it.");
}
template <class RelationType>
inline constexpr bool ends_at_joined = false;
template <class From, class To>
inline constexpr bool ends_at_joined<Relation<From, To, Ends::Joined>> = true;

/// The fields themselves, or what a function makes of the outer row.
template <class From, class New>
auto related_fields(const From& outer, New& fields) {
  if constexpr (std::is_invocable_v<New&, const From&>) {
    return fields(outer);
  } else {
    return std::move(fields);
  }
}

/// Whether `fields` of a related() make the row its relation leads to; related() has said so otherwise.
template <class RelationType, class New>
inline constexpr bool leads_to =
    std::is_same_v<typename RowOf<decltype(related_fields(
                       std::declval<const typename RelationType::Source&>(), std::declval<New&>()))>::Type,
                   typename RelationType::Target>;

inline RelatedRows<> rows_of() { return {}; }
template <class First, class... Rest>
RelatedRows<First, Rest...> rows_of(First first, Rest... rest) {
  return {std::move(first), rows_of(std::move(rest)...)};
}

/// Calls `work` with all of them.
template <class Work, class... Done>
decltype(auto) with_each(RelatedRows<>&, Work&& work, Done&... done) {
  return work(done...);
}
template <class First, class... Rest, class Work, class... Done>
decltype(auto) with_each(RelatedRows<First, Rest...>& rows, Work&& work, Done&... done) {
  return with_each(rows.rest, work, done..., rows.first);
}

}  // namespace detail

/// `relation` leads from the outer row to this one, and `fields` are a New struct, or a function that makes
/// one when the outer row is there: related(users.posts, [](const User& user) { return NewPost{.author_id =
/// user.id, …}; }). The key fields that refer from one of the two to the other are filled in, whatever they
/// hold. A row that the outer one refers to, as in related(posts.author, NewUser{…}), is inserted before it;
/// a function for such a row is given the outer row without its key.
template <class RelationType, class New, class... Children>
RelatedRow<RelationType, New, Children...> related(const RelationType& relation, New fields,
                                                   Children... children) {
  static_assert(detail::leads_to<RelationType, New>, "this is not a row the relation leads to");
  static_assert(!detail::ends_at_joined<RelationType>,
                "The rows that join these two have a field that must be given: insert such a row, with its "
                "keys, after the two.");
  return {relation, std::move(fields), detail::rows_of(std::move(children)...)};
}

}  // namespace ochre
