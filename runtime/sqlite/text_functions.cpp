#include "sqlite/text_functions.hpp"

#include <algorithm>
#include <new>
#include <string>

#include "ochre/decimal.hpp"
#include "ochre/uuid.hpp"
#include "sqlite/text_values.hpp"

namespace ochre::sqlite {
namespace {

constexpr std::int64_t micros_per_day = 86'400'000'000;

std::string_view text_of(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return {text ? text : "", static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void give(sqlite3_context* context, std::string_view text) {
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void fail(sqlite3_context* context, const std::string& message) {
  sqlite3_result_error(context, message.data(), static_cast<int>(message.size()));
}

void refuse_text(sqlite3_context* context, sqlite3_value* value, const char* what) {
  constexpr std::size_t shown = 80;
  const bool text = sqlite3_value_type(value) == SQLITE_TEXT;
  const std::string found =
      text ? "'" + std::string(text_of(value).substr(0, shown)) + "'" : "something else than text";
  fail(context, std::string(unreadable_text) + found + " where the text of a " + what + " belongs");
}

// SQLite makes floating-point numbers of integers that overflow.
void refuse_value(sqlite3_context* context, sqlite3_value* value, const char* why) {
  const bool overflowed = sqlite3_value_type(value) == SQLITE_FLOAT;
  fail(context, overflowed ? "integer overflow" : std::string(unwritable_text) + why);
}

/// One function's work, on an argument that is not NULL.
using Work = void (*)(sqlite3_context*, sqlite3_value**);

template <Work Do>
void run(sqlite3_context* context, int, sqlite3_value** arguments) {
  if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return sqlite3_result_null(context);
  try {
    Do(context, arguments);
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);
  }
}

// A date or time: how it is read and written, what it is called, and why a number may be none.
struct DateKind {
  static constexpr auto read = date_in;
  static constexpr auto write = date_text;
  static constexpr const char* name = "date";
};
struct TimeKind {
  static constexpr auto read = time_in;
  static constexpr auto write = time_text;
  static constexpr const char* name = "time";
};
struct DatetimeKind {
  static constexpr auto read = datetime_in;
  static constexpr auto write = moment_text;
  static constexpr const char* name = "datetime";
};
struct TimestampKind {
  static constexpr auto read = timestamp_in;
  static constexpr auto write = moment_text;
  static constexpr const char* name = "timestamp";
};

template <class Kind>
void to_value(sqlite3_context* context, sqlite3_value** arguments) {
  const bool is_text = sqlite3_value_type(arguments[0]) == SQLITE_TEXT;
  const auto value = is_text ? Kind::read(text_of(arguments[0])) : std::nullopt;
  if (!value) return refuse_text(context, arguments[0], Kind::name);
  sqlite3_result_int64(context, *value);
}

template <class Kind>
void to_text(sqlite3_context* context, sqlite3_value** arguments) {
  const bool is_whole = sqlite3_value_type(arguments[0]) == SQLITE_INTEGER;
  const auto text = is_whole ? Kind::write(sqlite3_value_int64(arguments[0])) : std::nullopt;
  if (!text)
    return refuse_value(context, arguments[0],
                        "a date beyond the years 0000 to 9999 or a time beyond the day");
  give(context, *text);
}

// Texts of one moment agree up to the day, and an offset moves that by less than a day; texts of one time
// agree up to the minute. No text lies below the empty one, and none that is read above a tilde.
std::string bound(std::int64_t days, std::string_view end) {
  if (const auto text = date_text(days)) return *text + std::string(end);
  return days < 0 ? "" : "~";
}

std::string bound_of(DateKind, std::int64_t days, std::int64_t, std::string_view end) {
  return bound(days, end);
}
std::string bound_of(TimeKind, std::int64_t micros, std::int64_t, std::string_view end) {
  constexpr std::size_t hours_and_minutes = 5;
  const auto text = time_text(micros);
  if (text) return text->substr(0, hours_and_minutes) + std::string(end);
  return micros < 0 ? "" : "~";
}
std::string bound_of(DatetimeKind, std::int64_t micros, std::int64_t towards, std::string_view end) {
  return bound(micros / micros_per_day + towards, end);
}
std::string bound_of(TimestampKind, std::int64_t micros, std::int64_t towards, std::string_view end) {
  return bound(micros / micros_per_day + 2 * towards, end);
}

template <class Kind>
void to_low(sqlite3_context* context, sqlite3_value** arguments) {
  const bool is_whole = sqlite3_value_type(arguments[0]) == SQLITE_INTEGER;
  give(context, is_whole ? bound_of(Kind(), sqlite3_value_int64(arguments[0]), -1, "") : "");
}

template <class Kind>
void to_high(sqlite3_context* context, sqlite3_value** arguments) {
  const bool is_whole = sqlite3_value_type(arguments[0]) == SQLITE_INTEGER;
  give(context, is_whole ? bound_of(Kind(), sqlite3_value_int64(arguments[0]), 1, "~") : "~");
}

// Letters of one case, so that a search for both finds every text that is read.
void uuid_value(sqlite3_context* context, sqlite3_value** arguments) {
  const bool is_text = sqlite3_value_type(arguments[0]) == SQLITE_TEXT;
  const std::string_view text = is_text ? text_of(arguments[0]) : std::string_view();
  const auto has = [&](char first, char last) {
    return std::any_of(text.begin(), text.end(), [&](char c) { return c >= first && c <= last; });
  };
  Uuid uuid;
  const bool mixed = has('a', 'f') && has('A', 'F');
  if (mixed || !from_string(text, uuid)) return refuse_text(context, arguments[0], "uuid");
  sqlite3_result_blob64(context, uuid.bytes, sizeof(uuid.bytes), SQLITE_TRANSIENT);
}

void uuid_text(sqlite3_context* context, sqlite3_value** arguments) {
  Uuid uuid;
  const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_value_blob(arguments[0]));
  const auto size = static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]));
  const bool is_blob = sqlite3_value_type(arguments[0]) == SQLITE_BLOB;
  if (!is_blob || size != sizeof(uuid.bytes))
    return refuse_value(context, arguments[0], "a uuid of other than 16 bytes");
  std::copy_n(bytes, size, uuid.bytes);
  give(context, to_string(uuid));
}

void decimal_value(sqlite3_context* context, sqlite3_value** arguments) {
  const bool is_text = sqlite3_value_type(arguments[0]) == SQLITE_TEXT;
  const int scale = sqlite3_value_int(arguments[1]);
  const std::string_view text = is_text ? text_of(arguments[0]) : std::string_view();
  if (!detail::is_decimal(text, narrow_decimal_digits, scale))
    return refuse_text(context, arguments[0], "decimal of the column's scale");
  sqlite3_result_int64(context, detail::decimal_units(text, narrow_decimal_digits, scale));
}

void decimal_text(sqlite3_context* context, sqlite3_value** arguments) {
  if (sqlite3_value_type(arguments[0]) != SQLITE_INTEGER)
    return refuse_value(context, arguments[0], "a decimal beyond 18 digits");
  give(context, detail::decimal_text(sqlite3_value_int64(arguments[0]), sqlite3_value_int(arguments[1])));
}

struct Function {
  const char* name;
  int arguments;
  void (*run)(sqlite3_context*, int, sqlite3_value**);
};

constexpr Function functions[] = {
    {"ochre_date", 1, run<to_value<DateKind>>},
    {"ochre_date_text", 1, run<to_text<DateKind>>},
    {"ochre_date_low", 1, run<to_low<DateKind>>},
    {"ochre_date_high", 1, run<to_high<DateKind>>},
    {"ochre_time", 1, run<to_value<TimeKind>>},
    {"ochre_time_text", 1, run<to_text<TimeKind>>},
    {"ochre_time_low", 1, run<to_low<TimeKind>>},
    {"ochre_time_high", 1, run<to_high<TimeKind>>},
    {"ochre_datetime", 1, run<to_value<DatetimeKind>>},
    {"ochre_datetime_text", 1, run<to_text<DatetimeKind>>},
    {"ochre_datetime_low", 1, run<to_low<DatetimeKind>>},
    {"ochre_datetime_high", 1, run<to_high<DatetimeKind>>},
    {"ochre_timestamp", 1, run<to_value<TimestampKind>>},
    {"ochre_timestamp_text", 1, run<to_text<TimestampKind>>},
    {"ochre_timestamp_low", 1, run<to_low<TimestampKind>>},
    {"ochre_timestamp_high", 1, run<to_high<TimestampKind>>},
    {"ochre_uuid", 1, run<uuid_value>},
    {"ochre_uuid_text", 1, run<uuid_text>},
    {"ochre_decimal", 2, run<decimal_value>},
    {"ochre_decimal_text", 2, run<decimal_text>},
};

}  // namespace

int add_text_functions(sqlite3* database) {
  constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  for (const Function& function : functions) {
    const int code = sqlite3_create_function_v2(database, function.name, function.arguments, flags, nullptr,
                                                function.run, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

}  // namespace ochre::sqlite
