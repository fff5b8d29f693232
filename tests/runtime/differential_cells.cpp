#include "differential_cells.hpp"

#include <algorithm>
#include <string_view>

namespace differential {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

/// The texts of the code points.
std::vector<std::string_view> code_points(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t size = 1;
    while (at + size < text.size() && continues(text[at + size])) ++size;
    out.push_back(text.substr(at, size));
    at += size;
  }
  return out;
}

using Points = std::vector<std::string_view>;

bool like(const Points& text, std::size_t at, const Points& pattern, std::size_t from) {
  if (from == pattern.size()) return at == text.size();
  if (pattern[from] == "%") {
    for (std::size_t next = at; next <= text.size(); ++next) {
      if (like(text, next, pattern, from + 1)) return true;
    }
    return false;
  }
  if (at == text.size()) return false;
  if (pattern[from] == "_") return like(text, at + 1, pattern, from + 1);
  const bool escaped = pattern[from] == "\\" && from + 1 < pattern.size();
  const std::size_t literal = escaped ? from + 1 : from;
  return text[at] == pattern[literal] && like(text, at + 1, pattern, literal + 1);
}

double real(const Cell& cell) {
  const auto* number = std::get_if<std::int64_t>(&cell);
  return number ? static_cast<double>(*number) : std::get<double>(cell);
}

std::string shown(const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&cell)) return std::to_string(*number);
  if (const auto* words = std::get_if<std::string>(&cell)) return "'" + *words + "'";
  return "NULL";
}

}  // namespace

Truth both(Truth left, Truth right) {
  if (left == false || right == false) return false;
  return left && right ? Truth(true) : std::nullopt;
}
Truth either(Truth left, Truth right) {
  if (left == true || right == true) return true;
  return left && right ? Truth(false) : std::nullopt;
}
Truth negated(Truth truth) { return truth ? Truth(!*truth) : std::nullopt; }

int order(const Cell& left, const Cell& right) {
  if (left.index() == 3) return text(left).compare(text(right));
  if (left.index() == 1 && right.index() == 1)
    return integer(left) < integer(right) ? -1 : integer(left) > integer(right) ? 1 : 0;
  return real(left) < real(right) ? -1 : real(left) > real(right) ? 1 : 0;
}

Truth compare(Comparison comparison, const Cell& left, const Cell& right) {
  if (is_null(left) || is_null(right)) return std::nullopt;
  const int sign = order(left, right);
  switch (comparison) {
    case Comparison::Equal: return sign == 0;
    case Comparison::NotEqual: return sign != 0;
    case Comparison::Less: return sign < 0;
    case Comparison::LessEqual: return sign <= 0;
    case Comparison::Greater: return sign > 0;
    default: return sign >= 0;
  }
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}
std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}
std::string trim(const std::string& text) {
  constexpr const char* space = " \t\n\v\f\r";
  const auto first = text.find_first_not_of(space);
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

std::int64_t length(const std::string& text) { return static_cast<std::int64_t>(code_points(text).size()); }

std::string substring(const std::string& text, std::size_t start, std::size_t count) {
  const Points points = code_points(text);
  std::string out;
  for (std::size_t i = start - 1; i < points.size() && i < start - 1 + count; ++i) out += points[i];
  return out;
}

std::string replace(const std::string& text, const std::string& from, const std::string& to) {
  std::string out;
  std::size_t at = 0;
  for (auto next = text.find(from); next != std::string::npos; next = text.find(from, at)) {
    out += text.substr(at, next - at) + to;
    at = next + from.size();
  }
  return out + text.substr(at);
}

bool like(const std::string& text, const std::string& pattern) {
  return like(code_points(text), 0, code_points(pattern), 0);
}

/// Counting years, and then months, one by one.
Civil civil(std::int64_t days) {
  const auto leap = [](std::int64_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; };
  Civil date{1970, 1, 1};
  while (days < 0) days += leap(--date.year) ? 366 : 365;
  for (std::int64_t size = 365; size = leap(date.year) ? 366 : 365, days >= size; ++date.year) days -= size;
  constexpr std::int64_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (const std::int64_t usual : lengths) {
    const std::int64_t size = usual == 28 && leap(date.year) ? 29 : usual;
    if (days < size) break;
    days -= size;
    ++date.month;
  }
  date.day += days;
  return date;
}

std::int64_t days_of(std::int64_t microseconds) {
  constexpr std::int64_t day = 86'400'000'000;
  return microseconds / day - (microseconds % day < 0 ? 1 : 0);
}

std::string shown(const std::vector<Row>& rows) {
  std::string out;
  for (const Row& row : rows) {
    for (const Cell& cell : row) out += shown(cell) + " ";
    out += "\n";
  }
  return out;
}

}  // namespace differential
