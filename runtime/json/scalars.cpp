// Scalars in: each read checks that the JSON value is exactly what the C++ type can hold.
#include <cstring>
#include <limits>

#include "json/base64.hpp"
#include "json/state.hpp"
#include "json/time_text.hpp"
#include "ochre/rules.hpp"
#include "ochre/time_of_day.hpp"
#include "ochre/uuid.hpp"

namespace ochre {
namespace {

using State = JsonReader::State;

std::string_view expected_form(Kind kind) {
  switch (kind) {
    case Kind::Date: return "a date such as \"2001-02-03\"";
    case Kind::Time: return "a time such as \"12:34:56\"";
    case Kind::Timestamp: return "an instant such as \"2001-02-03T04:05:06Z\"";
    case Kind::DateTime: return "a date and time without zone such as \"2001-02-03T04:05:06\"";
    case Kind::Uuid: return "a UUID";
    case Kind::Bytes: return "base64 text";
    default: return "a string";
  }
}

bool parse_text_form(std::string_view text, Kind kind, std::int64_t& value) {
  if (kind != Kind::Time) return detail::parse_time(text, kind, value);
  TimeOfDay time;
  if (!from_string(text, time)) return false;
  value = time.microseconds;
  return true;
}

bool is_text_form(Kind kind) {
  return kind == Kind::Date || kind == Kind::Time || kind == Kind::Timestamp || kind == Kind::DateTime;
}

// Most strings have no escapes; then the text between the quotes is the value and nothing is copied. The
// parser's first pass has checked that it is UTF-8 and ends.
bool plain_text(State& state, std::string_view& text) {
  std::string_view token = state.current->raw_json_token();
  if (token.empty() || token.front() != '"') return false;
  token = token.substr(1, token.rfind('"') - 1);
  if (std::memchr(token.data(), '\\', token.size()) != nullptr) return false;
  text = token;
  return true;
}

// The parser turns an escaped low surrogate without its high one into three bytes that are no UTF-8.
bool has_half_pair(std::string_view text) {
  for (std::size_t at = text.find('\xED'); at != std::string_view::npos; at = text.find('\xED', at + 1))
    if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xA0) return true;
  return false;
}

bool text_of(State& state, std::string_view expected, std::string_view& text) {
  if (plain_text(state, text)) return true;
  const auto error = state.current->get_string().get(text);
  if (error) return state.failed(error, expected), false;
  if (!has_half_pair(text)) return true;
  state.complain("json", "escapes half of a surrogate pair, which is no character");
  return false;
}

// The text of a whole value, which the on-demand parser has not looked into.
bool document_text(State& state, std::string_view& text) {
  if (!state.raw_text(text)) return false;
  if (rules::is_json(text)) return true;
  state.complain("json", "is not valid JSON that a database can keep");
  return false;
}

}  // namespace

bool JsonReader::null() {
  if (state_.broken) return true;
  bool found = false;
  if (const auto error = state_.current->is_null().get(found)) state_.failed(error, "null");
  return found;
}

bool JsonReader::scalar(Kind kind, std::int64_t& value) {
  if (state_.broken) return false;
  if (is_text_form(kind)) {
    std::string_view text;
    if (!text_of(state_, expected_form(kind), text)) return false;
    if (parse_text_form(text, kind, value)) return true;
    state_.complain("type", "expected " + std::string(expected_form(kind)));
    return false;
  }
  if (kind == Kind::Bool) {
    bool truth = false;
    const auto error = state_.current->get_bool().get(truth);
    if (error) return state_.failed(error, "true or false"), false;
    value = truth ? 1 : 0;
    return true;
  }
  const auto error = state_.current->get_int64().get(value);
  if (error) state_.failed(error, "an integer of 64 bits");
  return !error;
}

bool JsonReader::integer(std::size_t bytes, std::int64_t& value) {
  if (!scalar(Kind::Int64, value)) return false;
  const std::int64_t limit = std::int64_t{1} << (bytes * 8 - 1);
  if (value >= -limit && value < limit) return true;
  state_.complain("type", "expected an integer of " + std::to_string(bytes * 8) + " bits, found " +
                              std::to_string(value));
  return false;
}

bool JsonReader::scalar(Kind kind, double& value) {
  if (state_.broken) return false;
  const auto error = state_.current->get_double().get(value);
  if (error) return state_.failed(error, "a number"), false;
  if (kind == Kind::Float32 &&
      (value > std::numeric_limits<float>::max() || value < std::numeric_limits<float>::lowest())) {
    state_.complain("type", "expected a number that a float32 can hold");
    return false;
  }
  return true;
}

bool JsonReader::scalar(Kind kind, std::string_view& value) {
  if (state_.broken) return false;
  return kind == Kind::Json ? document_text(state_, value) : text_of(state_, "a string", value);
}

void JsonReader::read(std::string& value) {
  std::string_view text;
  if (!state_.broken && text_of(state_, "a string", text)) value.assign(text);
}

bool JsonReader::scalar(Kind kind, BytesView& value) {
  std::string_view text;
  if (state_.broken || !text_of(state_, expected_form(kind), text)) return false;
  bool fits = false;
  if (kind == Kind::Uuid) {
    Uuid uuid;
    fits = from_string(text, uuid);
    state_.bytes.assign(reinterpret_cast<const char*>(uuid.bytes), sizeof(uuid.bytes));
  } else {
    fits = detail::decode_base64(text, state_.bytes);
  }
  if (!fits) return state_.complain("type", "expected " + std::string(expected_form(kind))), false;
  value = {state_.bytes.data(), state_.bytes.size()};
  return true;
}

bool JsonReader::decimal_text(std::string_view& text) {
  if (state_.broken) return false;
  simdjson::ondemand::json_type type{};
  if (const auto error = state_.current->type().get(type)) return state_.malformed(error), false;
  if (type != simdjson::ondemand::json_type::number) return text_of(state_, "a decimal", text);
  double ignored = 0;  // says whether the number is well-formed JSON
  text = state_.current->raw_json_token();
  text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
  if (const auto error = state_.current->get_double().get(ignored))
    return state_.failed(error, "a decimal"), false;
  return true;
}

void JsonReader::wrong_decimal(int precision, int scale) {
  state_.complain("type", "expected a decimal of at most " + std::to_string(precision) + " digits, " +
                              std::to_string(scale) + " of them after the point");
}

void JsonReader::unknown_enumerator(std::string_view text) {
  state_.complain("enum", "\"" + std::string(text) + "\" is not one of the values of this enum");
}

}  // namespace ochre
