#include "spell/dialects.hpp"

namespace ochre::spell {
namespace {

// A timestamptz is cut into parts in UTC, whatever the time zone of the session is. A timestamp without zone
// has its own parts: it takes the operations `OfDays`, whose spelling fits every type without a zone.
std::string_view date_pattern(Operation operation) {
  using enum Operation;
  switch (operation) {
    case YearOfDays: return "extract(year FROM $1)::integer";
    case MonthOfDays: return "extract(month FROM $1)::integer";
    case DayOfDays: return "extract(day FROM $1)::integer";
    case YearOfMicros: return "extract(year FROM $1 AT TIME ZONE 'UTC')::integer";
    case MonthOfMicros: return "extract(month FROM $1 AT TIME ZONE 'UTC')::integer";
    case DayOfMicros: return "extract(day FROM $1 AT TIME ZONE 'UTC')::integer";
    case NowDays: return "(now() AT TIME ZONE 'UTC')::date";
    case NowTime: return "(now() AT TIME ZONE 'UTC')::time";
    case NowMicros: return "now()";
    default: return {};
  }
}

// What these say of text columns, casts say here; the end of a pattern is `\Z`, because `$` begins an
// operand.
std::string_view text_pattern(Operation operation) {
  using enum Operation;
  switch (operation) {
    case DaysOfText: return "$1::date";
    case TimeOfText: return "$1::time";
    case MicrosOfText: return "$1::timestamp";
    case UnitsOfText: return "replace($1, '.', '')::bigint";
    case TextOfUuid: return "$1::text";
    case IsDateText: return "$1 ~ '^\\d{4}-\\d\\d-\\d\\d\\Z'";
    case IsTimeText: return "$1 ~ '^\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\Z'";
    case IsMomentText: return "$1 ~ '^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\Z'";
    case IsUuidText: return "$1 ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\\Z'";
    case NowDateText: return "to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD')";
    case NowTimeText: return "to_char(now() AT TIME ZONE 'UTC', 'HH24:MI:SS.US')";
    case NowMomentText: return "to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')";
    default: return date_pattern(operation);
  }
}

}  // namespace

std::string_view postgres_pattern(Operation operation) {
  using enum Operation;
  switch (operation) {
    case Is: return "$1 IS NOT DISTINCT FROM $2";
    case Like: return "$1 LIKE $2";
    case NotLike: return "$1 NOT LIKE $2";
    case Divide: return "$1 / nullif($2, 0)";  // a zero divisor is an error here
    case Modulo: return "$1 % nullif($2, 0)";
    case Length: return "char_length($1)";
    case ByteLength: return "octet_length($1)";
    case ItemCount: return "cardinality($1)";
    case JsonItemCount: return "jsonb_array_length($1)";
    case IsFlatArray: return "coalesce(array_ndims($1), 1) = 1 AND array_position($1, NULL) IS NULL";
    case Lower: return "lower($1 COLLATE \"C\")";  // other collations fold more than ASCII
    case Upper: return "upper($1 COLLATE \"C\")";
    case Trim: return "btrim($1, E' \\t\\n\\x0B\\f\\r')";
    case RandomUuid: return "gen_random_uuid()";
    case IsWellFormedJson: return "($1 IS NOT NULL)";  // jsonb is
    case JsonKind: return "jsonb_typeof($1)";
    case StorageKind: return "pg_typeof($1)::text";
    case ToReal: return "CAST($1 AS double precision)";
    default: return text_pattern(operation);
  }
}

}  // namespace ochre::spell
