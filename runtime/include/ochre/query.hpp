// Queries as values: from(users).where(…).order_by(…).limit(…), selections, updates. Building one touches no
// database; every step returns a new query, so a query can be kept and grown in several directions. Running
// queries is the session's business, rendering them the query room's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "ochre/column.hpp"
#include "ochre/dialect.hpp"
#include "ochre/expression.hpp"
#include "ochre/relation.hpp"
#include "ochre/table.hpp"

namespace ochre {

/// A query as a database would receive it, for logs and tests.
struct SqlText {
  std::string text;                   ///< one statement, with placeholders
  std::vector<std::string> bindings;  ///< parameter n is bindings[n - 1], shown as SQL literals
};

/// The result type of a selection read into a struct T from columns of types Ts.
template <class T, class... Ts>
struct Into {};

template <class R, class... Outer>
class Query;
template <class R>
class Update;
template <class R>
class GraphQuery;
template <class R>
class Named;

namespace detail {

void put_join(Fragment& out, const RelationRef& relation, const Path& joined, JoinSide side);
void put_join_on(Fragment& out, const Path& joined, const Fragment& condition, JoinSide side);
/// Makes a common table expression known, unless it is already.
void put_definition(Fragment& out, const Fragment& definition);
void put_join_named(Fragment& out, std::string_view name, const Fragment& condition, JoinSide side);
/// One step of an include chain.
void put_level(Fragment& out, const RelationRef& relation, const Fragment& clauses);

template <class From, class To, Ends E>
void put_step(Fragment& out, const Relation<From, To, E>& step) {
  put_level(out, step, Fragment());
}
template <class From, class To>
void put_step(Fragment& out, const Included<From, To>& step) {
  put_level(out, step.relation(), step.clauses());
}

/// Whether each step of an include begins at the model where the one before it ends.
template <class Model>
constexpr bool is_chain() {
  return true;
}
template <class Model, class First, class... Rest>
constexpr bool is_chain() {
  return std::is_same_v<typename First::Source, Model> && is_chain<typename First::Target, Rest...>();
}

template <class Owner, class... Outer>
inline constexpr bool is_outer = (std::is_same_v<Owner, Outer> || ...);

/// The C++ type a selected item has in a result.
template <class Item, class... Outer>
struct Selected {
  using Type = typename Item::Type;
};
template <auto... Members, class... Outer>
struct Selected<Column<Members...>, Outer...> {
  using Plain = typename Column<Members...>::Type;
  using Type = std::conditional_t<is_outer<typename Column<Members...>::Owner, Outer...>,
                                  std::optional<ValueOf<Plain>>, Plain>;
};
template <TableObject Item, class... Outer>
struct Selected<Item, Outer...> {
  using Type = std::conditional_t<is_outer<typename Item::Row, Outer...>, std::optional<typename Item::Row>,
                                  typename Item::Row>;
};

template <class R, class... Outer>
struct Selected<Named<R>, Outer...> {
  using Type = std::conditional_t<is_outer<Named<R>, Outer...>, std::optional<ValueOf<R>>, R>;
};

/// Whether select() takes an item.
template <class Item>
inline constexpr bool can_be_selected = Expression<Item> || TableObject<Item>;
template <class R>
inline constexpr bool can_be_selected<Named<R>> = requires {
  Model<ValueOf<R>>::info;
};

// <utility> declares std::tuple; a program whose rows are tuples includes <tuple>, all others save its
// weight.
template <class... Ts>
struct Row_ {
  using Type = std::tuple<Ts...>;
};
template <class T>
struct Row_<T> {
  using Type = T;
};

template <class Item>
[[gnu::always_inline]] inline void put_item(Fragment& out, const Item& item) {
  if constexpr (TableObject<Item>) {
    out.source(item.path_);
    out.op(Op::SelectModel);
  } else {
    put_clause(out, item, Op::Select);
  }
}
template <class R>
void put_item(Fragment& out, const Named<R>& named);

template <class C, class R>
constexpr void assignment_of() {
  static_assert(
      Comparable<typename C::Type, R>,
      "The value has not the type of the column. Integers go into integers, numbers into floats, text into "
      "text; std::nullopt into columns that may be NULL.");
}

/// Whether C can stand in set().
template <class C>
inline constexpr bool can_be_set = requires {
  typename C::Owner;
};
template <auto... Members>
inline constexpr bool can_be_set<Column<Members...>> = is_written<Members...>;

template <class C>
constexpr void column_to_set() {
  static_assert(can_be_set<C>,
                "set() takes columns, and none that is computed or an @auto key: the database makes those.");
}

template <class C, class R>
void put_set(Fragment& out, const C& column, const R& value) {
  using T = typename C::Type;
  put(out, static_cast<const ColumnRef&>(column));
  if constexpr (std::is_same_v<R, std::nullopt_t> ? is_nullable<T> : Comparable<T, R>) {
    put(out, beside<T>(value));
  } else {
    assignment_of<C, R>();
  }
  out.op(Op::Set);
}

std::string graph_to_json(const Fragment& query, const Fragment& includes);
Fragment limited(const Fragment& query, std::int64_t count);

}  // namespace detail

/// A query whatever its rows are. Copies are independent; const use from several threads is safe.
class AnyQuery {
 public:
  /// A query of all rows of the table at the end of a path.
  explicit AnyQuery(const Path& table);
  explicit AnyQuery(const Fragment& fragment) : fragment_(fragment) {}

  /// There is a row; for conditions of other queries, whose columns it may use.
  Expr<bool> exists() const;

  /// The query in SQL; needs no database. Throws Unsupported or StatementFailed for queries that mean
  /// nothing.
  SqlText sql(Dialect dialect) const;
  /// The query as JSON, with the names of the schema; query_from_json (query_json.hpp) reads it back. Throws
  /// Unsupported for what could not be read back, and names it: raw SQL, NaN, texts that are not UTF-8, named
  /// queries with a table's name, more than 1 MiB, 100 levels or 10,000 operators.
  std::string to_json() const;

  [[gnu::always_inline]] const Fragment& fragment() const { return fragment_; }
  [[gnu::always_inline]] Fragment& edit() { return fragment_; }

 private:
  Fragment fragment_;
};

/// A query whose rows are R: a model's struct, a single value, or a tuple. `Outer` lists the models of left
/// joins, whose columns come out optional. Copies are independent; const use from several threads is safe.
template <class R, class... Outer>
class Query : public AnyQuery {
 public:
  using Result = R;
  using AnyQuery::AnyQuery;

  /// Keeps the rows that meet the condition; several calls must all hold.
  [[nodiscard, gnu::always_inline]] Query where(const Expr<bool>& condition) && {
    detail::put_clause(this->edit(), condition, Op::Where);
    return static_cast<Query&&>(*this);
  }
  [[nodiscard]] Query where(const Expr<bool>& condition) const& { return Query(*this).where(condition); }

  /// Adds the condition that `make` returns for the value, when there is one:
  /// where_if(filter.name, [](const auto& name) { return users.name.contains(name); }).
  template <class T, class Make>
  [[nodiscard]] Query where_if(const std::optional<T>& value, Make&& make) && {
    return value ? static_cast<Query&&>(*this).where(make(*value)) : static_cast<Query&&>(*this);
  }
  template <class T, class Make>
  [[nodiscard]] Query where_if(const std::optional<T>& value, Make&& make) const& {
    return Query(*this).where_if(value, static_cast<Make&&>(make));
  }
  /// Adds the condition when `wanted`. Either way the condition is built, so it must not need what is
  /// missing.
  [[nodiscard]] Query where_if(bool wanted, const Expr<bool>& condition) && {
    if (wanted) detail::put_clause(this->edit(), condition, Op::Where);
    return static_cast<Query&&>(*this);
  }
  [[nodiscard]] Query where_if(bool wanted, const Expr<bool>& condition) const& {
    return Query(*this).where_if(wanted, condition);
  }

  /// Orders by expressions (ascending) or `.asc()` and `.desc()` of them; later calls add lesser keys. NULLs
  /// come last unless nulls_first() says otherwise; enums order by declaration. The first call replaces the
  /// model's `order by`. Rows that agree in all keys come in any order.
  template <class... Keys>
  [[nodiscard, gnu::always_inline]] Query order_by(const Keys&... keys) && {
    detail::put_orders(this->edit(), keys...);
    return static_cast<Query&&>(*this);
  }
  template <class... Keys>
  [[nodiscard]] Query order_by(const Keys&... keys) const& {
    return Query(*this).order_by(keys...);
  }

  /// At most `count` rows; 0 is none. Throws ValidationFailed when negative.
  [[nodiscard, gnu::always_inline]] Query limit(std::int64_t count) && {
    detail::put_count(this->edit(), count, Op::Limit);
    return static_cast<Query&&>(*this);
  }
  [[nodiscard]] Query limit(std::int64_t count) const& { return Query(*this).limit(count); }
  /// Skips the first `count` rows, which the database reads all the same: for pages, Session::page is faster.
  /// Throws ValidationFailed when negative.
  [[nodiscard]] Query offset(std::int64_t count) && {
    detail::put_count(this->edit(), count, Op::Offset);
    return static_cast<Query&&>(*this);
  }
  [[nodiscard]] Query offset(std::int64_t count) const& { return Query(*this).offset(count); }

  /// Joins the rows of a relation: a row comes once for each, and rows without any disappear. `joined` names
  /// another occurrence of the target: join(employees.manager, alias(employees, 1)).
  template <class From, class To, Ends E>
  [[nodiscard]] Query join(const Relation<From, To, E>& relation) const {
    return joined(relation, Path{&Model<To>::info});
  }
  template <class From, class To, Ends E, TableObject T>
  [[nodiscard]] Query join(const Relation<From, To, E>& relation, const T& joined_table) const {
    static_assert(std::is_same_v<typename T::Row, To>, "the table is not the relation's target");
    return joined(relation, joined_table.path_);
  }
  /// Joins a table on a condition, for pairs that no relation makes: join(alias(users, 1), users.age >
  /// alias(users, 1).age). Without a condition that tells rows apart every row meets every other.
  template <TableObject T>
  [[nodiscard]] Query join(const T& table, const Expr<bool>& condition) const {
    Query copy = *this;
    detail::put_join_on(copy.edit(), table.path_, condition, JoinSide::Inner);
    return copy;
  }
  /// Joins a common table expression on a condition.
  template <class N>
  [[nodiscard]] Query join(const Named<N>& named, const Expr<bool>& condition) const {
    Query copy = *this;
    detail::put_join_named(copy.edit(), named.name(), condition, JoinSide::Inner);
    return copy;
  }

  /// Like join, but keeps rows without a match; what is selected of the joined model is optional.
  template <class From, class To, Ends E>
  [[nodiscard]] auto left_join(const Relation<From, To, E>& relation) const {
    Query<R, Outer..., To> grown(this->fragment());
    detail::put_join(grown.edit(), relation, Path{&Model<To>::info}, JoinSide::Left);
    return grown;
  }
  template <class From, class To, Ends E, TableObject T>
  [[nodiscard]] auto left_join(const Relation<From, To, E>& relation, const T& joined_table) const {
    Query<R, Outer..., To> grown(this->fragment());
    detail::put_join(grown.edit(), relation, joined_table.path_, JoinSide::Left);
    return grown;
  }
  /// Columns of a common table expression are selected as nullable(named.column<0>()); whole rows of one
  /// come out optional by themselves.
  template <class N>
  [[nodiscard]] auto left_join(const Named<N>& named, const Expr<bool>& condition) const {
    Query<R, Outer..., Named<N>> grown(this->fragment());
    detail::put_join_named(grown.edit(), named.name(), condition, JoinSide::Left);
    return grown;
  }
  /// A table on a condition; what does not meet the condition is no match, so its rows are kept all the same.
  template <TableObject T>
  [[nodiscard]] auto left_join(const T& table, const Expr<bool>& condition) const {
    Query<R, Outer..., typename T::Row> grown(this->fragment());
    detail::put_join_on(grown.edit(), table.path_, condition, JoinSide::Left);
    return grown;
  }

  /// Makes one row of all that agree in the keys. Select keys and aggregates (aggregate.hpp) then.
  template <Expression... Keys>
  [[nodiscard]] Query group_by(const Keys&... keys) const {
    Query copy = *this;
    (detail::put_clause(copy.edit(), keys, Op::GroupBy), ...);
    return copy;
  }
  /// Keeps the groups that meet the condition.
  [[nodiscard]] Query having(const Expr<bool>& condition) const {
    Query copy = *this;
    detail::put_clause(copy.edit(), condition, Op::Having);
    return copy;
  }

  /// What a row is made of: expressions and whole models (`posts`). One item is the row itself, several are a
  /// tuple, which takes #include <tuple>. A later selection takes the place of an earlier one.
  template <class... Items>
  [[nodiscard]] auto select(const Items&... items) const {
    constexpr bool are_items = sizeof...(Items) > 0 && (detail::can_be_selected<Items> && ...);
    static_assert(are_items,
                  "select() takes columns, expressions, tables and named queries of whole rows, one of them "
                  "at least.");
    if constexpr (are_items) {
      using Type = typename detail::Row_<typename detail::Selected<Items, Outer...>::Type...>::Type;
      Query<Type, Outer...> selected(this->fragment());
      selected.edit().begin_selection();
      (detail::put_item(selected.edit(), items), ...);
      return selected;
    } else {
      return *this;
    }
  }
  /// Reads the selected items into an aggregate, member by member in the order of both: select(users.name,
  /// count()).as<NameCount>().
  template <class T>
  [[nodiscard]] auto as() const {
    return as_<T>(static_cast<R*>(nullptr));
  }
  /// Drops repeated rows.
  [[nodiscard]] Query distinct() const { return with_op(Op::Distinct); }

  /// Loads related rows with db.graph(): include(users.posts, posts.tags) loads the posts of the users and
  /// the tags of those posts. A step may have a filter, an order and a limit per parent; steps that begin
  /// alike are shared. Includes come last: what they return has only include() and to_json().
  template <class... Steps>
  [[nodiscard]] GraphQuery<R> include(const Steps&... steps) const {
    return GraphQuery<R>(this->fragment()).include(steps...);
  }

  /// The rows of both queries, without repetitions. Only limit, offset and further queries follow: a
  /// condition would hold for the first query alone, so that running it throws Unsupported.
  template <class... O>
  [[nodiscard]] Query union_with(const Query<R, O...>& other) const {
    return compound(other.fragment(), Op::Union);
  }
  /// The same with repetitions, which is faster.
  template <class... O>
  [[nodiscard]] Query union_all(const Query<R, O...>& other) const {
    return compound(other.fragment(), Op::UnionAll);
  }
  /// The rows that both have, without repetitions.
  template <class... O>
  [[nodiscard]] Query intersect(const Query<R, O...>& other) const {
    return compound(other.fragment(), Op::Intersect);
  }
  /// The rows of this query that the other has not, without repetitions.
  template <class... O>
  [[nodiscard]] Query except(const Query<R, O...>& other) const {
    return compound(other.fragment(), Op::Except);
  }

  /// Makes a common table expression available to this query; once is enough.
  template <class N>
  [[nodiscard]] Query with(const Named<N>& named) const {
    Query copy = *this;
    detail::put_definition(copy.edit(), named.definition());
    return copy;
  }

  /// Locks the rows for the rest of the transaction. Without effect on SQLite, where a write transaction has
  /// the whole database to itself.
  [[nodiscard]] Query for_update() const { return with_op(Op::ForUpdate); }

  /// Turns the query into an update of its rows. `value` is a C++ value, an expression (of the row as it
  /// was), or std::nullopt. Nothing happens before Session::update.
  template <class C, class V>
  [[nodiscard]] Update<R> set(const C& column, const V& value) const {
    return Update<R>(this->fragment()).set(column, value);
  }

  /// The single value of the first row, NULL when there is none.
  auto value() const {
    Fragment out;
    detail::put_query(out, this->fragment(), Op::ScalarQuery);
    return Expr<std::optional<ValueOf<R>>>{static_cast<Fragment&&>(out)};
  }

 private:
  Query joined(const RelationRef& relation, const Path& path) const {
    Query copy = *this;
    detail::put_join(copy.edit(), relation, path, JoinSide::Inner);
    return copy;
  }
  Query with_op(Op op) const {
    Query copy = *this;
    copy.edit().op(op);
    return copy;
  }
  Query compound(const Fragment& other, Op op) const {
    Query copy = *this;
    detail::put_query(copy.edit(), other, op);
    return copy;
  }
  template <class T, class... Ts>
  auto as_(std::tuple<Ts...>*) const {
    return Query<Into<T, Ts...>, Outer...>(this->fragment());
  }
  template <class T, class Item>
  auto as_(Item*) const {
    return Query<Into<T, Item>, Outer...>(this->fragment());
  }
};

/// A query of a model's rows and the relations to load with them. Includes come last: the query itself cannot
/// be changed any more.
template <class R>
class GraphQuery {
 public:
  using Result = R;

  explicit GraphQuery(Fragment query, Fragment includes = Fragment())
      : query_(static_cast<Fragment&&>(query)), includes_(static_cast<Fragment&&>(includes)) {}

  /// Adds a chain of relations, as Query::include does.
  template <class... Steps>
  [[nodiscard]] GraphQuery include(const Steps&... steps) const {
    static_assert(detail::is_chain<R, Steps...>(),
                  "each step must begin at the model where the last one ends");
    GraphQuery copy = *this;
    (detail::put_step(copy.includes_, steps), ...);
    copy.includes_.op(Op::Include, static_cast<std::uint8_t>(sizeof...(Steps)));
    return copy;
  }

  /// The query and its includes as JSON, which graph_from_json (query_json.hpp) reads back.
  std::string to_json() const { return detail::graph_to_json(query_, includes_); }

  const Fragment& fragment() const { return query_; }
  const Fragment& includes() const { return includes_; }

 private:
  Fragment query_;
  Fragment includes_;
};

/// An update of all rows a query selects. Raises @version and sets @updated by itself, unless they are set
/// here. A value like any query; Session::update runs it.
template <class R>
class Update {
 public:
  using Result = R;

  explicit Update(Fragment fragment) : fragment_(static_cast<Fragment&&>(fragment)) {}

  /// Sets another column. Expressions see the row as it was, so the order of the calls does not matter.
  template <class C, class V>
  [[nodiscard]] Update set(const C& column, const V& value) && {
    detail::column_to_set<C>();
    if constexpr (detail::can_be_set<C>) {
      static_assert(std::is_same_v<typename C::Owner, R>, "only columns of the updated table can be set");
      using detail::put_set;
      put_set(fragment_, column, value);
    }
    return static_cast<Update&&>(*this);
  }
  template <class C, class V>
  [[nodiscard]] Update set(const C& column, const V& value) const& {
    return Update(*this).set(column, value);
  }

  const Fragment& fragment() const { return fragment_; }

 private:
  Fragment fragment_;
};

/// A query for all rows of a table, or of another occurrence of it: from(alias(users, 1)).
template <TableObject T>
[[gnu::always_inline]] inline Query<typename T::Row> from(const T& table) {
  return Query<typename T::Row>(table.path_);
}

}  // namespace ochre
