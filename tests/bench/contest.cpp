#include "bench/contest.hpp"

#include <array>
#include <stdexcept>

#include "bench/worker.hpp"
#include "support/temporary_folder.hpp"

namespace ochre_bench {
namespace {

constexpr int side_count = 3;
using Workers = std::array<std::unique_ptr<Worker>, side_count>;

std::size_t operations(Task task, const Sizes& sizes) {
  switch (task) {
    case Task::BulkInsert:
    case Task::ReadAll: return sizes.rows;
    case Task::PointRead: return sizes.point_reads;
    case Task::Filtered: return sizes.queries;
    case Task::Update: return sizes.updates;
  }
  return 1;
}

/// What one side's runs of one task came to.
struct Runs {
  std::vector<double> nanoseconds;
  std::vector<double> allocations;

  Score score() const { return {median(nanoseconds), median(allocations)}; }
};

/// One database per side, all tasks on it.
class Round {
 public:
  Round(Workers& workers, const Sizes& sizes, int repetitions, Clock clock)
      : workers_(workers), sizes_(sizes), repetitions_(repetitions), clock_(clock) {}

  std::vector<Result> run(Place place, Ddl ddl) {
    take_turns(task_count * side_count, repetitions_, [&](int turn, bool counts) {
      record(static_cast<Task>(turn / side_count), turn % side_count, counts);
    });
    std::vector<Result> results;
    for (int task = 0; task < task_count; ++task) {
      const auto& runs = runs_[static_cast<std::size_t>(task)];
      results.push_back(
          {static_cast<Task>(task), place, ddl, runs[0].score(), runs[1].score(), runs[2].score()});
    }
    return results;
  }

 private:
  void record(Task task, int side, bool counts) {
    const auto number = static_cast<std::size_t>(task);
    const Run run = workers_[static_cast<std::size_t>(side)]->run(task);
    if (!known_[number]) checksums_[number] = run.checksum;
    known_[number] = true;
    if (checksums_[number] != run.checksum) {
      throw std::runtime_error(std::string("the sides disagree about: ") + title(task));
    }
    if (!counts) return;
    const auto count = static_cast<double>(operations(task, sizes_));
    Runs& runs = runs_[number][static_cast<std::size_t>(side)];
    const std::int64_t time = clock_ == Clock::Wall ? run.nanoseconds : run.cpu_nanoseconds;
    runs.nanoseconds.push_back(static_cast<double>(time) / count);
    runs.allocations.push_back(static_cast<double>(run.allocations) / count);
  }

  Workers& workers_;
  Sizes sizes_;
  int repetitions_;
  Clock clock_;
  std::array<std::array<Runs, side_count>, task_count> runs_;
  std::array<std::uint64_t, task_count> checksums_{};
  std::array<bool, task_count> known_{};
};

}  // namespace

const char* title(Task task) {
  switch (task) {
    case Task::BulkInsert: return "bulk insert, one transaction";
    case Task::ReadAll: return "read all into std::vector";
    case Task::PointRead: return "point read by key, in a transaction";
    case Task::Filtered: return "filtered, ordered, limited query, built each time";
    case Task::Update: return "update one row by key, in a transaction";
  }
  return "";
}

std::vector<Result> run_contest(const Sizes& sizes, int repetitions, Clock clock,
                                const std::string& directory) {
  Workers workers = {std::make_unique<Worker>(plain_side, sizes), std::make_unique<Worker>(tuned_side, sizes),
                     std::make_unique<Worker>(ochre_side, sizes)};
  const ochre_test::TemporaryFolder folder(directory);

  std::vector<Result> results;
  for (const Ddl ddl : {Ddl::Plain, Ddl::Full}) {
    for (const Place place : {Place::Memory, Place::File}) {
      for (int side = 0; side < side_count; ++side) {
        const std::string name = std::to_string(side) + (ddl == Ddl::Plain ? "p.db" : "f.db");
        workers[static_cast<std::size_t>(side)]->open(
            place == Place::File ? (folder.path() / name).string() : "", ddl);
      }
      for (Result& result : Round(workers, sizes, repetitions, clock).run(place, ddl))
        results.push_back(result);
    }
  }
  workers = {};  // which close the files before the folder goes
  return results;
}

}  // namespace ochre_bench
