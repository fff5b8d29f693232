// Counts the allocations of this process, C++'s and SQLite's alike.
#pragma once

#include <cstdint>

namespace ochre_bench {

/// How often malloc, calloc and realloc were called since the process began, by all threads.
std::uint64_t allocation_count();

}  // namespace ochre_bench
