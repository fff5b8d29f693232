// The SQL function ochre_glob(pattern): a LIKE pattern as the GLOB pattern of the same meaning. GLOB is the
// one case-sensitive pattern match SQLite has built in, https://www.sqlite.org/lang_expr.html#like.
#pragma once

#include <sqlite3.h>

#include <string>
#include <string_view>

namespace ochre::sqlite {

/// `%` becomes `*`, `_` becomes `?`; `\` takes the next character literally; GLOB's own wildcards are put
/// into brackets.
std::string glob_of(std::string_view like_pattern);

/// Makes ochre_glob known to a connection. Returns SQLite's result code.
int add_glob_function(sqlite3* database);

}  // namespace ochre::sqlite
