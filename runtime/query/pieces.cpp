#include "query/pieces.hpp"

namespace ochre {
namespace {

/// The spare ones of a thread. Without a destructor, so that using it is no question of whether it exists.
struct Spare {
  static constexpr std::size_t most = 8;

  Fragment::Pieces* kept[most];
  std::size_t count;
  std::size_t limit;  ///< 0 until the first one goes, and after the thread's end
  bool ended;
};

thread_local constinit Spare spare{};

/// Deletes the spare ones at the thread's end. Queries that go after that, with other objects of the thread,
/// keep none.
struct AtEnd {
  ~AtEnd() {
    for (std::size_t i = 0; i < spare.count; ++i) delete spare.kept[i];
    spare.count = spare.limit = 0;
    spare.ended = true;
  }
};

/// The spare ones are kept from now on, unless the thread ends.
bool begin_keeping() {
  if (spare.ended) return false;
  static thread_local const AtEnd at_end;
  static_cast<void>(at_end);
  spare.limit = Spare::most;
  return true;
}

}  // namespace

Fragment::Pieces* Fragment::Pieces::take() {
  return spare.count > 0 ? spare.kept[--spare.count] : new Pieces;
}

void Fragment::Pieces::give_back(Pieces* pieces) noexcept {
  const bool keeps = spare.count < spare.limit || (spare.limit == 0 && begin_keeping());
  if (!keeps || !pieces->is_small()) {
    delete pieces;
    return;
  }
  pieces->shape.clear();
  pieces->values.clear();
  pieces->selects = false;
  spare.kept[spare.count++] = pieces;
}

// Apart, like the growing of vectors: what is inline shall not save registers for rare cases.
[[gnu::noinline]] void Fragment::Pieces::put_steps(const Path& path, std::uint16_t number,
                                                   std::size_t number_size) {
  shape.resize_down(shape.size() - number_size);
  for (std::size_t i = 0; i < path.depth; ++i) put(path.steps[i], 1);
  put(number, number_size);
}

}  // namespace ochre
