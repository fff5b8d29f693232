// Pages of `ochre explain`: types.
#include "sema/codes.hpp"
#include "sema/explain_pages.hpp"

namespace ochrec::sema {

std::vector<base::Explanation> types_pages() {
  return {
      {codes::unknown_type,
       "A field's type is a scalar such as `int64` and `string`, or an enum, named type, struct "
       "or model that the schema or a file it imports declares.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: varchar
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}
)"},
      {codes::type_arguments,
       "`string(n)` and `bytes(n)` take the greatest length, `decimal(p, s)` its digits and how "
       "many of them follow the point. Other types take nothing; bounds of a value are rules, "
       "such as `@range`.",
       R"(schema blog

model User {
  id: int64 @id @auto
  price: decimal
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  price: decimal(12, 2)
}
)"},
      {codes::not_a_type,
       "A mixin is taken in by `with`, `json<…>` holds a struct, and a named type stands for a "
       "value, not for a model.",
       R"(schema blog

enum Role { reader, author, admin }

model User {
  id: int64 @id @auto
  home: json<Role>
}
)",
       R"(schema blog

struct Address { city: string, zip: string? }

model User {
  id: int64 @id @auto
  home: json<Address>
}
)"},
      {codes::alias_optional,
       "Whether a value may be absent is decided where a field is declared, so that one named "
       "type serves both.",
       R"(schema blog

type Email = string(120)?
)",
       R"(schema blog

type Email = string(120) @email

model User {
  id: int64 @id @auto
  email: Email?
}
)"},
      {codes::alias_cycle,
       "A named type is made of a scalar, an enum, a struct or another named type, and must come "
       "to an end, within 100 steps.",
       R"(schema blog

type A = B

type B = A
)",
       R"(schema blog

type A = B

type B = string(40)
)"},
      {codes::array_element,
       "Arrays hold scalars, enums or structs. PostgreSQL has no arrays of arrays, and a `json` "
       "value can be a list itself.",
       R"(schema blog

model User {
  id: int64 @id @auto
  notes: json[]
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  notes: json
}
)"},
      {codes::struct_cycle,
       "A struct is part of the row that holds it, so it has a fixed shape. Trees are models "
       "with a relation to themselves.",
       R"(schema blog

struct Node { name: string, children: Node[] }
)",
       R"(schema blog

model Node {
  id: int64 @id @auto
  name: string
  parent: Node?
  children: Node[]
}
)"},
      {codes::struct_relation, "Structs are values without identity; relations belong to models.",
       R"(schema blog

struct Line { product: Product, count: int32 }

model Product {
  id: int64 @id
}
)",
       R"(schema blog

model Line {
  id: int64 @id @auto
  product: Product
  count: int32
}

model Product {
  id: int64 @id
}
)"},
      {codes::struct_empty, "A struct without fields would have no columns.",
       R"(schema blog

struct Address { }
)",
       R"(schema blog

struct Address { city: string }
)"},
      {codes::struct_absence,
       "An optional struct is absent when the first of its required columns is null. Without a "
       "required field, an absent struct could not be told from one whose fields are all null.",
       R"(schema blog

struct Address { city: string?, zip: string? }

model User {
  id: int64 @id @auto
  home: Address?
}
)",
       R"(schema blog

struct Address { city: string, zip: string? }

model User {
  id: int64 @id @auto
  home: Address?
}
)"},
      {codes::type_override,
       "`@type` is for databases that exist already. It offers the column types from which every "
       "value reads back as it was written. Dates, times, uuids and decimals of at most 18 digits can be "
       "text on "
       "SQLite; that text is written by programs, so it does not go with `@computed` or with a default that "
       "the "
       "database computes. On PostgreSQL such a type is for columns that programs alone read: no rule, "
       "check, "
       "computed field or condition of an index uses them.",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32 @type(sqlite: "TEXT")
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  key: uuid @type(sqlite: "TEXT")
}
)"},
  };
}

}  // namespace ochrec::sema
