#include "sql/moment.hpp"

#include <array>
#include <chrono>
#include <cstdio>

#include "spell/literal.hpp"

namespace ochrec::sql {
namespace {

constexpr std::int64_t micros_per_day = 86'400'000'000;

// PostgreSQL counts years before the first as BC: year 0 is 1 BC.
std::string date_text(std::int64_t days, bool& before_christ) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{static_cast<int>(days)}}};
  int year = static_cast<int>(date.year());
  before_christ = year < 1;
  if (before_christ) year = 1 - year;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", year, static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text.data();
}

std::string time_text(std::int64_t micros) {
  const auto seconds = micros / 1'000'000;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%02d:%02d:%02d.%06d", static_cast<int>(seconds / 3600),
                static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60),
                static_cast<int>(micros % 1'000'000));
  return text.data();
}

std::string moment_text(const Moment& moment) {
  if (moment.calendar == Calendar::Time) return time_text(moment.count);
  bool before_christ = false;
  if (moment.calendar == Calendar::Date) {
    const std::string date = date_text(moment.count, before_christ);
    return before_christ ? date + " BC" : date;
  }
  const auto in_day = (moment.count % micros_per_day + micros_per_day) % micros_per_day;
  std::string out =
      date_text((moment.count - in_day) / micros_per_day, before_christ) + ' ' + time_text(in_day);
  if (moment.calendar == Calendar::Timestamp) out += "+00";
  if (before_christ) out += " BC";
  return out;
}

std::string_view type_name(Calendar calendar) {
  switch (calendar) {
    case Calendar::Date: return "::date";
    case Calendar::Time: return "::time";
    case Calendar::Timestamp: return "::timestamptz";
    case Calendar::Datetime: return "::timestamp";
  }
  return {};
}

}  // namespace

void append_moment(std::string& out, const Moment& moment, Database database) {
  if (database == Database::Sqlite) {
    ochre::spell::append_integer(out, moment.count);
    return;
  }
  ochre::spell::append_text(out, moment_text(moment));
  out += type_name(moment.calendar);
}

}  // namespace ochrec::sql
