// Taking a connection from the pool and giving it back, which every call does. There is no public way to do
// only that, so this looks inside.
#pragma once

#include <memory>

namespace ochre_bench {

class PoolTurns {
 public:
  PoolTurns();
  ~PoolTurns();

  void run(int times);
  /// Two threads at the same time, each so many times.
  void run_with_two_threads(int times);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace ochre_bench
