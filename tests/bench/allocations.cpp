// glibc lets a program replace malloc and still reach the original under another name.
// https://www.gnu.org/software/libc/manual/html_node/Replacing-malloc.html
#include "bench/allocations.hpp"

#include <atomic>
#include <cstddef>

extern "C" {
void* __libc_malloc(std::size_t size);                     // NOLINT(bugprone-reserved-identifier)
void* __libc_calloc(std::size_t count, std::size_t size);  // NOLINT(bugprone-reserved-identifier)
void* __libc_realloc(void* block, std::size_t size);       // NOLINT(bugprone-reserved-identifier)
}

namespace {
std::atomic<std::uint64_t> calls = 0;

// One writer is the rule here, so a plain load and store will do; a locked increment would be a cost of its
// own.
void count_call() { calls.store(calls.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed); }
}  // namespace

extern "C" {
void* malloc(std::size_t size) noexcept {
  count_call();
  return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) noexcept {
  count_call();
  return __libc_calloc(count, size);
}
void* realloc(void* block, std::size_t size) noexcept {
  count_call();
  return __libc_realloc(block, size);
}
}

namespace ochre_bench {

std::uint64_t allocation_count() { return calls.load(std::memory_order_relaxed); }

}  // namespace ochre_bench
