// Pages of `ochre explain`: fields, tables and keys.
#include "sema/codes.hpp"
#include "sema/explain_pages.hpp"

namespace ochrec::sema {

std::vector<base::Explanation> fields_pages() {
  return {
      {codes::field_twice,
       "Databases do not tell upper from lower case in names, and the fields of mixins count.",
       R"(schema blog

model User {
  id: int64 @id @auto
  email: string
  Email: string
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  email: string
  other_email: string
}
)"},
      {codes::column_twice,
       "A struct's fields become columns with its name in front, and `@column` chooses a name; "
       "two fields must not need the same column.",
       R"(schema blog

struct Address { city: string, zip: string? }

model User {
  id: int64 @id @auto
  home: Address
  home_city: string
}
)",
       R"(schema blog

struct Address { city: string, zip: string? }

model User {
  id: int64 @id @auto
  home: Address
  home_town: string
}
)"},
      {codes::table_twice, "The table of a model is its name in the plural, unless `table` says otherwise.",
       R"(schema blog

model User {
  id: int64 @id @auto
}

model Person {
  id: int64 @id

  table "users"
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
}

model Person {
  id: int64 @id

  table "people"
}
)"},
      {codes::database_name,
       "PostgreSQL has columns of its own in every table, such as `xmin`, and keeps 63 bytes of a name; "
       "SQLite "
       "keeps tables that begin with `sqlite_` to itself. A schema works on both.",
       R"(schema blog

model User {
  id: int64 @id @auto
  xmin: int32
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  xmin: int32 @column("x_min")
}
)"},
      {codes::key_field_taken,
       "A relation `author` makes a key field `author_id`, or one for each part of a composite "
       "key. To use a field that is declared, name it with `@key`.",
       R"(schema blog

model Post {
  id: int64 @id @auto
  author: User
  author_id: int64
}

model User {
  id: int64 @id @auto
}
)",
       R"(schema blog

model Post {
  id: int64 @id @auto
  author: User @key(author_id)
  author_id: int64
}

model User {
  id: int64 @id @auto
}
)"},
      {codes::json_name_twice, "JSON objects have each name once.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
  full_name: string @json("name")
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
  full_name: string @json("fullName")
}
)"},
      {codes::statement_twice,
       "Statements such as `table`, `order by` and `soft_delete` settle something for the whole "
       "model; those of mixins count.",
       R"(schema blog

model User {
  id: int64 @id @auto

  table "people"
  table "persons"
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto

  table "people"
}
)"},
      {codes::renamed_from,
       "`@renamed_from` tells a migration that something has a new name. When the old name is "
       "still in use, there was no renaming.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
  title: string @renamed_from("name")
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  title: string @renamed_from("name")
}
)"},
      {codes::table_size,
       "PostgreSQL allows 1,600 columns in a table, and a struct becomes a column for each of "
       "its fields. A schema as a whole may have 50,000 models, and 500,000 fields and statements, "
       "counting those of mixins in each model.",
       R"(schema blog

struct S0 { a: int32, b: int32 }
struct S1 { a: S0, b: S0 }
struct S2 { a: S1, b: S1 }
struct S3 { a: S2, b: S2 }
struct S4 { a: S3, b: S3 }
struct S5 { a: S4, b: S4 }
struct S6 { a: S5, b: S5 }
struct S7 { a: S6, b: S6 }
struct S8 { a: S7, b: S7 }
struct S9 { a: S8, b: S8 }
struct S10 { a: S9, b: S9 }
struct S11 { a: S10, b: S10 }

model User {
  id: int64 @id
  wide: S11
}
)",
       R"(schema blog

struct S0 { a: int32, b: int32 }
struct S1 { a: S0, b: S0 }
struct S2 { a: S1, b: S1 }

model User {
  id: int64 @id
  wide: S2
}
)"},
      {codes::no_key, "Rows are found, updated and referred to by their key.",
       R"(schema blog

model User {
  name: string
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}
)"},
      {codes::key_type,
       "A key is a required value that compares alike on every database, which rules out "
       "floating point numbers, arrays, structs and JSON.",
       R"(schema blog

model User {
  id: int64? @id
}
)",
       R"(schema blog

model User {
  id: int64 @id
}
)"},
      {codes::key_twice, "A key of several fields is one key, so it is one statement.",
       R"(schema blog

model User {
  tenant: int64 @id
  number: int64 @id
}
)",
       R"(schema blog

model User {
  tenant: int64
  number: int64

  id (tenant, number)
}
)"},
      {codes::auto_key,
       "The database can count the rows only for a sole integer key. Keys of type uuid are made "
       "by `@default(uuid7())`.",
       R"(schema blog

model User {
  id: uuid @id @auto
}
)",
       R"(schema blog

model User {
  id: uuid @id @default(uuid7())
}
)"},
      {codes::key_cycle, "A relation in a key copies the key of its target, which must be known without it.",
       R"(schema blog

model A {
  b: B @id
}

model B {
  a: A @id
}
)",
       R"(schema blog

model A {
  b: B @id
}

model B {
  id: int64 @id
}
)"},
      {codes::key_size, "PostgreSQL allows 32 columns in an index, and a key is one.",
       R"(schema blog

model User {
  k0: int16
  k1: int16
  k2: int16
  k3: int16
  k4: int16
  k5: int16
  k6: int16
  k7: int16
  k8: int16
  k9: int16
  k10: int16
  k11: int16
  k12: int16
  k13: int16
  k14: int16
  k15: int16
  k16: int16
  k17: int16
  k18: int16
  k19: int16
  k20: int16
  k21: int16
  k22: int16
  k23: int16
  k24: int16
  k25: int16
  k26: int16
  k27: int16
  k28: int16
  k29: int16
  k30: int16
  k31: int16
  k32: int16

  id (k0, k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, k11, k12, k13, k14, k15, k16, k17, k18, k19, k20, k21, k22, k23, k24, k25, k26, k27, k28, k29, k30, k31, k32)
}
)",
       R"(schema blog

model User {
  k0: int16
  k1: int16
  k2: int16

  id (k0, k1, k2)
}
)"},
  };
}

}  // namespace ochrec::sema
