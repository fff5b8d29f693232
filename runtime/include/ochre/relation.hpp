// Relations as typed constants of table objects: predicates over related rows, paths to one row, and what a
// graph loads. They need only forward declarations of the models they join, so generated headers never
// include each other; using one needs the headers of both models. Building with them touches no database.
#pragma once

#include <cstdint>

#include "ochre/expression.hpp"
#include "ochre/path.hpp"
#include "ochre/table.hpp"

namespace ochre {

/// A relation at a path, by its number in the model's relations. Conditions may use the target's columns and
/// those of the outer query. What they ask becomes `exists` or a `count` inside the query, so no row comes
/// twice as it would after a join, and an index on the target's key serves it.
struct RelationRef {
  Path path;
  std::uint8_t index = 0;

  /// There is a related row; one that meets the condition.
  Expr<bool> any() const;
  Expr<bool> any(const Expr<bool>& condition) const;
  /// There is no related row; none that meets the condition.
  Expr<bool> none() const;
  Expr<bool> none(const Expr<bool>& condition) const;
  /// How many related rows there are; 0, never NULL, when there is none.
  Expr<std::int64_t> count() const;
  Expr<std::int64_t> count(const Expr<bool>& condition) const;
};

/// A relation to load with a graph, with a filter, an order and a limit per parent row. The steps move it on:
/// write them in one expression. Its order replaces the target's `order by`.
template <class From, class To>
class Included {
 public:
  using Source = From;
  using Target = To;

  explicit Included(const RelationRef& relation) : relation_(relation) {}

  /// Keeps the related rows that meet the condition; several calls must all hold.
  Included where(const Expr<bool>& condition) && {
    detail::put_clause(clauses_, condition, Op::Where);
    return static_cast<Included&&>(*this);
  }
  template <class... Keys>
  Included order_by(const Keys&... keys) && {
    detail::put_orders(clauses_, keys...);
    return static_cast<Included&&>(*this);
  }
  /// At most `count` rows for each parent. Throws ValidationFailed when negative.
  Included limit(std::int64_t count) && {
    detail::put_count(clauses_, count, Op::Limit);
    return static_cast<Included&&>(*this);
  }

  const RelationRef& relation() const { return relation_; }
  const Fragment& clauses() const { return clauses_; }

 private:
  RelationRef relation_;
  Fragment clauses_;
};

/// What a relation leads to.
enum class Ends : std::uint8_t {
  One,     ///< at most one row
  Many,    ///< any number of rows that hold this model's key
  Linked,  ///< any number of rows through a join table, where a row may be related to many
  Joined,  ///< likewise, where rows of the join table have a field that must be given: none is made by link()
};

/// A relation of a table object.
template <class From, class To, Ends E>
struct Relation : RelationRef {
  using Source = From;
  using Target = To;

  /// Loads only some related rows: `users.posts.where(…).order_by(…).limit(5)`.
  Included<From, To> where(const Expr<bool>& condition) const {
    return Included<From, To>(*this).where(condition);
  }
  template <class... Keys>
  Included<From, To> order_by(const Keys&... keys) const {
    return Included<From, To>(*this).order_by(keys...);
  }
  Included<From, To> limit(std::int64_t count) const { return Included<From, To>(*this).limit(count); }

  /// The target's table object at the end of this path: posts.author().name, and on from there. It joins what
  /// it walks over to the query, once for all uses of the path, and keeps rows that lead nowhere. Columns
  /// reached through it are NULL for those; select them as nullable(posts.editor().name).
  constexpr auto operator()() const {
    static_assert(E == Ends::One,
                  "Only a relation to one row is a path; ask any(), none() or count() of others.");
    return typename Model<To>::Table{Table<To>{this->path.then(this->index)}};
  }
};

/// Leads to at most one row: `posts.author`, `users.profile`. Calling it walks there: `posts.author().name`.
template <class From, class To>
using ToOne = Relation<From, To, Ends::One>;

/// Leads to any number of rows that hold this model's key: `users.posts`. Graph::of gives a contiguous view.
template <class From, class To>
using ToMany = Relation<From, To, Ends::Many>;

/// Leads to any number of rows through a join table, where a row may be related to many: `posts.tags`. The
/// relation that Session::link, unlink and replace_links take.
template <class From, class To>
using ManyToMany = Relation<From, To, Ends::Linked>;

/// The same where a row that joins two has a further field that must be given, so that such rows are inserted
/// as any others.
template <class From, class To>
using ManyToManyJoined = Relation<From, To, Ends::Joined>;

}  // namespace ochre
