#include "bench/worker.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstring>
#include <stdexcept>

#include "bench/allocations.hpp"
#include "bench/measure.hpp"

namespace ochre_bench {

struct Worker::Request {
  enum Kind { Open, Measure, Stop } kind = Measure;
  Task task = Task::ReadAll;
  Ddl ddl = Ddl::Plain;
  char path[256] = {};
};

namespace {

template <class T>
bool receive(int from, T& out) {
  return read(from, &out, sizeof out) == static_cast<ssize_t>(sizeof out);
}

template <class T>
void send(int to, const T& value) {
  if (write(to, &value, sizeof value) != static_cast<ssize_t>(sizeof value)) {
    throw std::runtime_error("the other process is gone");
  }
}

Run measure(Side& side, Task task) {
  side.prepare(task);
  Run run;
  const std::uint64_t allocations = allocation_count();
  const std::int64_t cpu = nanoseconds(Clock::Processor);
  const std::int64_t wall = nanoseconds(Clock::Wall);
  run.checksum = side.run(task);
  run.nanoseconds = nanoseconds(Clock::Wall) - wall;
  run.cpu_nanoseconds = nanoseconds(Clock::Processor) - cpu;
  run.allocations = allocation_count() - allocations;
  return run;
}

}  // namespace

Worker::Worker(std::unique_ptr<Side> (*make)(const Sizes&), const Sizes& sizes) {
  int to_child[2];
  int from_child[2];
  if (pipe(to_child) != 0 || pipe(from_child) != 0) throw std::runtime_error("no pipe");
  child_ = fork();
  if (child_ < 0) throw std::runtime_error("no process");
  if (child_ == 0) {
    close(to_child[1]);
    close(from_child[0]);
    const std::unique_ptr<Side> side = make(sizes);
    serve(*side, to_child[0], from_child[1]);
  }
  close(to_child[0]);
  close(from_child[1]);
  requests_ = to_child[1];
  replies_ = from_child[0];
}

Worker::~Worker() {
  // Closing the pipe would not end the child: those that were forked later hold its other end as well.
  const Request stop{Request::Stop, {}, {}, {}};
  if (write(requests_, &stop, sizeof stop) != static_cast<ssize_t>(sizeof stop)) kill(child_, SIGKILL);
  close(requests_);
  close(replies_);
  waitpid(child_, nullptr, 0);
}

void Worker::open(const std::string& path, Ddl ddl) {
  Request request{Request::Open, {}, ddl, {}};
  if (path.size() >= sizeof request.path) throw std::runtime_error("the path is too long: " + path);
  std::memcpy(request.path, path.c_str(), path.size());
  ask(request);
}

Run Worker::run(Task task) { return ask({Request::Measure, task, {}, {}}); }

Run Worker::ask(const Request& request) {
  send(requests_, request);
  Run run;
  if (!receive(replies_, run)) throw std::runtime_error("a side of the benchmark failed");
  return run;
}

void Worker::serve(Side& side, int requests, int replies) {
  try {
    Request request;
    while (receive(requests, request) && request.kind != Request::Stop) {
      Run run;
      if (request.kind == Request::Open)
        side.open(request.path, request.ddl);
      else
        run = measure(side, request.task);
      send(replies, run);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "ochre_bench: %s\n", error.what());
    _exit(1);
  }
  _exit(0);
}

}  // namespace ochre_bench
