#include "differential_query.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace differential {

std::vector<Sight> all_of(const std::vector<Row>& table) {
  std::vector<Sight> out;
  for (const Row& row : table) {
    out.emplace_back();
    out.back().rows[0] = &row;
  }
  return out;
}

std::vector<Sight> joined(const std::vector<Sight>& left, std::size_t place, const std::vector<Row>& table,
                          const HoldsFor& on, bool outer) {
  std::vector<Sight> out;
  for (Sight sight : left) {
    bool found = false;
    for (const Row& row : table) {
      sight.rows[place] = &row;
      if (on(sight) != true) continue;
      found = true;
      out.push_back(sight);
    }
    sight.rows[place] = nullptr;
    if (!found && outer) out.push_back(sight);
  }
  return out;
}

std::vector<Sight> filtered(const std::vector<Sight>& rows, const HoldsFor& condition) {
  std::vector<Sight> out;
  for (const Sight& row : rows) {
    if (condition(row) == true) out.push_back(row);
  }
  return out;
}

Cell Aggregate::over(const std::vector<Sight>& rows) const {
  std::vector<Cell> values;
  std::int64_t count = 0;
  for (const Sight& row : rows) {
    if (filter && filter(row) != true) continue;
    ++count;
    const Cell value = operand ? operand(row) : Cell();
    if (!is_null(value)) values.push_back(value);
  }
  if (kind == Rows) return count;
  if (kind == CountDistinct || kind == SumDistinct) {
    const std::set<Cell> once(values.begin(), values.end());
    values.assign(once.begin(), once.end());
  }
  if (kind == Count || kind == CountDistinct) return static_cast<std::int64_t>(values.size());
  if (values.empty()) return {};
  const auto before = [](const Cell& left, const Cell& right) { return order(left, right) < 0; };
  if (kind == Least) return *std::min_element(values.begin(), values.end(), before);
  if (kind == Greatest) return *std::max_element(values.begin(), values.end(), before);
  std::int64_t whole = 0;
  double real = 0;
  for (const Cell& value : values) {
    if (value.index() == 1) whole += integer(value), real += static_cast<double>(integer(value));
    if (value.index() == 2) real += std::get<double>(value);
  }
  if (kind == Average) return real / static_cast<double>(values.size());
  return values[0].index() == 1 ? Cell(whole) : Cell(real);
}

std::vector<std::vector<Sight>> grouped(const std::vector<Sight>& rows, const std::vector<ValueOf>& keys) {
  std::map<Row, std::vector<Sight>> groups;
  for (const Sight& row : rows) {
    Row key;
    for (const ValueOf& value : keys) key.push_back(value(row));
    groups[key].push_back(row);
  }
  std::vector<std::vector<Sight>> out;
  for (auto& [key, group] : groups) out.push_back(std::move(group));
  return out;
}

std::vector<Row> sorted(std::vector<Sortable> rows, const std::vector<Direction>& directions) {
  std::stable_sort(rows.begin(), rows.end(), [&](const Sortable& left, const Sortable& right) {
    for (std::size_t i = 0; i < directions.size(); ++i) {
      const Cell& a = left.keys[i];
      const Cell& b = right.keys[i];
      if (is_null(a) && is_null(b)) continue;
      if (is_null(a) || is_null(b)) return is_null(a) == directions[i].nulls_first;
      const int sign = order(a, b);
      if (sign != 0) return directions[i].descending ? sign > 0 : sign < 0;
    }
    return false;
  });
  std::vector<Row> out;
  for (Sortable& row : rows) out.push_back(std::move(row.row));
  return out;
}

std::vector<Row> part(const std::vector<Row>& rows, std::size_t offset, std::size_t limit) {
  const std::size_t begin = std::min(offset, rows.size());
  const std::size_t end = std::min(begin + limit, rows.size());
  return {rows.begin() + static_cast<std::ptrdiff_t>(begin), rows.begin() + static_cast<std::ptrdiff_t>(end)};
}

std::vector<Row> distinct(const std::vector<Row>& rows) {
  const std::set<Row> once(rows.begin(), rows.end());
  return {once.begin(), once.end()};
}

std::vector<Row> combined(const std::vector<Row>& left, const std::vector<Row>& right, Combination how) {
  std::vector<Row> both = left;
  both.insert(both.end(), right.begin(), right.end());
  if (how == Combination::UnionAll) return both;
  if (how == Combination::Union) return distinct(both);
  const std::set<Row> others(right.begin(), right.end());
  std::vector<Row> out;
  for (const Row& row : distinct(left)) {
    if (others.contains(row) == (how == Combination::Intersect)) out.push_back(row);
  }
  return out;
}

}  // namespace differential
