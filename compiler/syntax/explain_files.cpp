// Pages of `ochre explain`.
#include "syntax/codes.hpp"
#include "syntax/explain_pages.hpp"

namespace ochrec::syntax {

std::vector<base::Explanation> file_pages() {
  return {
      {unreadable_file,
       "The schema named on the command line does not exist, is a directory, or may not be read."
       " Nothing was compiled.",
       "",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
}
)"},
      {missing_import,
       "The path of an import is relative to the file it stands in. Files may import each other "
       "in a circle; each is read once.",
       R"(schema shop

import "no_such_file.ochre"

model Product {
  id: int64 @id
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
}
)"},
      {file_too_large,
       "A file has at most 64 MB and 24 million words and signs. One that is larger is almost certainly no "
       "schema; "
       "large schemas are split into files that import each other.",
       "",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
}
)"},
      {not_utf8,
       "Schemas are UTF-8, with or without a byte order mark. Files in Latin-1 or UTF-16 have to"
       " be converted.",
       "schema shop\n\n// caf\xE9\nmodel Product {\n  id: int64 @id\n}\n",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
}
)"},
      {null_character,
       "U+0000 stands neither in the file nor behind an escape: PostgreSQL cannot store it in "
       "text, and many tools cut text at it.",
       R"(schema shop

model Product {
  id: int64 @id
  code: string @default("\u{0}")
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  code: string @default("")
}
)"},
      {empty_file, "A file with nothing but white space and comments is more often a mistake than a schema.",
       R"(// to be written
)",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
}
)"},
      {stray_character,
       "Outside of strings and comments only letters, digits and the language's own signs may "
       "stand.",
       R"(schema shop

model Product {
  id: int64 @id
  name: string # what it is called
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  name: string // what it is called
}
)"},
      {unclosed_string,
       "A string ends on the line where it begins. Text of several lines stands in \"\"\"…\"\"\".",
       R"(schema shop

model Product {
  id: int64 @id
  name: string @default("none)
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  name: string @default("none")
}
)"},
      {unclosed_comment,
       "Without its */ a block comment reaches to the end of the file. Block comments do not "
       "nest.",
       R"(schema shop

/* every product we ever sold
model Product {
  id: int64 @id
}
)",
       R"(schema shop

/* every product we ever sold */
model Product {
  id: int64 @id
}
)"},
  };
}

}  // namespace ochrec::syntax
