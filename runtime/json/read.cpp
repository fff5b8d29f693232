// One document from text to a value.
#include <algorithm>
#include <memory>

#include "json/state.hpp"
#include "ochre/errors.hpp"
#include "ochre/json.hpp"

namespace ochre::detail {
namespace {

using State = JsonReader::State;

// Bytes of a document. The buffers for a larger one, some five times as large, go with it.
constexpr std::size_t most_kept = 16U << 20U;

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
    if (state_->padded.size() <= most_kept) thread_state().free = std::move(state_);
  }
  State& operator*() const { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

// A copy: the parser looks some bytes beyond the text, which need not be ours. Only what a text adds to the
// longest one so far is filled with zeros first.
simdjson::padded_string_view padded_text(State& state, std::string_view text) {
  const std::size_t size = text.size() + simdjson::SIMDJSON_PADDING;
  if (state.padded.size() < size) state.padded.resize(size);
  std::fill_n(std::copy(text.begin(), text.end(), state.padded.begin()), simdjson::SIMDJSON_PADDING, ' ');
  return simdjson::padded_string_view(state.padded.data(), text.size(), state.padded.size());
}

}  // namespace

void read_json(std::string_view text, const JsonOptions& options, JsonRead read, void* value,
               Violations& violations) {
  const Borrowed borrowed;
  State& state = *borrowed;
  state.options = options;
  state.size = text.size();
  state.violations = &violations;
  auto error = state.parser.iterate(padded_text(state, text)).get(state.document);
  state.current = &state.element.value_unsafe();
  if (!error) error = state.document.get_value().get(*state.current);
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
