#include "sema/pattern.hpp"

#include <re2/re2.h>

namespace ochrec::sema {

std::optional<std::string> pattern_problem(const std::string& pattern) {
  RE2::Options options;
  options.set_log_errors(false);
  const RE2 compiled(pattern, options);
  if (compiled.ok()) return std::nullopt;
  return compiled.error();
}

}  // namespace ochrec::sema
