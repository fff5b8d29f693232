#include "json/state.hpp"

#include <algorithm>

namespace ochre {
namespace {

// RFC 6901, section 3: `~` and `/` are escaped.
void append_token(std::string& out, std::string_view token) {
  out += '/';
  for (const char letter : token) {
    if (letter == '~') {
      out += "~0";
    } else if (letter == '/') {
      out += "~1";
    } else {
      out += letter;
    }
  }
}

std::string_view type_name(simdjson::ondemand::json_type type) {
  using Type = simdjson::ondemand::json_type;
  switch (type) {
    case Type::array: return "an array";
    case Type::object: return "an object";
    case Type::number: return "a number";
    case Type::string: return "a string";
    case Type::boolean: return "true or false";
    case Type::null: return "null";
  }
  return "something else";
}

}  // namespace

std::string JsonReader::State::pointer() const {
  std::string out;
  for (const Level& level : levels) {
    if (!level.object) {
      append_token(out, std::to_string(level.current));
    } else {
      append_token(out, level.unknown.data() != nullptr ? level.unknown : level.names[level.current]);
    }
  }
  return out;
}

bool JsonReader::State::raw_text(std::string_view& text) {
  simdjson::ondemand::json_type type{};
  if (const auto error = current->type().get(type)) {
    malformed(error);
    return false;
  }
  const bool nested =
      type == simdjson::ondemand::json_type::array || type == simdjson::ondemand::json_type::object;
  if (type == simdjson::ondemand::json_type::object) {
    simdjson::ondemand::object object;
    auto error = current->get_object().get(object);
    if (!error) error = object.raw_json().get(text);
    if (error) return malformed(error), false;
  } else if (nested) {
    simdjson::ondemand::array array;
    auto error = current->get_array().get(array);
    if (!error) error = array.raw_json().get(text);
    if (error) return malformed(error), false;
  } else {
    text = current->raw_json_token();
  }
  while (!text.empty() &&
         (text.back() == ' ' || text.back() == '\n' || text.back() == '\r' || text.back() == '\t'))
    text.remove_suffix(1);
  return true;
}

void JsonReader::State::complain(std::string_view rule, std::string message) {
  if (violations->size() < most_complaints) {
    violations->push_back({pointer(), std::string(rule), std::move(message)});
  } else if (!broken) {
    broken = true;
    violations->push_back({"", "json", "has more mistakes than the ones above; reading stopped here"});
  }
}

void JsonReader::State::malformed(simdjson::error_code error) {
  if (broken) return;
  broken = true;
  violations->push_back({"", "json", std::string("is not valid JSON: ") + simdjson::error_message(error)});
}

void JsonReader::State::wrong_type(std::string_view expected) {
  simdjson::ondemand::json_type type{};
  if (const auto error = current->type().get(type)) return malformed(error);
  complain("type", "expected " + std::string(expected) + ", found " + std::string(type_name(type)));
}

void JsonReader::State::failed(simdjson::error_code error, std::string_view expected) {
  switch (error) {
    case simdjson::INCORRECT_TYPE:
    case simdjson::NUMBER_ERROR:
    case simdjson::NUMBER_OUT_OF_RANGE: return wrong_type(expected);
    default: return malformed(error);
  }
}

}  // namespace ochre
