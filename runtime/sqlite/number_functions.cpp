#include "sqlite/number_functions.hpp"

#include <cstdint>

namespace ochre::sqlite {
namespace {

void overflowed(sqlite3_context* context) { sqlite3_result_error(context, "integer overflow", -1); }

void exact(sqlite3_context* context, int, sqlite3_value** arguments) {
  const int type = sqlite3_value_type(arguments[0]);
  if (type != SQLITE_INTEGER && type != SQLITE_NULL) return overflowed(context);
  sqlite3_result_value(context, arguments[0]);
}

void round_to(sqlite3_context* context, int, sqlite3_value** arguments) {
  if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return sqlite3_result_null(context);
  if (sqlite3_value_type(arguments[0]) != SQLITE_INTEGER) return overflowed(context);
  const std::int64_t value = sqlite3_value_int64(arguments[0]);
  const std::int64_t unit = sqlite3_value_int64(arguments[1]);
  const std::int64_t rest = value % unit;
  std::int64_t rounded = value - rest;
  const std::int64_t half = unit - unit / 2;
  const std::int64_t step = rest >= half ? unit : rest <= -half ? -unit : 0;
  if (__builtin_add_overflow(rounded, step, &rounded)) return overflowed(context);
  sqlite3_result_int64(context, rounded);
}

/// The sum of a billion billions of integers fits.
__extension__ using Wide = __int128;

/// What average() remembers between rows. SQLite makes it, of zeros and aligned for eight bytes, which is
/// less than a Wide asks for.
struct Mean {
  using Sum [[gnu::aligned(8)]] = Wide;

  Sum sum;
  std::int64_t count;
};
static_assert(alignof(Mean) == 8);

Mean* mean_of(sqlite3_context* context) {
  auto* mean = static_cast<Mean*>(sqlite3_aggregate_context(context, sizeof(Mean)));
  if (!mean) sqlite3_result_error_nomem(context);
  return mean;
}

void change(sqlite3_context* context, sqlite3_value* value, int sign) {
  if (sqlite3_value_type(value) == SQLITE_NULL) return;
  if (sqlite3_value_type(value) != SQLITE_INTEGER) return overflowed(context);
  Mean* mean = mean_of(context);
  if (!mean) return;
  mean->sum += Wide{sqlite3_value_int64(value)} * sign;
  mean->count += sign;
}

void add_row(sqlite3_context* context, int, sqlite3_value** arguments) { change(context, arguments[0], 1); }
void take_row(sqlite3_context* context, int, sqlite3_value** arguments) { change(context, arguments[0], -1); }

void mean_value(sqlite3_context* context) {
  const auto* mean = static_cast<const Mean*>(sqlite3_aggregate_context(context, 0));
  if (!mean || mean->count == 0) return sqlite3_result_null(context);
  const Wide twice = mean->sum * 2;
  const Wide half_more = twice + (twice < 0 ? -mean->count : mean->count);
  sqlite3_result_int64(context, static_cast<std::int64_t>(half_more / (Wide{mean->count} * 2)));
}

}  // namespace

int add_number_functions(sqlite3* database) {
  constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  int code = sqlite3_create_function_v2(database, "ochre_exact", 1, flags, nullptr, exact, nullptr, nullptr,
                                        nullptr);
  if (code == SQLITE_OK) {
    code = sqlite3_create_function_v2(database, "ochre_round", 2, flags, nullptr, round_to, nullptr, nullptr,
                                      nullptr);
  }
  if (code != SQLITE_OK) return code;
  return sqlite3_create_window_function(database, "ochre_average", 1, flags, nullptr, add_row, mean_value,
                                        mean_value, take_row, nullptr);
}

}  // namespace ochre::sqlite
