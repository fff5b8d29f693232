// Pages of `ochre explain`.
#include <string>

#include "syntax/codes.hpp"
#include "syntax/explain_pages.hpp"

namespace ochrec::syntax {

namespace {

std::string_view long_name_example() {
  static const std::string text =
      "schema shop\n\nmodel " + std::string(256, 'P') + " {\n  id: int64 @id\n}\n";
  return text;
}

}  // namespace

std::vector<base::Explanation> word_pages() {
  return {
      {bad_escape,
       "The escapes are \\\" \\\\ \\n \\t and \\u{…} with one to six hexadecimal digits. In a raw "
       "string r\"…\" a backslash is only a backslash, which suits patterns.",
       R"(schema shop

model Product {
  id: int64 @id
  code: string @pattern("\d+")
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  code: string @pattern(r"\d+")
}
)"},
      {bad_name, "Names become names in C++ and SQL, where other letters work on some systems only.",
       R"(schema shop

model Product {
  id: int64 @id
  größe: int32
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  size: int32
}
)"},
      {reserved_name,
       "Names with two underscores in a row belong to C++ compilers, and names that end with one"
       " to the code that Ochre generates.",
       R"(schema shop

model Product {
  id: int64 @id
  unit__price: int32
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  unit_price: int32
}
)"},
      {long_name, "Longer names are shortened or refused by databases and unreadable everywhere.",
       long_name_example(),
       R"(schema shop

model Product {
  id: int64 @id
  name: string
}
)"},
      {foreign_operator, "Ochre writes its logic in words, and inequality as !=.",
       R"(schema shop

model Product {
  id: int64 @id
  price: int32
  check sane: price > 0 && price < 1000
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  price: int32
  check sane: price > 0 and price < 1000
}
)"},
      {single_quotes, "There is one kind of quote for text, and single quotes are not it.",
       R"(schema shop

model Product {
  id: int64 @id
  name: string @default('none')
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  name: string @default("none")
}
)"},
      {semicolon, "White space or a comma separates fields; statements need nothing between them.",
       R"(schema shop

model Product {
  id: int64 @id
  name: string;
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
}
)"},
      {bad_number,
       "Numbers are decimal digits, with digits on both sides of a point. There are no "
       "exponents, other bases, or separators.",
       R"(schema shop

model Product {
  id: int64 @id
  price: int32 @range(0..1_000)
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  price: int32 @range(0..1000)
}
)"},
      {bad_dollar, "The dollar sign begins $actor, which policies read to know who is asking.",
       R"(schema shop

actor { id: int64 }

model Product {
  id: int64 @id
  owner: int64
}

policy own on Product for read { owner == $user.id }
)",
       R"(schema shop

actor { id: int64 }

model Product {
  id: int64 @id
  owner: int64
}

policy own on Product for read { owner == $actor.id }
)"},
  };
}

}  // namespace ochrec::syntax
