// Queries over rows in memory, for the differential tests: joins, groups, order and sets, each in the way
// that is easiest to believe.
#pragma once

#include <array>
#include <functional>
#include <vector>

#include "differential_cells.hpp"

namespace differential {

/// The rows an expression looks at: one for each table of the query, null where an outer join found none.
struct Sight {
  std::array<const Row*, 6> rows{};
};

using ValueOf = std::function<Cell(const Sight&)>;
using HoldsFor = std::function<Truth(const Sight&)>;

std::vector<Sight> all_of(const std::vector<Row>& table);
std::vector<Sight> joined(const std::vector<Sight>& left, std::size_t place, const std::vector<Row>& table,
                          const HoldsFor& on, bool outer);
std::vector<Sight> filtered(const std::vector<Sight>& rows, const HoldsFor& condition);

struct Aggregate {
  enum Kind { Rows, Count, CountDistinct, Sum, SumDistinct, Least, Greatest, Average };
  Kind kind = Rows;
  ValueOf operand = nullptr;
  HoldsFor filter = nullptr;

  Cell over(const std::vector<Sight>& rows) const;
};

/// The rows that have the same keys, group by group.
std::vector<std::vector<Sight>> grouped(const std::vector<Sight>& rows, const std::vector<ValueOf>& keys);

struct Direction {
  bool descending = false;
  bool nulls_first = false;
};

/// A row and what it is ordered by.
struct Sortable {
  Row keys;
  Row row;
};
std::vector<Row> sorted(std::vector<Sortable> rows, const std::vector<Direction>& directions);
std::vector<Row> part(const std::vector<Row>& rows, std::size_t offset, std::size_t limit);
std::vector<Row> distinct(const std::vector<Row>& rows);

enum class Combination { Union, UnionAll, Intersect, Except };
std::vector<Row> combined(const std::vector<Row>& left, const std::vector<Row>& right, Combination how);

}  // namespace differential
