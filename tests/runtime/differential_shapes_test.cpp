// Thousands of random queries of every shape over random rows: what the database answers must be what an
// independent evaluation in memory does. A failure prints its seed, the SQL and both answers.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <tuple>

#include "differential_join.hpp"
#include "differential_maker.hpp"
#include "ochre/aggregate.hpp"
#include "ochre/errors.hpp"
#include "ochre/query_json.hpp"

using namespace differential;
using ochre::from;

namespace {

/// A query that is ordered, key by key, with what the keys are in memory.
struct Ordering {
  Query query;
  std::vector<ValueOf> keys;
  std::vector<Direction> directions;

  template <class E>
  void by(Random& random, const E& expression, const ValueOf& value) {
    const Direction direction{chance(random, 50), chance(random, 30)};
    auto key = direction.descending ? expression.desc() : expression.asc();
    if (direction.nulls_first) key = key.nulls_first();
    query = std::move(query).order_by(key);
    keys.push_back(value);
    directions.push_back(direction);
  }
};

template <class T>
Cell cell_of(const std::optional<T>& value) {
  return value ? Cell(*value) : Cell();
}
template <class... Ts>
std::vector<Row> cells(const std::vector<std::tuple<std::optional<Ts>...>>& rows) {
  std::vector<Row> out;
  for (const auto& row : rows)
    std::apply([&](const auto&... values) { out.push_back({cell_of(values)...}); }, row);
  return out;
}

/// Part of the rows, or all of them.
struct Slice {
  std::size_t offset = 0;
  std::size_t limit = 1000;

  explicit Slice(Random& random) {
    if (chance(random, 30)) offset = pick(random, 6);
    if (chance(random, 30)) limit = pick(random, 12);
  }
  template <class Q>
  Q of(const Q& query) const {
    return query.limit(static_cast<std::int64_t>(limit)).offset(static_cast<std::int64_t>(offset));
  }
};

/// The query comes back from JSON as it was, unless it is too deep for that.
template <class R>
void travels(const ochre::Query<R>& query) {
  std::string json;
  try {
    json = query.to_json();
  } catch (const ochre::Unsupported& error) {
    REQUIRE_THAT(error.what(), Catch::Contains("too deep"));
    return;
  }
  const auto copy = ochre::query_from_json<R>(market::schema, json);
  const ochre::SqlText sent = query.sql(ochre::Dialect::Sqlite);
  const ochre::SqlText came = copy.sql(ochre::Dialect::Sqlite);
  REQUIRE(came.text == sent.text);
  REQUIRE(came.bindings == sent.bindings);
}

template <class Q>
void same_rows(const Market& market, Random& random, const Q& query, const std::vector<Row>& expected) {
  INFO(query.sql(ochre::Dialect::Sqlite).text);
  const std::vector<Row> found = cells(market.db.all(query));
  INFO("found:\n" << shown(found) << "expected:\n" << shown(expected));
  REQUIRE(found == expected);
  REQUIRE(market.db.count(query) == static_cast<std::int64_t>(expected.size()));
  REQUIRE(market.db.exists(query) == !expected.empty());
  if (chance(random, 25)) travels(query);
}

Row values(const std::vector<ValueOf>& items, const Sight& sight) {
  Row out;
  for (const ValueOf& item : items) out.push_back(item(sight));
  return out;
}

void selection(const Market& market, Random& random) {
  Joined joined = any_join(market, random);
  Maker maker(random, joined.columns);
  if (chance(random, 80)) {
    const Condition condition = maker.condition(4);
    joined.query = joined.query.where(condition.sql);
    joined.rows = filtered(joined.rows, condition.holds);
  }
  const Int first = maker.integer(2);
  const Text second = maker.text(2);
  const Real third = maker.real(2);
  const std::vector<ValueOf> items{first.value, second.value, third.value};
  Ordering order{joined.query, {}, {}};
  const bool once = chance(random, 25);
  if (once) {
    order.query = order.query.distinct();
    order.by(random, first.sql, first.value);
    order.by(random, second.sql, second.value);
    order.by(random, third.sql, third.value);
  } else {
    const Int number = maker.integer(1);
    const Text text = maker.text(1);
    if (chance(random, 60)) order.by(random, number.sql, number.value);
    if (chance(random, 60)) order.by(random, text.sql, text.value);
    for (const Int& key : joined.keys) order.by(random, key.sql, key.value);
  }
  std::vector<Sortable> rows;
  for (const Sight& sight : joined.rows) rows.push_back({values(order.keys, sight), values(items, sight)});
  std::vector<Row> expected = sorted(std::move(rows), order.directions);
  if (once) expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
  const Slice slice(random);
  same_rows(market, random, slice.of(order.query.select(first.sql, second.sql, third.sql)),
            part(expected, slice.offset, slice.limit));
}

using Whole = ochre::Expr<std::optional<std::int64_t>>;

/// An aggregate of integers.
struct Total {
  Whole sql;
  Aggregate aggregate;
};

Total any_total(Random& random, Maker& maker) {
  const auto kind = static_cast<Aggregate::Kind>(pick(random, 7));
  const Int operand = maker.integer(1);
  const auto made = [&](const auto& aggregate) {
    Total out{Whole{aggregate}, {kind, kind == Aggregate::Rows ? nullptr : operand.value, nullptr}};
    if (!chance(random, 30)) return out;
    const Condition filter = maker.condition(2);
    out.sql = Whole{aggregate.filter(filter.sql)};
    out.aggregate.filter = filter.holds;
    return out;
  };
  switch (kind) {
    case Aggregate::Rows: return made(ochre::count());
    case Aggregate::Count: return made(ochre::count(operand.sql));
    case Aggregate::CountDistinct: return made(ochre::count_distinct(operand.sql));
    case Aggregate::Sum: return made(ochre::sum(operand.sql));
    case Aggregate::SumDistinct: return made(ochre::sum_distinct(operand.sql));
    case Aggregate::Least: return made(ochre::min(operand.sql));
    default: return made(ochre::max(operand.sql));
  }
}

void groups(const Market& market, Random& random) {
  Joined joined = any_join(market, random);
  Maker maker(random, joined.columns);
  const Condition condition = maker.condition(3);
  joined.query = joined.query.where(condition.sql);
  joined.rows = filtered(joined.rows, condition.holds);

  const Int number = maker.integer(1);
  const Text text = maker.text(1);
  const bool by_text = chance(random, 50);
  const Total total = any_total(random, maker);
  const Total other = any_total(random, maker);
  const Int averaged = maker.integer(1);
  const auto texts = ochre::max(text.sql);
  Query query = joined.query.group_by(number.sql);
  std::vector<ValueOf> keys{number.value};
  if (by_text) query = query.group_by(text.sql), keys.push_back(text.value);
  const auto least = static_cast<std::int64_t>(pick(random, 4)) - 1;
  const bool has = chance(random, 50);
  if (has) query = query.having(other.sql >= least || ochre::count() > 2);

  Ordering order{query, {}, {}};
  order.by(random, total.sql, nullptr);
  order.by(random, number.sql, nullptr);
  if (by_text) order.by(random, text.sql, nullptr);
  std::vector<Sortable> rows;
  for (const std::vector<Sight>& group : grouped(joined.rows, keys)) {
    if (has && either(compare(Comparison::GreaterEqual, other.aggregate.over(group), least),
                      group.size() > 2) != true)
      continue;
    const Cell sum = total.aggregate.over(group);
    const Cell key = number.value(group[0]);
    const Cell most =
        by_text ? text.value(group[0]) : Aggregate{Aggregate::Greatest, text.value, nullptr}.over(group);
    Row sort{sum, key};
    if (by_text) sort.push_back(most);
    rows.push_back({sort,
                    {key, most, sum, other.aggregate.over(group),
                     Aggregate{Aggregate::Average, averaged.value, nullptr}.over(group)}});
  }
  const Slice slice(random);
  const auto texted = by_text ? ochre::Expr<std::optional<std::string>>{text.sql}
                              : ochre::Expr<std::optional<std::string>>{texts};
  same_rows(
      market, random,
      slice.of(order.query.select(number.sql, texted, total.sql, other.sql, ochre::average(averaged.sql))),
      part(sorted(std::move(rows), order.directions), slice.offset, slice.limit));
}

void totals(const Market& market, Random& random) {
  Joined joined = any_join(market, random);
  Maker maker(random, joined.columns);
  const Condition condition = maker.condition(3);
  const std::vector<Sight> rows = filtered(joined.rows, condition.holds);
  const Total first = any_total(random, maker);
  const Total second = any_total(random, maker);
  const Real real = maker.real(1);
  const auto query = joined.query.where(condition.sql)
                         .select(first.sql, second.sql, ochre::sum(real.sql), ochre::min(real.sql));
  same_rows(market, random, query,
            {{first.aggregate.over(rows), second.aggregate.over(rows),
              Aggregate{Aggregate::Sum, real.value, nullptr}.over(rows),
              Aggregate{Aggregate::Least, real.value, nullptr}.over(rows)}});
}

/// One member of a union, and its rows in memory.
struct Member {
  ochre::Query<std::tuple<std::optional<std::int64_t>, std::optional<std::string>>> query;
  std::vector<Row> rows;
};

Member any_member(const Market& market, Random& random, const Int* number, const Text* text, Joined joined) {
  Maker maker(random, joined.columns);
  const Condition condition = maker.condition(2);
  const Int own_number = number ? *number : maker.integer(1);
  const Text own_text = text ? *text : maker.text(1);
  Member out{joined.query.where(condition.sql).select(own_number.sql, own_text.sql), {}};
  static_cast<void>(market);
  for (const Sight& sight : filtered(joined.rows, condition.holds))
    out.rows.push_back({own_number.value(sight), own_text.value(sight)});
  return out;
}

void unions(const Market& market, Random& random) {
  const Joined joined = any_join(market, random);
  Maker maker(random, joined.columns);
  const Int number = maker.bare_integer();
  const Text text = maker.bare_text();
  Member whole = any_member(market, random, &number, &text, joined);
  for (std::size_t i = 1 + pick(random, 2); i > 0; --i) {
    const Member next = any_member(market, random, nullptr, nullptr, any_join(market, random));
    const auto how = static_cast<Combination>(pick(random, 4));
    whole.query = how == Combination::Union      ? whole.query.union_with(next.query)
                  : how == Combination::UnionAll ? whole.query.union_all(next.query)
                  : how == Combination::Except   ? whole.query.except(next.query)
                                                 : whole.query.intersect(next.query);
    whole.rows = combined(whole.rows, next.rows, how);
  }
  Ordering order{plain(whole.query), {}, {}};
  order.by(random, number.sql, nullptr);
  order.by(random, text.sql, nullptr);
  std::vector<Sortable> rows;
  for (const Row& row : whole.rows) rows.push_back({row, row});
  const Slice slice(random);
  same_rows(market, random, slice.of(decltype(whole.query)(order.query.fragment())),
            part(sorted(std::move(rows), order.directions), slice.offset, slice.limit));
}

std::vector<std::int64_t> ids(const std::vector<Row>& rows) {
  std::vector<std::int64_t> out;
  for (const Row& row : rows) out.push_back(integer(row[0]));
  return out;
}

void pages(const Market& market, Random& random) {
  using market::persons;
  const Columns columns = market.of(persons, row_at(0), 1, inner_place);
  const Condition condition = Maker(random, columns).condition(3);
  const auto value = [](std::size_t index) {
    return [index](const Sight& sight) { return (*sight.rows[0])[index]; };
  };
  Ordering order{plain(from(persons).where(condition.sql)), {}, {}};
  if (chance(random, 50)) order.by(random, persons.level, value(PersonRow::Level));
  if (chance(random, 40)) order.by(random, persons.boss().name, columns.texts[1].value);
  if (chance(random, 40)) order.by(random, persons.card().money, columns.ints[6].value);
  if (chance(random, 40)) order.by(random, persons.age, value(PersonRow::Age));
  if (chance(random, 40)) order.by(random, persons.active, value(PersonRow::Active));
  if (chance(random, 40)) order.by(random, persons.score, value(PersonRow::Score));
  if (chance(random, 40)) order.by(random, persons.name, value(PersonRow::Name));
  const ochre::Query<market::Person> query(order.query.fragment());
  INFO(query.sql(ochre::Dialect::Sqlite).text);

  order.keys.push_back(value(PersonRow::Id));
  order.directions.push_back({});
  std::vector<Sortable> rows;
  for (const Sight& sight : filtered(all_of(market.persons), condition.holds))
    rows.push_back({values(order.keys, sight), {(*sight.rows[0])[0]}});
  std::vector<std::int64_t> walked;
  ochre::Page<market::Person> page;
  do {
    page =
        market.db.page(query, {.size = 1 + static_cast<std::int64_t>(pick(random, 5)), .after = page.next});
    for (const market::Person& person : page.rows) walked.push_back(person.id);
  } while (!page.next.empty());
  REQUIRE(walked == ids(sorted(std::move(rows), order.directions)));
}

void graphs(const Market& market, Random& random) {
  using market::persons;
  using market::sales;
  const Columns own = market.of(persons, row_at(0), 1, inner_place);
  const Columns of_sales = market.of(sales, row_at(0), 1, inner_place);
  const Condition condition = Maker(random, own).condition(3);
  const Condition bought = Maker(random, of_sales).condition(3);
  const Int by = Maker(random, of_sales).integer(1);
  const std::size_t limit = 1 + pick(random, 4);
  const bool descending = chance(random, 50);
  auto buys = persons.buys.where(bought.sql).order_by(descending ? by.sql.desc() : by.sql.asc(), sales.id);
  const bool limited = chance(random, 60);
  if (limited) buys = std::move(buys).limit(static_cast<std::int64_t>(limit));
  const auto query = from(persons)
                         .where(condition.sql)
                         .order_by(persons.id)
                         .include(buys, sales.seller)
                         .include(persons.boss)
                         .include(persons.groups.order_by(market::groups.id.desc()));
  const auto graph = market.db.graph(query);
  const std::vector<Sight> roots = filtered(all_of(market.persons), condition.holds);
  REQUIRE(graph.size() == roots.size());
  for (std::size_t i = 0; i < roots.size(); ++i) {
    const Row& person = *roots[i].rows[0];
    REQUIRE(Cell(graph[i].id) == person[PersonRow::Id]);
    std::vector<Sortable> rows;
    for (const Sight& sight : filtered(all_of(market.sales), bought.holds)) {
      const Row& sale = *sight.rows[0];
      if (sale[SaleRow::Buyer] == person[PersonRow::Id])
        rows.push_back({{by.value(sight), sale[SaleRow::Id]}, {sale[SaleRow::Id], sale[SaleRow::Seller]}});
    }
    const std::vector<Row> expected =
        part(sorted(std::move(rows), {{descending, false}, {}}), 0, limited ? limit : 1000);
    const auto found = graph.of(graph[i], persons.buys);
    REQUIRE(found.size() == expected.size());
    for (std::size_t at = 0; at < found.size(); ++at) {
      REQUIRE(Cell(found[at].id) == expected[at][0]);
      const market::Person* seller = graph.of(found[at], sales.seller);
      REQUIRE((seller ? Cell(seller->id) : Cell()) == expected[at][1]);
    }
    const market::Person* boss = graph.of(graph[i], persons.boss);
    REQUIRE((boss ? Cell(boss->id) : Cell()) == person[PersonRow::Boss]);
    std::vector<std::int64_t> groups;
    for (const market::Group& group : graph.of(graph[i], persons.groups)) groups.push_back(group.id);
    std::vector<std::int64_t> in;
    for (const auto& [member, group] : market.members) {
      if (Cell(member) == person[PersonRow::Id]) in.insert(in.begin(), group);
    }
    REQUIRE(groups == in);
  }
}

/// Runs random queries over some random markets; OCHRE_ROUNDS=n makes n times as many markets.
void compared(void (*shape)(const Market&, Random&), std::uint64_t first_seed, int markets, int queries) {
  if (const char* rounds = std::getenv("OCHRE_ROUNDS")) markets *= std::max(1, std::atoi(rounds));
  for (int number = 0; number < markets; ++number) {
    Random rows(first_seed + static_cast<std::uint64_t>(number));
    const Market market(rows);
    for (int i = 0; i < queries; ++i) {
      const std::uint64_t seed = first_seed * 1'000'003 + static_cast<std::uint64_t>(number * queries + i);
      INFO("market " << number << ", query " << i << ", seed " << seed);
      Random random(seed);
      shape(market, random);
    }
  }
}

}  // namespace

TEST_CASE("random selections over joins, paths and relations") { compared(selection, 11, 8, 120); }
TEST_CASE("random groups with having and every aggregate") { compared(groups, 12, 8, 100); }
TEST_CASE("random totals over all rows, and over none") { compared(totals, 13, 8, 60); }
TEST_CASE("random unions, intersections and differences, ordered") { compared(unions, 14, 8, 60); }
TEST_CASE("random pages join to the whole ordered result") { compared(pages, 15, 8, 40); }
TEST_CASE("random graphs with a filter, an order and a limit for each parent") {
  compared(graphs, 16, 8, 40);
}
