#include "survey/progress.hpp"

#include <cstdio>

#include <unistd.h>

namespace survey {

Progress::Progress() : terminal_(::isatty(STDERR_FILENO) != 0), next_(Clock::now()) {}

Progress::~Progress() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

void Progress::show(std::string_view what, std::int64_t done) {
  if (!terminal_ || Clock::now() < next_) return;
  next_ = Clock::now() + std::chrono::milliseconds(100);
  shown_ = true;
  std::fprintf(stderr, "\r\x1b[K%lld packages, reading %.*s", static_cast<long long>(done),
               static_cast<int>(what.size()), what.data());
  std::fflush(stderr);
}

}  // namespace survey
