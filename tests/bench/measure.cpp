#include "bench/measure.hpp"

#include <algorithm>
#include <ctime>
#include <numeric>
#include <random>

namespace ochre_bench {

std::int64_t nanoseconds(Clock clock) {
  timespec now{};
  clock_gettime(clock == Clock::Wall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * std::int64_t{1'000'000'000} + now.tv_nsec;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

void take_turns(int sides, int repetitions, const std::function<void(int side, bool counts)>& turn) {
  std::mt19937 random(17);
  std::vector<int> order(static_cast<std::size_t>(sides));
  std::iota(order.begin(), order.end(), 0);
  for (int repetition = 0; repetition <= repetitions; ++repetition) {
    std::shuffle(order.begin(), order.end(), random);
    for (const int side : order) turn(side, repetition > 0);
  }
}

std::vector<double> race(int repetitions, Clock clock, const std::vector<std::function<void()>>& work) {
  std::vector<std::vector<double>> times(work.size());
  take_turns(static_cast<int>(work.size()), repetitions, [&](int side, bool counts) {
    const auto number = static_cast<std::size_t>(side);
    const std::int64_t began = nanoseconds(clock);
    work[number]();
    const std::int64_t cost = nanoseconds(clock) - began;
    if (counts) times[number].push_back(static_cast<double>(cost));
  });
  std::vector<double> medians;
  for (std::vector<double>& runs : times) medians.push_back(median(std::move(runs)));
  return medians;
}

}  // namespace ochre_bench
