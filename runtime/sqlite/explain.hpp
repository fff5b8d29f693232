// How SQLite would run a statement, as text.
#pragma once

#include <sqlite3.h>

#include <string>
#include <string_view>

#include "ochre/value.hpp"

namespace ochre::sqlite {

/// The query plan, one step per line, steps of a subquery two spaces deeper than it. The text is SQLite's and
/// changes between its versions. https://www.sqlite.org/eqp.html
std::string explain_query(sqlite3* database, std::string_view sql, const Values& values);

}  // namespace ochre::sqlite
