#include "ochre/small_vector.hpp"

#include <cstdlib>
#include <cstring>
#include <new>

namespace ochre::detail {

void* grow_block(void* old_block, bool on_heap, std::size_t used, std::size_t wanted) {
  void* block = on_heap ? std::realloc(old_block, wanted) : std::malloc(wanted);
  if (!block) throw std::bad_alloc();
  if (!on_heap && used != 0) std::memcpy(block, old_block, used);
  return block;
}

void free_block(void* block) { std::free(block); }

}  // namespace ochre::detail
