#include "ochre/pattern.hpp"

#include <re2/re2.h>

#include <memory>
#include <string>

#include "ochre/errors.hpp"

namespace ochre {
namespace {

constexpr std::int64_t most_memory = 8 << 20;  // RE2's own default; larger expressions are refused, not slow

re2::RE2::Options options() {
  re2::RE2::Options out;
  out.set_log_errors(false);
  out.set_max_mem(most_memory);
  return out;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

struct Pattern::Compiled {
  explicit Compiled(std::string_view text) : expression(piece(text), options()) {}
  re2::RE2 expression;
};

Pattern::Pattern(std::string_view expression) {
  auto compiled = std::make_unique<Compiled>(expression);
  if (!compiled->expression.ok())
    throw ValidationFailed({{"", "pattern", "is not a regular expression: " + compiled->expression.error()}});
  compiled_ = compiled.release();
}

Pattern::~Pattern() { delete compiled_; }

bool Pattern::matches(std::string_view text) const {
  return re2::RE2::FullMatch(piece(text), compiled_->expression);
}

}  // namespace ochre
