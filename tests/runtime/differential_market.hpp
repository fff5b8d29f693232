// Random rows of market.ochre, in a database and beside it in memory, and what can be said about them:
// columns and relations, each as Ochre's expression and as a function of the rows in memory.
#pragma once

#include <functional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "differential_query.hpp"
#include "market/models.hpp"
#include "ochre/driver/sqlite.hpp"
#include "ochre/functions.hpp"

namespace differential {

using Random = std::mt19937_64;

inline std::size_t pick(Random& random, std::size_t below) { return random() % below; }
inline bool chance(Random& random, std::size_t percent) { return pick(random, 100) < percent; }
template <class T>
const T& one_of(Random& random, const std::vector<T>& choices) {
  return choices[pick(random, choices.size())];
}

template <class T>
struct Said {
  ochre::Expr<std::optional<T>> sql;
  ValueOf value;
};
using Int = Said<std::int64_t>;
using Real = Said<double>;
using Text = Said<std::string>;
using Day = Said<ochre::Date>;
using Instant = Said<ochre::Timestamp>;
struct Condition {
  ochre::Expr<bool> sql;
  HoldsFor holds;
};

struct Columns;

/// A relation of a row in sight. The rows it leads to are put at `place`.
struct Related {
  ochre::RelationRef relation;
  std::size_t place;
  std::function<std::vector<const Row*>(const Sight&)> rows;
  std::function<Columns()> columns;  // of the rows it leads to
};

/// What is in scope.
struct Columns {
  std::vector<Int> ints;
  std::vector<Real> reals;
  std::vector<Text> texts;
  std::vector<Day> days;
  std::vector<Instant> instants;
  std::vector<Condition> conditions;
  std::vector<Related> relations;

  void add(Columns other);
};

using RowOf = std::function<const Row*(const Sight&)>;
RowOf row_at(std::size_t place);

class Market {
 public:
  explicit Market(Random& random);

  ochre::Database db = market::open("sqlite::memory:");

  // What is in memory; the columns in the order of the schema, enums by the place of their value.
  std::vector<Row> persons;
  std::vector<Row> cards;
  std::vector<Row> sales;
  std::vector<Row> groups;
  std::vector<std::pair<std::int64_t, std::int64_t>> members;  // person, group

  /// The columns of a table object, whose row in memory is found by `row`; with paths of `depth` steps.
  /// Related rows are put at `place`.
  Columns of(const market::PersonTable& table, const RowOf& row, int depth, std::size_t place) const;
  Columns of(const market::CardTable& table, const RowOf& row, int depth, std::size_t place) const;
  Columns of(const market::SaleTable& table, const RowOf& row, int depth, std::size_t place) const;
  Columns of(const market::GroupTable& table, const RowOf& row, int depth, std::size_t place) const;

  HoldsFor is_member(std::size_t person, std::size_t group) const;

 private:
  void make(Random& random);

  template <class Table>
  void add_relation(Columns& out, const ochre::RelationRef& relation, std::size_t place, const Table& target,
                    const std::vector<Row>& rows,
                    std::function<bool(const Row& own, const Row& other)> related, const RowOf& own) const;
};

// Where a value stands in a row.
struct PersonRow {
  enum { Id, Name, Age, Score, Level, Born, Joined, Active, Boss };
};
struct CardRow {
  enum { Owner, Money, Word };
};
struct SaleRow {
  enum { Id, Buyer, Seller, Amount, Note, At };
};
struct GroupRow {
  enum { Id, Title };
};

/// Equality of two values of two rows.
HoldsFor same(std::size_t left_place, std::size_t left, std::size_t right_place, std::size_t right);

}  // namespace differential
