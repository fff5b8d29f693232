// Pages of `ochre explain`: policies and queries.
#include "sema/codes.hpp"
#include "sema/explain_pages.hpp"

namespace ochrec::sema {

std::vector<base::Explanation> queries_pages() {
  return {
      {codes::unknown_model, "Policies, queries and `@through` name models.",
       R"(schema blog

model User {
  id: int64 @id @auto
}

policy all on Usr { true }
)",
       R"(schema blog

model User {
  id: int64 @id @auto
}

policy all on User { true }
)"},
      {codes::unknown_operation,
       "A policy is for read, create, update and delete; for all of them when none is named.",
       R"(schema blog

model User {
  id: int64 @id @auto
}

policy all on User for write { true }
)",
       R"(schema blog

model User {
  id: int64 @id @auto
}

policy all on User for create, update { true }
)"},
      {codes::policy_twice, "The name of a policy is how a denial is reported.",
       R"(schema blog

model User {
  id: int64 @id @auto
}

policy all on User { true }

policy all on User for read { true }
)",
       R"(schema blog

model User {
  id: int64 @id @auto
}

policy all on User { true }

policy read_all on User for read { true }
)"},
      {codes::parameter_twice, "Parameters and columns become members of C++ structs.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query find(id: int64, ID: int64) -> many User {
  sql "select * from users where id = :id"
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query find(id: int64) -> many User {
  sql "select * from users where id = :id"
}
)"},
      {codes::unknown_parameter,
       "`:name` in SQL is a parameter, unless it stands in a string, a quoted name or a comment. "
       "`::` is a cast.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query find() -> many User {
  sql "select * from users where id = :id"
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query find(id: int64) -> many User {
  sql "select * from users where id = :id"
}
)"},
      {codes::fence_missing, "A query is SQL with types.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query clear() -> none {
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
      {codes::fence_twice, "There is one text for all databases, or one for each.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query clear() -> none {
  sql "delete from users"
  sql(sqlite) "delete from users"
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query clear() -> none {
  sql(sqlite) "delete from users"
  sql(postgres) "truncate users"
}
)"},
      {codes::policies_bypassed,
       "Raw SQL goes to the database as it is, without the conditions that policies add. Where "
       "that is meant, it is said.",
       R"(schema blog

model User {
  id: int64 @id @auto
}

policy all on User { true }

query clear() -> none {
  sql "delete from users"
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
}

policy all on User { true }

query clear() -> none @bypass_policies {
  sql "delete from users"
}
)"},
      {codes::query_result,
       "A query that gives rows says of which columns, or of which model; one that gives `none` "
       "has no columns.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query all() -> many {
  sql "select id from users"
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query all() -> many { id: int64 } {
  sql "select id from users"
}
)"},
      {codes::query_type,
       "Parameters and columns of a result are scalars, enums and arrays of them, and so are the "
       "fields of the actor. A model as a result stands behind the arrow.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query by(user: User) -> none {
  sql "delete from users where id = :user"
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query by(user: int64) -> none {
  sql "delete from users where id = :user"
}
)"},
      {codes::fence_text,
       "A quote or comment that does not end would hide the rest of the text, and its "
       "parameters.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query clear() -> none {
  sql "delete from users where name = 'it"
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string
}

query clear() -> none {
  sql "delete from users where name = 'it'"
}
)"},
  };
}

}  // namespace ochrec::sema
