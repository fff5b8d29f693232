// JSON by hand: simdjson's on-demand parser in, to_chars and plain appending out.
#include <simdjson.h>

#include <charconv>
#include <stdexcept>

#include "bench/values_by_hand.hpp"

namespace ochre_bench {
namespace {

using simdjson::ondemand::object;

constexpr std::string_view plans[] = {"free", "team", "company"};

std::string text(object& from, std::string_view name) {
  return std::string(std::string_view(from[name].get_string()));
}

HandPlan plan(object& from) {
  const std::string_view found = from["plan"].get_string();
  for (std::size_t at = 0; at < std::size(plans); ++at)
    if (found == plans[at]) return static_cast<HandPlan>(at);
  throw std::runtime_error("no such plan");
}

int number(std::string_view text, std::size_t at, std::size_t size) {
  int out = 0;
  std::from_chars(text.data() + at, text.data() + at + size, out);
  return out;
}

// "2023-11-14T22:13:20.123456Z", as the writer below has it: with six digits or without a fraction.
std::int64_t instant(std::string_view text) {
  if (text.size() < 20 || text.back() != 'Z') throw std::runtime_error("no instant");
  const int month = number(text, 5, 2);
  const std::int64_t year = number(text, 0, 4) - (month <= 2 ? 1 : 0);
  const std::int64_t era = year / 400;
  const std::int64_t in_era = year - era * 400;
  const std::int64_t in_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + number(text, 8, 2) - 1;
  const std::int64_t days = era * 146'097 + in_era * 365 + in_era / 4 - in_era / 100 + in_year - 719'468;
  const std::int64_t seconds =
      days * 86'400 + number(text, 11, 2) * 3'600 + number(text, 14, 2) * 60 + number(text, 17, 2);
  std::int64_t fraction = 0;
  int digits = 0;
  for (std::size_t at = 20; at + 1 < text.size(); ++at, ++digits) fraction = fraction * 10 + (text[at] - '0');
  for (; digits < 6; ++digits) fraction *= 10;
  return seconds * 1'000'000 + fraction;
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') {
      out += '\\';
      out += letter;
    } else if (static_cast<unsigned char>(letter) < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(letter));
      out += escape;
    } else {
      out += letter;
    }
  }
  out += '"';
}

template <class Number>
void append_number(std::string& out, Number value) {
  char digits[32];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void append_instant(std::string& out, std::int64_t micros) {
  const auto seconds = static_cast<std::time_t>(micros / 1'000'000);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char digits[40];
  std::size_t size = std::strftime(digits, sizeof digits, "%Y-%m-%dT%H:%M:%S", &parts);
  size += static_cast<std::size_t>(
      std::snprintf(digits + size, sizeof digits - size, ".%06dZ", static_cast<int>(micros % 1'000'000)));
  out += '"';
  out.append(digits, size);
  out += '"';
}

template <class Row, class Append>
std::string array_of(const std::vector<Row>& rows, Append append) {
  std::string out = "[";
  for (const Row& row : rows) {
    append(out, row);
    out += ',';
  }
  if (rows.empty()) return "[]";
  out.back() = ']';
  return out;
}

}  // namespace

std::vector<HandAccount> accounts_by_hand(std::string& json) {
  static simdjson::ondemand::parser parser;
  simdjson::ondemand::document document = parser.iterate(json);
  std::vector<HandAccount> out;
  for (object found : document.get_array()) {
    HandAccount& row = out.emplace_back();
    row.id = found["id"].get_int64();
    row.name = text(found, "name");
    row.city = text(found, "city");
    row.email = text(found, "email");
    row.plan = plan(found);
  }
  return out;
}

std::vector<HandVisit> visits_by_hand(std::string& json) {
  static simdjson::ondemand::parser parser;
  simdjson::ondemand::document document = parser.iterate(json);
  std::vector<HandVisit> out;
  for (object found : document.get_array()) {
    HandVisit& row = out.emplace_back();
    row.id = found["id"].get_int64();
    row.email = text(found, "email");
    row.name = text(found, "name");
    simdjson::ondemand::value age = found["age"];
    if (!age.is_null()) row.age = static_cast<std::int32_t>(std::int64_t{age.get_int64()});
    row.score = found["score"].get_double();
    row.active = found["active"].get_bool();
    row.plan = plan(found);
    row.seen = instant(found["seen"].get_string());
  }
  return out;
}

std::string json_by_hand(const std::vector<HandAccount>& accounts) {
  return array_of(accounts, [](std::string& out, const HandAccount& row) {
    out += "{\"id\":";
    append_number(out, row.id);
    out += ",\"name\":";
    append_string(out, row.name);
    out += ",\"city\":";
    append_string(out, row.city);
    out += ",\"email\":";
    append_string(out, row.email);
    out += ",\"plan\":";
    append_string(out, plans[static_cast<std::size_t>(row.plan)]);
    out += '}';
  });
}

std::string json_by_hand(const std::vector<HandVisit>& visits) {
  return array_of(visits, [](std::string& out, const HandVisit& row) {
    out += "{\"id\":";
    append_number(out, row.id);
    out += ",\"email\":";
    append_string(out, row.email);
    out += ",\"name\":";
    append_string(out, row.name);
    out += ",\"age\":";
    if (row.age)
      append_number(out, *row.age);
    else
      out += "null";
    out += ",\"score\":";
    append_number(out, row.score);
    out += ",\"active\":";
    out += row.active ? "true" : "false";
    out += ",\"plan\":";
    append_string(out, plans[static_cast<std::size_t>(row.plan)]);
    out += ",\"seen\":";
    append_instant(out, row.seen);
    out += '}';
  });
}

}  // namespace ochre_bench
