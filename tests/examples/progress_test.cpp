// What the progress of an import writes, and where: a pseudo-terminal and a file stand for standard error.
#include "survey/progress.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <utility>

namespace {

/// Standard error goes to another file while this lives.
class ErrorsTo {
 public:
  explicit ErrorsTo(int file) : before_(::dup(STDERR_FILENO)) { ::dup2(file, STDERR_FILENO); }
  ErrorsTo(const ErrorsTo&) = delete;
  ErrorsTo& operator=(const ErrorsTo&) = delete;
  ~ErrorsTo() {
    std::fflush(stderr);
    ::dup2(before_, STDERR_FILENO);
    ::close(before_);
  }

 private:
  int before_;
};

/// Two ends: what is written to `far` can be read from `near`.
struct Ends {
  int near = -1;
  int far = -1;

  Ends() = default;
  Ends(const Ends&) = delete;
  Ends& operator=(const Ends&) = delete;
  ~Ends() {
    ::close(near);
    if (far >= 0) ::close(far);
  }
  /// All of it; ends the writing. A terminal hands over in pieces, and with an error at the end.
  std::string written() {
    ::close(std::exchange(far, -1));
    std::string all;
    std::array<char, 4096> block{};
    for (ssize_t size = 0; (size = ::read(near, block.data(), block.size())) > 0;)
      all.append(block.data(), static_cast<std::size_t>(size));
    return all;
  }
};

/// https://man7.org/linux/man-pages/man7/pty.7.html
struct Terminal : Ends {
  Terminal() {
    near = ::posix_openpt(O_RDWR | O_NOCTTY);
    REQUIRE(near >= 0);
    REQUIRE(::grantpt(near) == 0);
    REQUIRE(::unlockpt(near) == 0);
    far = ::open(::ptsname(near), O_RDWR | O_NOCTTY);
    REQUIRE(far >= 0);
  }
};

struct Pipe : Ends {
  Pipe() {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    near = ends[0];
    far = ends[1];
  }
};

const std::string clear_line = "\r\x1b[K";

}  // namespace

TEST_CASE("progress is one line on a terminal, which is cleared at the end") {
  Terminal terminal;
  {
    const ErrorsTo errors(terminal.far);
    survey::Progress progress;
    progress.show("status", 3);
    std::this_thread::sleep_for(std::chrono::milliseconds(110));
    progress.show("lists", 5);
  }
  CHECK(terminal.written() ==
        clear_line + "3 packages, reading status" + clear_line + "5 packages, reading lists" + clear_line);
}

TEST_CASE("the line changes ten times a second at most") {
  Terminal terminal;
  const auto began = std::chrono::steady_clock::now();
  {
    const ErrorsTo errors(terminal.far);
    survey::Progress progress;
    for (int done = 0; done < 1000; ++done) progress.show("status", done);
  }
  const auto tenths = (std::chrono::steady_clock::now() - began) / std::chrono::milliseconds(100);
  const std::string written = terminal.written();
  CHECK(std::count(written.begin(), written.end(), '\r') <= tenths + 2);
}

TEST_CASE("a terminal that was shown no progress is left alone") {
  Terminal terminal;
  {
    const ErrorsTo errors(terminal.far);
    const survey::Progress progress;
  }
  CHECK(terminal.written().empty());
}

TEST_CASE("where standard error is no terminal, there is no progress") {
  Pipe pipe;
  {
    const ErrorsTo errors(pipe.far);
    survey::Progress progress;
    progress.show("status", 3);
  }
  CHECK(pipe.written().empty());
}
