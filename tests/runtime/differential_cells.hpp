// Values as the independent evaluation of the differential tests sees them: NULL, comparison, three-valued
// logic, text and dates. It shares nothing with Ochre.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace differential {

/// NULL, an integer (also for truth, days and microseconds), a real, or text.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;
using Row = std::vector<Cell>;
/// True, false or unknown.
using Truth = std::optional<bool>;

inline bool is_null(const Cell& cell) { return cell.index() == 0; }
inline std::int64_t integer(const Cell& cell) { return std::get<std::int64_t>(cell); }
inline const std::string& text(const Cell& cell) { return std::get<std::string>(cell); }

Truth both(Truth left, Truth right);
Truth either(Truth left, Truth right);
Truth negated(Truth truth);

enum class Comparison { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };

/// Unknown when either is NULL. Text compares by its bytes.
Truth compare(Comparison comparison, const Cell& left, const Cell& right);
/// Below, at or above zero; neither is NULL.
int order(const Cell& left, const Cell& right);

/// ASCII only, as Ochre promises.
std::string lower(std::string text);
std::string upper(std::string text);
std::string trim(const std::string& text);
/// In code points; `start` counts from 1.
std::int64_t length(const std::string& text);
std::string substring(const std::string& text, std::size_t start, std::size_t count);
std::string replace(const std::string& text, const std::string& from, const std::string& to);
/// `%` is any text, `_` one code point, and `\` takes the next character literally.
bool like(const std::string& text, const std::string& pattern);

struct Civil {
  std::int64_t year;
  std::int64_t month;
  std::int64_t day;
};
Civil civil(std::int64_t days_since_1970);
std::int64_t days_of(std::int64_t microseconds);

std::string shown(const std::vector<Row>& rows);

}  // namespace differential
