// Objects and arrays: which member or element comes next, and what may not be there or must.
#include <algorithm>

#include "json/state.hpp"

namespace ochre {
namespace {

using State = JsonReader::State;
using Level = State::Level;

constexpr std::size_t word_bits = 64;

bool test_and_set(State& state, const Level& level, std::size_t member) {
  std::uint64_t& word = state.seen_bits[level.seen + member / word_bits];
  const std::uint64_t bit = std::uint64_t{1} << (member % word_bits);
  const bool was = (word & bit) != 0;
  word |= bit;
  return was;
}

// The index of a member's name, or names.size(). Documents mostly keep the schema's order, so that is tried
// first; the raw comparison is exact for names without escapes.
std::size_t find_member(State& state, Level& level, simdjson::ondemand::field& field, std::string_view& key) {
  if (level.expected < level.names.size()) {
    const std::string_view likely = level.names[level.expected];
    if (field.key().unsafe_is_equal(likely)) return level.expected;
  }
  if (const auto error = field.unescaped_key().get(key)) {
    state.malformed(error);
    return level.names.size();
  }
  const auto found = std::find(level.names.begin(), level.names.end(), key);
  return static_cast<std::size_t>(found - level.names.begin());
}

void report_missing(State& state, Level& level) {
  for (std::size_t member = 0; member < level.names.size(); ++member) {
    const std::size_t word = member / word_bits;
    const std::uint64_t bit = std::uint64_t{1} << (member % word_bits);
    if (word >= level.required.size() || (level.required[word] & bit) == 0) continue;
    if ((state.seen_bits[level.seen + word] & bit) != 0) continue;
    level.current = member;
    state.complain("required", "is missing");
  }
}

int leave(State& state) {
  state.seen_bits.resize(state.levels.back().seen);
  state.levels.pop_back();
  return -1;
}

// Reports what may not be here; returns the member to read, or nothing to go on with the next.
std::optional<int> admit(State& state, Level& level, simdjson::ondemand::field& field) {
  std::string_view key;
  const std::size_t member = find_member(state, level, field, key);
  if (state.broken) return std::nullopt;
  if (member == level.names.size()) {
    if (state.options.ignore_unknown) return std::nullopt;
    level.unknown = key;
    state.complain("unknown", "is not a member of this object");
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
    if (level.member == level.member_end) {
      report_missing(state, level);
      return leave(state);
    }
    simdjson::ondemand::field field;
    if (const auto error = (*level.member).get(field)) {
      state.malformed(error);
      break;
    }
    state.current = field.value();
    if (const std::optional<int> member = admit(state, level, field)) return *member;
    if (!state.broken) ++level.member;
  }
  return leave(state);
}

}  // namespace

int JsonReader::first_member(std::span<const std::string_view> names,
                             std::span<const std::uint64_t> required) {
  if (state_.broken) return -1;
  simdjson::ondemand::object object;
  if (const auto error = state_.current.get_object().get(object)) {
    state_.failed(error, "an object");
    return -1;
  }
  Level level;
  level.object = true;
  level.names = names;
  level.required = required;
  level.seen = state_.seen_bits.size();
  auto error = object.begin().get(level.member);
  if (!error) error = object.end().get(level.member_end);
  state_.seen_bits.resize(level.seen + (names.size() + word_bits - 1) / word_bits);
  state_.levels.push_back(level);
  if (error) {
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
  if (!state.broken && level.element != level.element_end) {
    const auto error = (*level.element).get(state.current);
    if (!error) return true;
    state.malformed(error);
  }
  leave(state);
  return false;
}

}  // namespace

bool JsonReader::first_element() {
  if (state_.broken) return false;
  simdjson::ondemand::array array;
  if (const auto error = state_.current.get_array().get(array)) {
    state_.failed(error, "an array");
    return false;
  }
  Level level;
  level.seen = state_.seen_bits.size();
  auto error = array.begin().get(level.element);
  if (!error) error = array.end().get(level.element_end);
  if (error) state_.malformed(error);
  state_.levels.push_back(level);
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
