#include "spell/dialects.hpp"

namespace ochre::spell {
namespace {

// strftime() rounds to milliseconds, which would move the last half millisecond of a day into the next one,
// and integer division truncates towards zero; so the microseconds are first shifted to the beginning of the
// calendar SQLite knows (4714-11-24 BC, proleptic), divided, and shifted back. Outside years -4713…9999 the
// result is null. https://www.sqlite.org/lang_datefunc.html
std::string_view date_pattern(Operation operation) {
  using enum Operation;
  switch (operation) {
    case YearOfDays: return "CAST(strftime('%Y', $1 * 86400, 'unixepoch') AS INTEGER)";
    case MonthOfDays: return "CAST(strftime('%m', $1 * 86400, 'unixepoch') AS INTEGER)";
    case DayOfDays: return "CAST(strftime('%d', $1 * 86400, 'unixepoch') AS INTEGER)";
    case YearOfMicros:
      return "CAST(strftime('%Y', ($1 + 210866760000000000) / 1000000 - 210866760000, 'unixepoch') AS "
             "INTEGER)";
    case MonthOfMicros:
      return "CAST(strftime('%m', ($1 + 210866760000000000) / 1000000 - 210866760000, 'unixepoch') AS "
             "INTEGER)";
    case DayOfMicros:
      return "CAST(strftime('%d', ($1 + 210866760000000000) / 1000000 - 210866760000, 'unixepoch') AS "
             "INTEGER)";
    // unixepoch('subsec') came with 3.42; the milliseconds are the digits after the point of the seconds.
    case NowDays: return "unixepoch() / 86400";
    case NowTime: return "unixepoch() % 86400 * 1000000 + substr(strftime('%f'), 4) * 1000";
    case NowMicros: return "unixepoch() * 1000000 + substr(strftime('%f'), 4) * 1000";
    default: return {};
  }
}

// Of texts such as 2024-05-01 12:30:00.000000. The date functions round to milliseconds, so they get whole
// seconds, and they count a day beyond the month on into the next one, so that what is no date comes back as
// another text.
std::string_view text_pattern(Operation operation) {
  using enum Operation;
  switch (operation) {
    case DaysOfText: return "unixepoch($1) / 86400";
    case TimeOfText:
      return "(substr($1, 1, 2) * 3600 + substr($1, 4, 2) * 60 + substr($1, 7, 2)) * 1000000 + substr($1, "
             "10)";
    case MicrosOfText: return "unixepoch(substr($1, 1, 19)) * 1000000 + substr($1, 21)";
    case UnitsOfText: return "CAST(replace($1, '.', '') AS INTEGER)";
    case TextOfUuid:
      return "nullif(lower(substr(hex($1), 1, 8) || '-' || substr(hex($1), 9, 4) || '-' || "
             "substr(hex($1), 13, 4) || '-' || substr(hex($1), 17, 4) || '-' || substr(hex($1), 21)), "
             "'----')";
    case IsDateText:
      return "$1 GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date($1, '+0 days') IS $1";
    case IsTimeText:
      return "$1 GLOB '[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]' AND "
             "time(substr($1, 1, 8), '+0 days') IS substr($1, 1, 8)";
    case IsMomentText:
      return "$1 GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] "
             "[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]' AND "
             "datetime(substr($1, 1, 19), '+0 days') IS substr($1, 1, 19)";
    case IsUuidText:
      return "length($1) = 36 AND substr($1, 9, 1) || substr($1, 14, 1) || substr($1, 19, 1) || "
             "substr($1, 24, 1) = '----' AND length(replace($1, '-', '')) = 32 AND "
             "replace($1, '-', '') NOT GLOB '*[^0-9a-f]*'";
    case NowDateText: return "date()";
    case NowTimeText: return "strftime('%H:%M:%f') || '000'";
    case NowMomentText: return "strftime('%Y-%m-%d %H:%M:%f') || '000'";
    default: return date_pattern(operation);
  }
}

}  // namespace

std::string_view sqlite_pattern(Operation operation) {
  using enum Operation;
  switch (operation) {
    case Is: return "$1 IS $2";
    case Like: return "$1 GLOB $2";
    case NotLike: return "$1 NOT GLOB $2";
    case Divide: return "$1 / $2";  // null for a zero divisor by itself
    case Modulo: return "$1 % $2";
    case Length:
    case ByteLength: return "length($1)";
    case ItemCount:
    case JsonItemCount: return "json_array_length($1)";
    case Lower: return "lower($1)";  // ASCII only, unless ICU was loaded
    case Upper: return "upper($1)";
    case Trim: return "trim($1, char(32, 9, 10, 11, 12, 13))";
    case RandomUuid:  // version 4: the fixed bits stand in one byte each, taken from lists of the allowed
                      // values
      return "CAST(randomblob(6) || char(64 + abs(random() % 16)) || randomblob(1) || "
             "substr(x'808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"
             "a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf', 1 + abs(random() % 64), 1) "
             "|| "
             "randomblob(7) AS BLOB)";
    case IsWellFormedJson: return "json_valid($1)";
    case JsonKind: return "json_type($1)";
    case IsFlatArray: return "json_type($1) = 'array'";
    case StorageKind: return "typeof($1)";
    case ToReal: return "CAST($1 AS REAL)";
    default: return text_pattern(operation);
  }
}

}  // namespace ochre::spell
