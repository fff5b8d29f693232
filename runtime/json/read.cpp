// One document from text to a value.
#include <memory>

#include "json/state.hpp"
#include "ochre/errors.hpp"
#include "ochre/json.hpp"

namespace ochre::detail {
namespace {

using State = JsonReader::State;

// Parsers keep their buffers, which is most of the cost of small documents. A reading that runs inside
// another on the same thread gets its own.
struct ThreadState {
  std::unique_ptr<State> free = std::make_unique<State>();
};

ThreadState& thread_state() {
  static thread_local ThreadState state;
  return state;
}

class Borrowed {
 public:
  Borrowed() : state_(std::move(thread_state().free)) {
    if (!state_) state_ = std::make_unique<State>();
  }
  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;
  ~Borrowed() {
    state_->levels.clear();
    state_->seen_bits.clear();
    state_->broken = false;
    thread_state().free = std::move(state_);
  }
  State& operator*() const { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

}  // namespace

void read_json(std::string_view text, const JsonOptions& options, JsonRead read, void* value,
               Violations& violations) {
  const Borrowed borrowed;
  State& state = *borrowed;
  state.options = options;
  state.violations = &violations;
  const simdjson::padded_string padded(text);
  auto error = state.parser.iterate(padded).get(state.document);
  if (!error) error = state.document.get_value().get(state.current);
  if (error == simdjson::SCALAR_DOCUMENT_AS_VALUE) {
    violations.push_back({"", "type", "expected an object or an array"});
    return;
  }
  if (error) return state.malformed(error);
  JsonReader reader(state);
  read(reader, value);
  if (!state.broken && violations.empty() &&
      state.document.current_location().error() != simdjson::OUT_OF_BOUNDS)
    violations.push_back({"", "json", "is not valid JSON: there is text after the document"});
}

void throw_violations(Violations violations) { throw ValidationFailed(std::move(violations)); }

}  // namespace ochre::detail
