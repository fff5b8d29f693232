// Pages of `ochre explain`: warnings, and what has no back end.
#include "sema/codes.hpp"
#include "sema/explain_pages.hpp"

namespace ochrec::sema {

std::vector<base::Explanation> warnings_pages() {
  return {
      {codes::no_back_end,
       "`ochre check` and `ochre format` understand the whole language. What this version would "
       "not carry into the database and the C++ is refused when something is generated, so that "
       "nothing is left unenforced in silence.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string @mask(hash)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}
)"},
      {codes::index_repeated,
       "A second index over the same fields costs time at every write and serves nothing.",
       R"(schema blog

model User {
  id: int64 @id @auto
  title: string @unique

  index (title)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  title: string @unique
}
)"},
      {codes::never_null, "The test always has the same result. Perhaps the field was meant to be optional.",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32

  check known: age is not null
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32?

  check known: age is not null
}
)"},
      {codes::libc_name,
       "The table object of this model has the name of a function that the C library declares "
       "globally. With `using namespace` the compiler cannot tell them apart.",
       R"(schema blog

model Time {
  id: int64 @id @auto
}
)",
       R"(schema blog

model Time {
  id: int64 @id @auto

  table "time_entries"
}
)"},
      {codes::unused_parameter, "Callers must give a value that changes nothing.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query clear(before: int64) -> none {
  sql "delete from users"
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query clear(before: int64) -> none {
  sql "delete from users where id < :before"
}
)"},
      {codes::shared_fence_literal,
       "SQLite stores times and decimals as whole numbers, so a literal in SQL text means "
       "something else there than on PostgreSQL. Parameters are bound as each database stores "
       "them.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query late() -> many { id: int64 } {
  sql "select id from users where born > '2026-01-01'"
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query late(born: date) -> many { id: int64 } {
  sql "select id from users where born > :born"
}
)"},
      {codes::nothing_granted,
       "With policies, everything is denied unless one grants it; restricting ones only take "
       "away.",
       R"(schema blog

model User {
  id: int64 @id @auto
}

restrict policy sane on User { id > 0 }
)",
       R"(schema blog

model User {
  id: int64 @id @auto
}

policy all on User { true }

restrict policy sane on User { id > 0 }
)"},
      {codes::needless_bypass,
       "The SQL names no table of a model with policies, so there is nothing to bypass.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query clear() -> none @bypass_policies {
  sql "delete from users"
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query clear() -> none {
  sql "delete from users"
}
)"},
  };
}

}  // namespace ochrec::sema
