// SQL functions for columns that a schema lets SQLite keep as text, `@type(sqlite: "text")`. What queries
// compare, order and compute with is the value, so whatever form a row's text has, they mean what they say.
//
//   ochre_timestamp(text)          the value; likewise _datetime, _date, _time, _uuid, and
//   ochre_decimal(text, scale) ochre_timestamp_text(value)    the text that is written; likewise
//   ochre_timestamp_low(value)     no text of this value, or of a greater one, is less
//   ochre_timestamp_high(value)    no text of this value, or of a lesser one, is greater; dates and times
//   only
//
// NULL gives NULL. A text that is no such value fails with a message that begins as said below.
#pragma once

#include <sqlite3.h>

#include <string_view>

namespace ochre::sqlite {

/// How the failure of a text that cannot be read begins, and that of a value that cannot be written.
inline constexpr std::string_view unreadable_text = "The database holds ";
inline constexpr std::string_view unwritable_text = "As text no column holds ";

/// Makes the functions known to a connection. Returns SQLite's result code.
int add_text_functions(sqlite3* database);

}  // namespace ochre::sqlite
