#include "bench/values_contest.hpp"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <random>
#include <stdexcept>

#include "bench/values_by_hand.hpp"
#include "ochre/validate_all.hpp"
#include "values/json.hpp"

namespace ochre_bench {
namespace {

using values::Account;
using values::Visit;

constexpr std::size_t few = 1'000;         // rows that stay in the processor's caches
constexpr std::size_t documents = 20'000;  // rows of the JSON texts, some megabytes
constexpr double nanoseconds_per_second = 1e9;
constexpr double million = 1e6;

// One of eight is not ASCII.
const char* const names[] = {
    "Ada Lovelace",    "John McCarthy", "Grace Hopper", "Barbara Liskov",
    "Edsger Dijkstra", "Zoë Quinn",     "Alan Turing",  "Margaret Heafield Hamilton"};
const char* const cities[] = {"Lisbon",           "Rotterdam", "København",  "New Orleans",
                              "Clermont-Ferrand", "Edinburgh", "Bratislava", "San Francisco"};

template <class Row>
void fill_person(Row& row, std::uint64_t bits, std::size_t at) {
  row.id = static_cast<std::int64_t>(at) + 1;
  row.name = names[bits % std::size(names)];
  row.email = "person." + std::to_string(bits % 100'000) + (bits % 3 == 0 ? "@mail.example" : "@example.com");
}

template <class Row, class Plan>
std::vector<Row> accounts(std::size_t count) {
  std::mt19937_64 random(7);
  std::vector<Row> rows(count);
  for (std::size_t at = 0; at < count; ++at) {
    const std::uint64_t bits = random();
    fill_person(rows[at], bits, at);
    rows[at].city = cities[(bits >> 8) % std::size(cities)];
    rows[at].plan = static_cast<Plan>(bits % 3);
  }
  return rows;
}

template <class Row, class Plan, class Seen>
std::vector<Row> visits(std::size_t count, Seen seen) {
  std::mt19937_64 random(11);
  std::vector<Row> rows(count);
  for (std::size_t at = 0; at < count; ++at) {
    const std::uint64_t bits = random();
    Row& row = rows[at];
    fill_person(row, bits, at);
    if (bits % 5 != 0) row.age = static_cast<std::int32_t>(18 + bits % 80);
    row.score = static_cast<double>(bits % 100'000) / 8;
    row.active = bits % 3 != 0;
    row.plan = static_cast<Plan>(bits % 3);
    row.seen = seen(std::chrono::microseconds(1'700'000'000'100'001 +
                                              static_cast<std::int64_t>(bits % 31'536'000'000) * 10));
  }
  return rows;
}

/// Keeps what both ways came to.
class Figures {
 public:
  Figures(int repetitions, Clock clock) : repetitions_(repetitions), clock_(clock) {}

  /// Adds what `work` units of work came to; rates for figures of which more is better.
  void run(Figure figure, double work, const std::function<void()>& with_ochre,
           const std::function<void()>& by_hand) {
    const std::vector<double> times = race(repetitions_, clock_, {with_ochre, by_hand});
    const auto per_unit = [&](double time) {
      return figure.more_is_better ? work / million / (time / nanoseconds_per_second) : time / work;
    };
    figure.ochre = per_unit(times[0]);
    figure.by_hand = per_unit(times[1]);
    all.push_back(figure);
  }

  std::vector<Figure> all;

 private:
  int repetitions_;
  Clock clock_;
};

void expect(bool truth, const char* what) {
  if (!truth) throw std::runtime_error(what);
}

void measure_validation(Figures& figures, std::size_t rows) {
  const auto all = accounts<Account, values::Plan>(rows);
  const auto by_hand = accounts<HandAccount, HandPlan>(rows);
  const std::size_t small = std::min(few, rows);
  std::size_t found = 0;
  figures.run(
      {"validate, five fields", "ns", false, 30}, static_cast<double>(small * 100),
      [&] {
        for (int round = 0; round < 100; ++round)
          for (std::size_t at = 0; at < small; ++at) found += validate(all[at]).size();
      },
      [&] {
        for (int round = 0; round < 100; ++round)
          for (std::size_t at = 0; at < small; ++at) found += check_by_hand(by_hand[at]).size();
      });
  figures.run(
      {"validate_all, a batch on one thread", "M rows/s", true, 30}, static_cast<double>(rows),
      [&] { found += ochre::validate_all(all).size(); },
      [&] {
        for (const HandAccount& row : by_hand) found += check_by_hand(row).size();
      });
  expect(found == 0, "a valid row is not");
}

template <class Row, class HandRow>
void measure_json(Figures& figures, const char* in, const char* out, const std::vector<Row>& rows,
                  const std::vector<HandRow>& hand_rows, std::vector<HandRow> (*read_by_hand)(std::string&)) {
  std::string text = ochre::to_json(rows);
  expect(text == json_by_hand(hand_rows), "both ways write the same JSON");
  expect(ochre::from_json_array<Row>(text).get() == rows, "what is read is what was written");
  const auto bytes = static_cast<double>(text.size());
  text.reserve(text.size() + 64);  // what simdjson wants behind a text it reads in place
  std::size_t done = 0;
  figures.run(
      {in, "MB/s", true, 400}, bytes, [&] { done += ochre::from_json_array<Row>(text).get().size(); },
      [&] { done += read_by_hand(text).size(); });
  figures.run(
      {out, "MB/s", true, 600}, bytes, [&] { done += ochre::to_json(rows).size(); },
      [&] { done += json_by_hand(hand_rows).size(); });
  expect(done != 0, "nothing was read or written");
}

}  // namespace

std::vector<Figure> run_values_contest(std::size_t rows, int repetitions, Clock clock) {
  Figures figures(repetitions, clock);
  measure_validation(figures, rows);
  const std::size_t count = std::min(documents, rows);
  measure_json(figures, "from_json, an array of five fields", "to_json, an array of five fields",
               accounts<Account, values::Plan>(count), accounts<HandAccount, HandPlan>(count),
               accounts_by_hand);
  measure_json(
      figures, "from_json, an array of eight fields", "to_json, an array of eight fields",
      visits<Visit, values::Plan>(count, [](std::chrono::microseconds at) { return ochre::Timestamp(at); }),
      visits<HandVisit, HandPlan>(count, [](std::chrono::microseconds at) { return at.count(); }),
      visits_by_hand);
  return std::move(figures.all);
}

void print_table(std::FILE* out, const std::vector<Figure>& results) {
  std::fprintf(out, "%-38s %-8s %9s %9s %9s\n", "values", "unit", "by hand", "ochre", "goal");
  for (const Figure& figure : results)
    std::fprintf(out, "%-38s %-8s %9.1f %9.1f %4s %4.0f%s\n", figure.what, figure.unit, figure.by_hand,
                 figure.ochre, figure.more_is_better ? ">=" : "<=", figure.goal,
                 figure.reached() ? "" : "  missed");
}

void to_json(nlohmann::ordered_json& out, const Figure& result) {
  out = {{"what", result.what},        {"unit", result.unit}, {"ochre", result.ochre},
         {"by_hand", result.by_hand},  {"goal", result.goal}, {"more_is_better", result.more_is_better},
         {"reached", result.reached()}};
}

}  // namespace ochre_bench
