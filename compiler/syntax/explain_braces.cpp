// Pages of `ochre explain`.
#include "syntax/codes.hpp"
#include "syntax/explain_pages.hpp"

namespace ochrec::syntax {

std::vector<base::Explanation> brace_pages() {
  return {
      {unexpected,
       "The parser read something that cannot stand at this place. The message says what could; "
       "a mark between two characters shows where something is missing.",
       R"(schema shop

model Product {
  id: int64 @id
  name: string @length(1..80
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  name: string @length(1..80)
}
)"},
      {missing_brace, "A declaration begins before the one above it was closed, or a brace closes nothing.",
       R"(schema shop

model Product {
  id: int64 @id

model Order {
  id: int64 @id
}
)",
       R"(schema shop

model Product {
  id: int64 @id
}

model Order {
  id: int64 @id
}
)"},
      {unknown_declaration,
       "Outside of braces a file holds schema, import, actor, enum, type, struct, mixin, model, "
       "policy and query.",
       R"(schema shop

modle Product {
  id: int64 @id
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
}
)"},
      {unknown_member,
       "Models hold fields, written name: type, and the statements id, unique, index, check, "
       "order by, table, soft_delete, audit, changes and on. Structs and the actor hold fields "
       "only.",
       R"(schema shop

model Product {
  id: int64 @id
  indx (name)
  name: string
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
  index (name)
}
)"},
      {misplaced_comma,
       "Commas may separate fields and enum values. Statements need none, and two in a row "
       "separate nothing.",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
  index (name),
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
  index (name)
}
)"},
      {missing_colon, "A field's name stands before its type, with a colon between them.",
       R"(schema shop

model Product {
  id: int64 @id
  name string
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
}
)"},
      {misplaced_header, "A file begins with the schema's name, if it has one, followed by its imports.",
       R"(model Product {
  id: int64 @id
}

schema shop
)",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
}
)"},
  };
}

}  // namespace ochrec::syntax
