// Relations as typed constants of table objects: predicates over related rows, paths to one row, and what a
// graph loads. They need only forward declarations of the models they join, so generated headers never
// include each other; using one needs the headers of both models.
#pragma once

#include <cstdint>
#include <type_traits>
#include <utility>

#include "ochre/expression.hpp"
#include "ochre/model_info.hpp"
#include "ochre/path.hpp"
#include "ochre/table.hpp"

namespace ochre {

/// A relation at a path, by its number in the model's relations.
struct RelationRef {
  Path path;
  std::uint8_t index = 0;

  constexpr RelationRef(const Path& where, std::uint8_t number) : path(where), index(number) {}
};

/// A relation to load with a graph, with a filter, an order and a limit per parent row.
template <class From, class To>
class Included {
 public:
  using Source = From;
  using Target = To;

  explicit Included(const RelationRef& relation) : relation_(relation) {}

  template <Condition C>
  Included where(C&& condition) && {
    detail::put_clause(clauses_, std::forward<C>(condition), Op::Where);
    return std::move(*this);
  }
  template <class... Keys>
  Included order_by(const Keys&... keys) && {
    (detail::put_order(clauses_, keys), ...);
    return std::move(*this);
  }
  /// At most `count` rows for each parent.
  Included limit(std::int64_t count) && {
    detail::put_count(clauses_, count, Op::Limit);
    return std::move(*this);
  }

  const RelationRef& relation() const { return relation_; }
  const Fragment& clauses() const { return clauses_; }

 private:
  RelationRef relation_;
  Fragment clauses_;
};

/// What all relations can be asked. Conditions may use the target's columns and those of the outer query.
template <class From, class To>
struct Relation : RelationRef {
  using Source = From;
  using Target = To;
  using RelationRef::RelationRef;

  /// There is a related row; one that meets the condition.
  Expr<bool> any() const { return related<bool>(Fragment(), Op::Any); }
  template <Condition C>
  Expr<bool> any(C&& condition) const {
    return related<bool>(detail::clause(std::forward<C>(condition), Op::Where), Op::Any);
  }
  /// There is no related row; none that meets the condition.
  Expr<bool> none() const { return related<bool>(Fragment(), Op::None); }
  template <Condition C>
  Expr<bool> none(C&& condition) const {
    return related<bool>(detail::clause(std::forward<C>(condition), Op::Where), Op::None);
  }
  /// How many related rows there are.
  Expr<std::int64_t> count() const { return related<std::int64_t>(Fragment(), Op::CountRelated); }
  template <Condition C>
  Expr<std::int64_t> count(C&& condition) const {
    return related<std::int64_t>(detail::clause(std::forward<C>(condition), Op::Where), Op::CountRelated);
  }

  /// Loads only some related rows: `users.posts.where(…).order_by(…).limit(5)`.
  template <Condition C>
  Included<From, To> where(C&& condition) const {
    return Included<From, To>(*this).where(std::forward<C>(condition));
  }
  template <class... Keys>
  Included<From, To> order_by(const Keys&... keys) const {
    return Included<From, To>(*this).order_by(keys...);
  }
  Included<From, To> limit(std::int64_t count) const { return Included<From, To>(*this).limit(count); }

 private:
  template <class T>
  Expr<T> related(const Fragment& clauses, Op op) const {
    Fragment out;
    out.source(path);
    out.op(Op::Open);
    out.append(clauses);
    out.op(Op::Close);
    out.op(op, index);
    return Expr<T>(std::move(out));
  }
};

/// Leads to at most one row: `posts.author`, `users.profile`. Calling it walks there: `posts.author().name`.
template <class From, class To>
struct ToOne : Relation<From, To> {
  using Relation<From, To>::Relation;

  /// The target's table object at the end of this path. Columns reached through it are NULL where there is no
  /// row; select them as nullable(posts.editor().name).
  constexpr auto operator()() const {
    return typename Model<To>::Table{Table<To>{this->path.then(this->index)}};
  }
};

/// Leads to any number of rows that hold this model's key.
template <class From, class To>
struct ToMany : Relation<From, To> {
  using Relation<From, To>::Relation;
};

/// Leads to any number of rows through a join table, where a row may be related to many.
template <class From, class To>
struct ManyToMany : Relation<From, To> {
  using Relation<From, To>::Relation;
};

/// A relation of a table object.
template <class T>
concept RelationObject = std::is_base_of_v<RelationRef, std::remove_cvref_t<T>>;

}  // namespace ochre
