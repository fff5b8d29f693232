// One side in a process of its own, asked for one run at a time.
#pragma once

#include <sys/types.h>

#include <string>

#include "bench/side.hpp"

namespace ochre_bench {

/// What one run cost.
struct Run {
  std::int64_t nanoseconds = 0;      ///< on the wall
  std::int64_t cpu_nanoseconds = 0;  ///< of this process, without waiting for disks or other programs
  std::uint64_t allocations = 0;
  std::uint64_t checksum = 0;
};

/// The child process starts with the object and ends with it. Throws std::runtime_error when the child fails;
/// its reason is on standard error.
class Worker {
 public:
  Worker(std::unique_ptr<Side> (*make)(const Sizes&), const Sizes& sizes);
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker();

  void open(const std::string& path, Ddl ddl);
  Run run(Task task);

 private:
  struct Request;
  Run ask(const Request& request);
  [[noreturn]] static void serve(Side& side, int requests, int replies);

  pid_t child_ = 0;
  int requests_ = -1;
  int replies_ = -1;
};

}  // namespace ochre_bench
