// A process of its own for what would end or spoil the one that tests.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace ochre_test {

/// A child that runs `work(say)`; `say` tells the parent that it has come so far.
class Child {
 public:
  template <class Work>
  explicit Child(Work work) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    process_ = fork();
    REQUIRE(process_ >= 0);
    if (process_ == 0) run(work, ends[1]);
    close(ends[1]);
    said_ = ends[0];
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (process_ > 0) kill();
    close(said_);
  }

  /// Waits until the child says something; false when it ended without.
  bool wait_for_word() const {
    char word = 0;
    return read(said_, &word, 1) == 1;
  }
  void kill() {
    ::kill(process_, SIGKILL);
    wait_for_end();
  }
  /// What it returned; -1 when it was killed, 99 when it threw.
  int wait_for_end() {
    int status = 0;
    REQUIRE(waitpid(process_, &status, 0) == process_);
    process_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  template <class Work>
  [[noreturn]] static void run(Work work, int said) {
    int outcome = 99;
    try {
      outcome = work([said] { static_cast<void>(!write(said, "x", 1)); });
    } catch (const std::exception& error) {
      std::fprintf(stderr, "child: %s\n", error.what());
    }
    std::_Exit(outcome);
  }

  pid_t process_ = 0;
  int said_ = -1;
};

}  // namespace ochre_test
