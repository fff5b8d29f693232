#include "bench/details.hpp"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <span>
#include <stdexcept>

#include "bench/details_by_hand.hpp"
#include "bench/models.hpp"
#include "bench/pool_turns.hpp"
#include "bench/sample.hpp"
#include "support/temporary_folder.hpp"

namespace ochre_bench {
namespace {

using bench::NewPerson;
using bench::people;
using bench::Person;
using ochre::from;

constexpr int shapes = 10'000;

using Work = std::function<void()>;

/// A line of the report: medians of both ways (the one by hand may be missing) over `scale`.
class Figures {
 public:
  Figures(int repetitions, Clock clock) : repetitions_(repetitions), clock_(clock) {}

  void add(Detail detail, double scale, const Work& with_ochre, const Work& by_hand = nullptr) {
    const std::vector<double> times = by_hand ? race(repetitions_, clock_, {with_ochre, by_hand})
                                              : race(repetitions_, clock_, {with_ochre});
    detail.ochre = times.front() / scale;
    if (by_hand) detail.by_hand = times.back() / scale;
    all.push_back(detail);
  }

  std::vector<Detail> all;

 private:
  int repetitions_;
  Clock clock_;
};

std::vector<NewPerson> new_people(std::size_t count) {
  std::vector<NewPerson> rows;
  rows.reserve(count);
  for (PlainPerson& person : sample_people(count)) {
    rows.push_back(NewPerson{.email = std::move(person.email),
                             .name = std::move(person.name),
                             .age = person.age,
                             .score = person.score,
                             .active = person.active,
                             .created_at = person.created_at});
  }
  return rows;
}

auto page_after(std::int64_t id) {
  return from(people)
      .where(people.age >= 30 && people.active == true && people.id > id)
      .order_by(people.id.asc())
      .limit(20);
}

/// Query number `number` of many that all have another shape.
std::vector<Person> distinct_query(const ochre::Database& database, int number) {
  auto query = from(people).where(people.id == 1);
  for (int bit = 0; bit < 14; ++bit) {
    if ((number >> bit & 1) != 0)
      query = std::move(query).where(people.score >= 0.0);
    else
      query = std::move(query).where(people.created_at >= std::int64_t{0});
  }
  return database.all(query);
}

/// A page of which one row is left.
auto page_of_one(std::int64_t id) {
  return from(people)
      .where(people.id == id && people.score >= 0.0 && people.created_at >= std::int64_t{0})
      .order_by(people.id.asc())
      .limit(20);
}

/// What a query costs beside what the database does for it.
std::size_t measure_building(Figures& figures, const ochre::Database& database, HandWritten& hand) {
  constexpr int builds = 10'000;
  std::size_t built = 0;
  figures.add({.what = "building a query: shape and bindings", .unit = "ns", .goal = 120}, builds, [&] {
    for (int i = 0; i < builds; ++i) built += page_after(i).fragment().shape_size();
  });
  figures.add(
      {.what = "3 conditions, order, limit, one row",
       .unit = "ns",
       .goal = 120,
       .goal_is_over_by_hand = true},
      builds,
      [&] {
        for (int i = 0; i < builds; ++i) built += database.all(page_of_one(i % 1'000 + 1)).size();
      },
      [&] {
        for (int i = 0; i < builds; ++i) built += hand.page_of_one(i % 1'000 + 1);
      });
  figures.add(
      {.what = "a query of one row, built and run", .unit = "ns"}, builds,
      [&] {
        for (int i = 0; i < builds; ++i) {
          built += database.all(from(people).where(people.id == std::int64_t{i + 1}).limit(1)).size();
        }
      },
      [&] {
        for (int i = 0; i < builds; ++i) built += hand.one_row(i + 1);
      });
  return built;
}

void measure_pool(Figures& figures, Clock clock) {
  PoolTurns pool;
  constexpr int takings = 200'000;
  // Time of the processor is that of both threads together.
  constexpr int together = 2 * takings;
  figures.add({.what = "a connection of the pool", .unit = "ns", .goal = 10}, takings,
              [&] { pool.run(takings); });
  figures.add({.what = "the same, two threads at once", .unit = "ns", .goal = 10},
              clock == Clock::Processor ? together : takings, [&] { pool.run_with_two_threads(takings); });
}

std::size_t measure_sizes(Figures& figures, ochre::Database& database, std::span<const NewPerson> thousand,
                          HandWritten& hand) {
  std::size_t found = 0;
  figures.add(
      {.what = "insert of 1,000 rows in one call", .unit = "us", .goal = 1'000}, 1'000,
      [&] { database.insert(people, thousand); }, [&] { hand.insert(1'000); });
  figures.add(
      {.what = "filter over all rows of a large table", .unit = "us"}, 1'000,
      [&] {
        found += database.all(from(people).where(people.score > 12'480.0 && people.active == true)).size();
      },
      [&] { found += hand.filter(12'480.0); });
  figures.add(
      {.what = "10,000 queries of distinct shapes, each", .unit = "us"}, 1'000.0 * shapes,
      [&] {
        for (int i = 0; i < shapes; ++i) found += distinct_query(database, i).size();
      },
      [&] {
        for (int i = 0; i < shapes; ++i) found += hand.distinct_query(i);
      });
  return found;
}

}  // namespace

std::vector<Detail> run_details(std::size_t rows, int repetitions, Clock clock,
                                const std::string& directory) {
  const ochre_test::TemporaryFolder folder(directory);
  const std::string file = (folder.path() / "details.db").string();
  Figures figures(repetitions, clock);
  ochre::Database database = bench::open("sqlite:" + file);
  database.create_missing();
  const std::vector<NewPerson> all = new_people(rows);
  database.insert(people, std::span<const NewPerson>(all));
  HandWritten hand(file);
  const std::size_t built = measure_building(figures, database, hand);
  measure_pool(figures, clock);
  const std::size_t found = measure_sizes(
      figures, database, std::span<const NewPerson>(all.data(), std::min<std::size_t>(rows, 1'000)), hand);
  if (built == 0 || found == 0) throw std::runtime_error("nothing was read");
  return std::move(figures.all);
}

void print_table(std::FILE* out, const std::vector<Detail>& results) {
  std::fprintf(out, "%-44s %10s %10s %7s %7s %7s\n", "details", "by hand", "ochre", "ratio", "over", "goal");
  for (const Detail& detail : results) {
    std::fprintf(out, "%-44s ", detail.what);
    if (detail.by_hand > 0)
      std::fprintf(out, "%7.1f %s %7.1f %s %7.2f ", detail.by_hand, detail.unit, detail.ochre, detail.unit,
                   detail.ochre / detail.by_hand);
    else
      std::fprintf(out, "%10s %7.1f %s %7s ", "", detail.ochre, detail.unit, "");
    if (detail.goal_is_over_by_hand)
      std::fprintf(out, "%+7.0f %+7.0f", detail.over_by_hand(), detail.goal);
    else if (detail.goal > 0)
      std::fprintf(out, "%7s %7.0f", "", detail.goal);
    std::fputc('\n', out);
  }
}

void to_json(nlohmann::ordered_json& out, const Detail& result) {
  out = {{"what", result.what}, {"unit", result.unit}, {"ochre", result.ochre}};
  if (result.by_hand > 0) {
    out["by_hand"] = result.by_hand;
    out["over_by_hand"] = result.over_by_hand();
  }
  if (result.goal > 0) out[result.goal_is_over_by_hand ? "goal_over_by_hand" : "goal"] = result.goal;
}

}  // namespace ochre_bench
