// Objects and arrays: which member or element comes next, and what may not be there or must.
#include <algorithm>
#include <bit>
#include <cstring>
#include <new>

#include "json/state.hpp"
#include "ochre/rules.hpp"

namespace ochre {
namespace {

using State = JsonReader::State;
using Level = State::Level;
using Field = simdjson::simdjson_result<simdjson::ondemand::field>;
using Element = simdjson::simdjson_result<simdjson::ondemand::value>;

constexpr std::size_t word_bits = 64;

bool test_and_set(State& state, const Level& level, std::size_t member) {
  std::uint64_t& word = state.seen_bits[level.seen + member / word_bits];
  const std::uint64_t bit = std::uint64_t{1} << (member % word_bits);
  const bool was = (word & bit) != 0;
  word |= bit;
  return was;
}

// As memcmp, without the call for names of usual length: loads that overlap where the size is no power of
// two.
template <class Word>
bool same_words(const char* left, const char* right, std::size_t size) {
  const auto differ = [&](std::size_t at) {
    Word a{};
    Word b{};
    std::memcpy(&a, left + at, sizeof a);
    std::memcpy(&b, right + at, sizeof b);
    return a ^ b;
  };
  return (differ(0) | differ(size - sizeof(Word))) == 0;
}

bool same(const char* left, const char* right, std::size_t size) {
  if (size > 2 * sizeof(std::uint64_t)) return std::memcmp(left, right, size) == 0;
  if (size >= sizeof(std::uint64_t)) return same_words<std::uint64_t>(left, right, size);
  if (size >= sizeof(std::uint32_t)) return same_words<std::uint32_t>(left, right, size);
  if (size >= sizeof(std::uint16_t)) return same_words<std::uint16_t>(left, right, size);
  return size == 0 || *left == *right;
}

// The raw key goes on to its quotation mark at least, and the parser's padding behind it can be looked at.
bool is_raw(simdjson::ondemand::raw_json_string key, std::string_view name) {
  return name.size() < simdjson::SIMDJSON_PADDING && key.raw()[name.size()] == '"' &&
         same(key.raw(), name.data(), name.size());
}

// The index of a member's name, or names.size(). Documents mostly keep the schema's order, so that is tried
// first; the raw comparison is exact for names without escapes.
std::size_t find_member(State& state, Level& level, simdjson::ondemand::field& field, std::string_view& key) {
  if (level.expected < level.names.size()) {
    const std::string_view likely = level.names[level.expected];
    if (is_raw(field.key(), likely)) return level.expected;
  }
  if (const auto error = field.unescaped_key().get(key)) {
    state.malformed(error);
    return level.names.size();
  }
  const auto found = std::find(level.names.begin(), level.names.end(), key);
  return static_cast<std::size_t>(found - level.names.begin());
}

void report_missing(State& state, Level& level) {
  for (std::size_t word = 0; word < level.required.size(); ++word) {
    std::uint64_t missing = level.required[word] & ~state.seen_bits[level.seen + word];
    for (; missing != 0; missing &= missing - 1) {
      level.current = word * word_bits + static_cast<std::size_t>(std::countr_zero(missing));
      state.complain("required", "is missing");
    }
  }
}

int leave(State& state) {
  state.seen_bits.resize(state.levels.back().seen);
  state.levels.pop_back();
  return -1;
}

// What is skipped must be JSON all the same; the parser itself looks for its end only.
void report_unknown(State& state) {
  if (!state.options.ignore_unknown) return state.complain("unknown", "is not a member of this object");
  std::string_view text;
  if (!state.raw_text(text) || rules::is_json_of_others(text)) return;
  state.complain("json", "is not valid JSON");
  state.broken = true;
}

// Reports what may not be here; returns the member to read, or nothing to go on with the next.
std::optional<int> admit(State& state, Level& level, simdjson::ondemand::field& field) {
  std::string_view key;
  const std::size_t member = find_member(state, level, field, key);
  if (state.broken) return std::nullopt;
  if (member == level.names.size()) {
    level.unknown = key;
    report_unknown(state);
    level.unknown = {};
    return std::nullopt;
  }
  level.current = member;
  level.expected = member + 1;
  if (test_and_set(state, level, member)) {
    state.complain("repeated", "occurs more than once");
    return std::nullopt;
  }
  return static_cast<int>(member);
}

// The member the iterator stands at, or the next one that is to be read.
int member_at(State& state) {
  while (!state.broken) {
    Level& level = state.levels.back();
    if (level.member == simdjson::ondemand::object_iterator()) {
      report_missing(state, level);
      return leave(state);
    }
    auto* const result = ::new (&state.field) Field(*level.member);
    if (result->error()) {
      state.malformed(result->error());
      break;
    }
    simdjson::ondemand::field& field = result->value_unsafe();
    state.current = &field.value();
    if (const std::optional<int> member = admit(state, level, field)) return *member;
    if (!state.broken) ++level.member;
  }
  return leave(state);
}

}  // namespace

int JsonReader::first_member(View<const std::string_view> names, View<const std::uint64_t> required) {
  if (state_.broken) return -1;
  simdjson::ondemand::object object;
  if (const auto error = state_.current->get_object().get(object)) {
    state_.failed(error, "an object");
    return -1;
  }
  Level& level = state_.levels.emplace_back();
  level.object = true;
  level.names = names;
  level.required = required;
  level.seen = state_.seen_bits.size();
  state_.seen_bits.resize(level.seen + (names.size() + word_bits - 1) / word_bits);
  if (const auto error = object.begin().get(level.member)) {
    state_.malformed(error);
    return leave(state_);
  }
  return member_at(state_);
}

int JsonReader::next_member() {
  if (state_.broken) return leave(state_);
  ++state_.levels.back().member;
  return member_at(state_);
}

namespace {

bool element_at(State& state) {
  Level& level = state.levels.back();
  if (!state.broken && level.element != simdjson::ondemand::array_iterator()) {
    auto* const result = ::new (&state.element) Element(*level.element);
    if (!result->error()) return state.current = &result->value_unsafe(), true;
    state.malformed(result->error());
  }
  leave(state);
  return false;
}

}  // namespace

bool JsonReader::first_element(std::size_t bytes, std::size_t& count) {
  constexpr std::size_t usual_growth =
      8;  // of values over their text; what grows more makes room as it comes
  count = 0;
  if (state_.broken) return false;
  simdjson::ondemand::array array;
  if (const auto error = state_.current->get_array().get(array)) {
    state_.failed(error, "an array");
    return false;
  }
  Level& level = state_.levels.emplace_back();
  level.seen = state_.seen_bits.size();
  auto error = array.count_elements().get(count);
  count = std::min(count, state_.size * usual_growth / bytes);
  if (!error) error = array.begin().get(level.element);
  if (error) state_.malformed(error);
  return element_at(state_);
}

bool JsonReader::next_element() {
  if (!state_.broken) {
    Level& level = state_.levels.back();
    ++level.element;
    ++level.current;
  }
  return element_at(state_);
}

}  // namespace ochre
