#include "bench/pool_turns.hpp"

#include <atomic>
#include <thread>

#include "ochre/driver/sqlite.hpp"
#include "session/pool.hpp"

namespace ochre_bench {

using ochre::session::Channel;
using ochre::session::Pool;

struct PoolTurns::Inside {
  ochre::session::Watch watch;
  Pool pool{8, Pool::Limits{.acquire = 1'000}, [this] {
              const ochre::Driver& driver = ochre::sqlite::driver();
              return std::make_unique<Channel>(driver.connect("sqlite::memory:", {}), driver.dialect(), 16,
                                               watch);
            }};
};

PoolTurns::PoolTurns() : inside_(std::make_unique<Inside>()) {}
PoolTurns::~PoolTurns() = default;

void PoolTurns::run(int times) {
  Pool& pool = inside_->pool;
  for (int i = 0; i < times; ++i) pool.release(pool.acquire());
}

void PoolTurns::run_with_two_threads(int times) {
  std::atomic<int> ready{0};
  const auto work = [&] {
    ++ready;
    while (ready < 2) std::this_thread::yield();
    run(times);
  };
  std::thread other(work);
  work();
  other.join();
}

}  // namespace ochre_bench
