#include "ochre/model_info.hpp"

#include <array>
#include <atomic>
#include <mutex>

#include "ochre/errors.hpp"

namespace ochre {
namespace {

constexpr std::size_t block_size = 256;
using Block = std::array<std::atomic<const ModelInfo*>, block_size>;

// Numbers are handed out rarely, under the mutex, and looked up often, without it; blocks are never moved or
// freed.
std::mutex numbers_mutex;
std::uint32_t numbers_used = 0;
std::atomic<Block*> blocks[65'536 / block_size];

Block& block_for(std::uint32_t number) {
  std::atomic<Block*>& slot = blocks[number / block_size];
  Block* block = slot.load(std::memory_order_acquire);
  if (!block) {
    block = new Block();
    slot.store(block, std::memory_order_release);
  }
  return *block;
}

}  // namespace

std::uint32_t ModelNumber::assign(const ModelInfo& model) const {
  const std::lock_guard lock(numbers_mutex);
  if (one_based_ != 0) return one_based_ - 1;
  const std::uint32_t number = numbers_used;
  if (number >= 65'536) throw Unsupported("A process can use at most 65536 models.");
  block_for(number)[number % block_size].store(&model, std::memory_order_release);
  ++numbers_used;
  __atomic_store_n(&one_based_, number + 1, __ATOMIC_RELEASE);
  return number;
}

const ModelInfo& model_numbered(std::uint32_t number) {
  const Block* block = blocks[number / block_size].load(std::memory_order_acquire);
  return *(*block)[number % block_size].load(std::memory_order_acquire);
}

}  // namespace ochre
