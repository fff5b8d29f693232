#include "bench/details.hpp"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <functional>
#include <span>
#include <stdexcept>

#include "bench/details_by_hand.hpp"
#include "bench/models.hpp"
#include "bench/pool_turns.hpp"
#include "bench/sample.hpp"

namespace ochre_bench {
namespace {

using bench::NewPerson;
using bench::people;
using bench::Person;
using ochre::from;

constexpr int shapes = 10'000;

/// Runs two ways to do something by turns and keeps the medians, in nanoseconds per operation.
class Turns {
 public:
  Turns(int repetitions, Clock clock)
      : repetitions_(repetitions),
        clock_(clock == Clock::Wall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID) {}

  Detail run(const char* what, const char* unit, double scale, double goal,
             const std::function<void()>& with_ochre, const std::function<void()>& by_hand) const {
    std::vector<double> ochre;
    std::vector<double> hand;
    for (int i = 0; i <= repetitions_; ++i) {
      const double first = nanoseconds(with_ochre) / scale;
      const double second = by_hand ? nanoseconds(by_hand) / scale : 0;
      if (i == 0) continue;  // warms up
      ochre.push_back(first);
      hand.push_back(second);
    }
    return {what, unit, median(ochre), median(hand), goal};
  }

 private:
  double nanoseconds(const std::function<void()>& work) const {
    timespec began{};
    timespec ended{};
    clock_gettime(clock_, &began);
    work();
    clock_gettime(clock_, &ended);
    return static_cast<double>(ended.tv_sec - began.tv_sec) * 1e9 +
           static_cast<double>(ended.tv_nsec - began.tv_nsec);
  }
  static double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
  }

  int repetitions_;
  clockid_t clock_;
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

}  // namespace

std::vector<Detail> run_details(std::size_t rows, int repetitions, Clock clock,
                                const std::string& directory) {
  std::string place = directory + "/ochre-bench-XXXXXX";
  if (!mkdtemp(place.data())) throw std::runtime_error("no directory for files in " + directory);
  const Turns turns(repetitions, clock);
  std::vector<Detail> details;
  {
    ochre::Database database = bench::open("sqlite:" + place + "/details.db");
    database.create_missing();
    const std::vector<NewPerson> all = new_people(rows);
    database.insert(people, std::span<const NewPerson>(all));
    HandWritten hand(place + "/details.db");
    const std::span<const NewPerson> thousand(all.data(), std::min<std::size_t>(rows, 1'000));

    constexpr int builds = 10'000;
    std::size_t built = 0;
    details.push_back(turns.run(
        "building a query: shape and bindings", "ns", builds, 120,
        [&] {
          for (int i = 0; i < builds; ++i) built += page_after(i).fragment().shape_size();
        },
        nullptr));
    PoolTurns pool;
    constexpr int takings = 200'000;
    details.push_back(turns.run(
        "a connection of the pool", "ns", takings, 10, [&] { pool.run(takings); }, nullptr));
    details.push_back(turns.run(
        "the same, two threads at once", "ns", takings, 10, [&] { pool.run_with_two_threads(takings); },
        nullptr));
    details.push_back(turns.run(
        "a query of one row, built and run", "ns", builds, 0,
        [&] {
          for (int i = 0; i < builds; ++i) {
            built += database.all(from(people).where(people.id == std::int64_t{i + 1}).limit(1)).size();
          }
        },
        [&] {
          for (int i = 0; i < builds; ++i) built += hand.one_row(i + 1);
        }));
    details.push_back(turns.run(
        "insert of 1,000 rows in one call", "us", 1'000, 1'000, [&] { database.insert(people, thousand); },
        [&] { hand.insert(1'000); }));
    details.push_back(turns.run(
        "filter over all rows of a large table", "us", 1'000, 0,
        [&] {
          built += database.all(from(people).where(people.score > 12'480.0 && people.active == true)).size();
        },
        [&] { built += hand.filter(12'480.0); }));
    details.push_back(turns.run(
        "10,000 queries of distinct shapes, each", "us", 1'000.0 * shapes, 0,
        [&] {
          for (int i = 0; i < shapes; ++i) built += distinct_query(database, i).size();
        },
        [&] {
          for (int i = 0; i < shapes; ++i) built += hand.distinct_query(i);
        }));
    if (built == 0) throw std::runtime_error("nothing was read");
  }
  std::filesystem::remove_all(place);
  return details;
}

void print_table(std::FILE* out, const std::vector<Detail>& results) {
  std::fprintf(out, "%-44s %10s %10s %7s %6s\n", "details", "by hand", "ochre", "ratio", "goal");
  for (const Detail& detail : results) {
    std::fprintf(out, "%-44s ", detail.what);
    if (detail.by_hand > 0)
      std::fprintf(out, "%7.1f %s ", detail.by_hand, detail.unit);
    else
      std::fprintf(out, "%10s ", "");
    std::fprintf(out, "%7.1f %s", detail.ochre, detail.unit);
    if (detail.by_hand > 0)
      std::fprintf(out, " %7.2f", detail.ochre / detail.by_hand);
    else
      std::fprintf(out, " %7s", "");
    if (detail.goal > 0) std::fprintf(out, " %6.0f", detail.goal);
    std::fputc('\n', out);
  }
}

void print_json(std::FILE* out, const std::vector<Detail>& results) {
  const char* separator = "\n";
  std::fputc('[', out);
  for (const Detail& detail : results) {
    std::fprintf(out, "%s{\"what\":\"%s\",\"unit\":\"%s\",\"ochre\":%.2f,\"by_hand\":%.2f}", separator,
                 detail.what, detail.unit, detail.ochre, detail.by_hand);
    separator = ",\n";
  }
  std::fputs("\n]", out);
}

}  // namespace ochre_bench
