// Pages of `ochre explain`: names in expressions.
#include "sema/codes.hpp"
#include "sema/explain_pages.hpp"

namespace ochrec::sema {

std::vector<base::Explanation> names_pages() {
  return {
      {codes::unknown_name,
       "An expression speaks of the fields of its model, among them those of its mixins and the "
       "key fields of its relations.",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32

  check adult: agee >= 18
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32

  check adult: age >= 18
}
)"},
      {codes::ambiguous_name,
       "Fields come first, then the values of the enum that is compared. When a name is both, "
       "the value is written with its enum.",
       R"(schema blog

enum Role { reader, author, admin }

model User {
  id: int64 @id @auto
  role: Role
  author: bool

  check writes: role == author
}
)",
       R"(schema blog

enum Role { reader, author, admin }

model User {
  id: int64 @id @auto
  role: Role
  author: bool

  check writes: role == Role.author
}
)"},
      {codes::unknown_enum_value,
       "What is compared with an enum, or is the default of one, is one of its values or a "
       "field.",
       R"(schema blog

enum Role { reader, author, admin }

model User {
  id: int64 @id @auto
  role: Role @default(redaer)
}
)",
       R"(schema blog

enum Role { reader, author, admin }

model User {
  id: int64 @id @auto
  role: Role @default(reader)
}
)"},
      {codes::unknown_function,
       "The functions are length, lower, upper, trim, abs, round, coalesce, nullif, now, uuid, "
       "uuid7, year, month and day: those that mean the same on every database.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string

  check named: len(name) > 0
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string

  check named: length(name) > 0
}
)"},
      {codes::function_arguments,
       "The message says what the function takes. `round` is for decimals only, because "
       "databases round floating point numbers differently.",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32

  check old: length(age) > 1
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string

  check long: length(name) > 1
}
)"},
      {codes::now_misplaced,
       "A check or an index holds for a row as long as it is stored, but the clock goes on. "
       "SQLite would accept such a check and fail at the first insert.",
       R"(schema blog

model User {
  id: int64 @id @auto
  born: timestamp

  check past: born < now()
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  born: timestamp @default(now())
}
)"},
      {codes::uuid_misplaced,
       "A new value each time it is looked at cannot be compared with, or computed from.",
       R"(schema blog

model User {
  id: int64 @id @auto
  key: uuid

  check other: key != uuid()
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  key: uuid @default(uuid())
}
)"},
      {codes::relation_as_value,
       "A relation or a struct is several columns at once. Compare their fields, or test the "
       "whole with `is null`.",
       R"(schema blog

model Post {
  id: int64 @id @auto
  author: User

  check first: author == 1
}

model User {
  id: int64 @id @auto
}
)",
       R"(schema blog

model Post {
  id: int64 @id @auto
  author: User

  check first: author_id == 1
}

model User {
  id: int64 @id @auto
}
)"},
      {codes::path_misplaced,
       "A check, an index or a computed field sees one row. Only policies look at the rows that "
       "relations lead to.",
       R"(schema blog

model Post {
  id: int64 @id @auto
  author: User

  check first: author.id == 1
}

model User {
  id: int64 @id @auto
}
)",
       R"(schema blog

model Post {
  id: int64 @id @auto
  author: User

  check first: author_id == 1
}

model User {
  id: int64 @id @auto
}
)"},
      {codes::actor_misplaced, "Who is asking is known when a policy is applied, not when a row is stored.",
       R"(schema blog

actor { id: int64 }

model User {
  id: int64 @id @auto

  check own: id == $actor.id
}
)",
       R"(schema blog

actor { id: int64 }

model User {
  id: int64 @id @auto
}

policy own on User { id == $actor.id }
)"},
      {codes::unknown_actor_field, "`$actor.x` is a field that the declaration of the actor lists.",
       R"(schema blog

actor { id: int64 }

model User {
  id: int64 @id @auto
}

policy own on User { id == $actor.number }
)",
       R"(schema blog

actor { id: int64 }

model User {
  id: int64 @id @auto
}

policy own on User { id == $actor.id }
)"},
      {codes::field_misplaced,
       "A default is made before there is a row. A value that follows from the row's other "
       "fields is computed.",
       R"(schema blog

model User {
  id: int64 @id @auto
  first: string
  copy: string @default(first)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  first: string
  copy: string @computed(first)
}
)"},
  };
}

}  // namespace ochrec::sema
