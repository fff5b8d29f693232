// How every contest measures: the clock, the median, and turns in shuffled order. Whatever else the machine
// does then hits all sides alike; only ratios of one contest mean anything.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace ochre_bench {

/// Time on the wall is what users wait for; time on the processor is what can be compared on a busy machine.
enum class Clock : std::uint8_t { Wall, Processor };

/// Nanoseconds since some moment; of this process and its threads for Clock::Processor.
std::int64_t nanoseconds(Clock clock);

/// Of at least one value.
double median(std::vector<double> values);

/// Gives each of `sides` sides one turn per repetition, every time in another order; the same orders in each
/// run of the program. One repetition more comes first, which warms up and does not count.
void take_turns(int sides, int repetitions, const std::function<void(int side, bool counts)>& turn);

/// Takes turns with pieces of work and returns the median time of each, in nanoseconds.
std::vector<double> race(int repetitions, Clock clock, const std::vector<std::function<void()>>& work);

}  // namespace ochre_bench
