// Operators and functions: one list for every database, and how each database spells them.
// Types, NULL rules and which operation is meant are decided by the callers (lower, query); here is only
// text.
#pragma once

#include <cstdint>
#include <string_view>

#include "ochre/dialect.hpp"

namespace ochre::spell {

/// Operands are already in the form the database stores. `Days` and `Micros` in a name say what an operand is
/// where SQLite keeps an integer; PostgreSQL has a type there.
enum class Operation : std::uint8_t {
  Or,
  And,
  Not,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  Between,  // $1 between $2 and $3, both included
  In,       // $1 in $2…
  NotIn,
  Is,  // equal, or both null
  IsNull,
  IsNotNull,
  Like,  // the database's own pattern language, case-sensitive: GLOB on SQLite, LIKE on PostgreSQL
  NotLike,
  Add,
  Subtract,
  Multiply,
  Divide,  // null when the divisor is zero; integers truncate
  Modulo,  // likewise; the sign is the dividend's
  Negate,
  Length,         // code points of a text
  ByteLength,     // bytes of a byte string
  ItemCount,      // elements of an array
  JsonItemCount,  // elements of a JSON array
  IsFlatArray,    // of one dimension and without nulls; PostgreSQL only, the type promises neither
  Lower,          // ASCII letters only
  Upper,
  Trim,  // ASCII white space, both ends
  Abs,
  RoundTo,  // a numeric to $2 digits, half away from zero
  Coalesce,
  NullIf,
  YearOfDays,
  MonthOfDays,
  DayOfDays,
  YearOfMicros,
  MonthOfMicros,
  DayOfMicros,
  NowDays,
  NowTime,
  NowMicros,
  RandomUuid,
  IsWellFormedJson,
  JsonKind,     // 'array', 'object', …
  StorageKind,  // 'integer', 'real', 'text', 'blob' or 'null'; SQLite only
  Slice,        // $3 code points of $1, from the $2th
  TrimLeftOf,   // $1 without leading characters that occur in $2
  ToReal,       // a number as a floating-point number of 64 bits
  CaseWhen,     // case when $1 then $2 else $3 end
  // Columns that keep a value as text in the one form that is written; SQLite needs them, PostgreSQL has
  // casts.
  DaysOfText,
  TimeOfText,
  MicrosOfText,
  UnitsOfText,  // the digits of a decimal without its point
  TextOfUuid,   // the text of a uuid that is kept as such
  IsDateText,   // whether a text has that form
  IsTimeText,
  IsMomentText,
  IsUuidText,
  NowDateText,
  NowTimeText,
  NowMomentText
};

inline constexpr auto last_operation = Operation::NowMomentText;

/// How tightly a text binds; an operand that binds less than its place asks for goes into parentheses.
enum class Binding : std::uint8_t { Anything, Or, And, Not, Compare, Add, Multiply, Negate, Primary };

/// `$1`…`$3` stand for operands, `$*` for all of them and `$+` for all but the first, separated by commas.
struct Spelling {
  std::string_view pattern;
  Binding binding = Binding::Primary;
};

Spelling spelling(Operation operation, Dialect dialect);

/// What the `operand`th (from 0) operand must bind at least to stand bare in a place of this binding.
/// Operators group to the left; AND and OR do not care.
Binding needed(Binding binding, std::size_t operand);

/// Writes a spelling. `write(index, least)` appends one operand, in parentheses when it binds less than
/// `least`.
template <typename Literal, typename Write>
void expand(Spelling spelling, std::size_t operands, Literal&& literal, Write&& write) {
  const std::string_view pattern = spelling.pattern;
  const auto list = [&](std::size_t first) {
    for (std::size_t at = first; at < operands; ++at) {
      if (at != first) literal(", ");
      write(at, Binding::Anything);
    }
  };
  std::size_t done = 0;
  for (auto at = pattern.find('$'); at != std::string_view::npos; at = pattern.find('$', done)) {
    literal(pattern.substr(done, at - done));
    const char what = pattern[at + 1];
    done = at + 2;
    if (what == '*') {
      list(0);
    } else if (what == '+') {
      list(1);
    } else {
      const auto index = static_cast<std::size_t>(what - '1');
      // Between parentheses and commas nothing can be misread.
      const bool fenced = at > 0 && (pattern[at - 1] == '(' || pattern.substr(0, at).ends_with(", ")) &&
                          done < pattern.size() && (pattern[done] == ')' || pattern[done] == ',');
      write(index, fenced ? Binding::Anything : needed(spelling.binding, index));
    }
  }
  literal(pattern.substr(done));
}

}  // namespace ochre::spell
