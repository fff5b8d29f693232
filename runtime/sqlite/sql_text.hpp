// Reads as much of SQL's text as comparing two CREATE statements takes. SQLite keeps what was written, so two
// texts that mean the same may differ in white space, comments, case and quotes; and its pragmas do not show
// checks at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ochre::sqlite {

/// One word, quoted name, string, number or symbol of a statement.
struct SqlToken {
  std::string_view text;  ///< as written
  std::string normal;     ///< lower case and without quotes for names, as written for strings
  bool bare = false;      ///< a word without quotes, so possibly a keyword
  int depth = 0;          ///< how many brackets are open around it; a bracket counts as outside of itself
};

/// The tokens of a statement; white space and comments are dropped. They refer to `sql`.
std::vector<SqlToken> sql_tokens(std::string_view sql);

/// The text in the form in which equal statements are equal.
std::string normal_sql(std::string_view sql);

/// ASCII lower case, which is how SQLite compares names.
std::string lower_case(std::string_view text);

/// What only the text of a CREATE TABLE says.
struct TableText {
  struct Check {
    std::string name;    ///< empty for an unnamed one
    std::string normal;  ///< the expression, in comparable form
    std::string text;    ///< the expression, on one line
  };
  struct Generated {
    std::string column;  ///< lower case
    std::string normal;
    std::string text;
  };
  std::vector<Check> checks;
  std::vector<Generated> generated;
  /// For each REFERENCES, in the order of the text, whether it is checked at commit only.
  std::vector<bool> deferred_keys;
};

TableText read_table_text(std::string_view create_table);

}  // namespace ochre::sqlite
