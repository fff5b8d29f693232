// Pages of `ochre explain`: names, enums, mixins.
#include "sema/codes.hpp"
#include "sema/explain_pages.hpp"

namespace ochrec::sema {

std::vector<base::Explanation> declarations_pages() {
  return {
      {codes::schema_missing,
       "The name of the schema becomes the namespace of the generated C++. Files that are only "
       "imported have none; `ochre check` and `ochre format` do not need it.",
       R"(model User {
  id: int64 @id @auto
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
}
)"},
      {codes::schema_twice,
       "Imported files belong to the schema of the file that imports them, so only the root file "
       "names it.",
       "",
       R"(schema blog

model User {
  id: int64 @id @auto
}
)"},
      {codes::name_taken,
       "Models, enums, structs, named types and mixins share one set of names. Upper and lower "
       "case do not make a difference, because databases do not see it.",
       R"(schema blog

enum Role { reader }

model Role {
  id: int64 @id
}
)",
       R"(schema blog

enum RoleName { reader }

model Role {
  id: int64 @id
}
)"},
      {codes::name_generated,
       "A model `User` also becomes `NewUser`, `UserTable` and a table object, and a query "
       "becomes a function and perhaps a row and a struct of parameters. None of these names may "
       "meet another one.",
       R"(schema blog

enum NewUser { yes, no }

model User {
  id: int64 @id @auto
}
)",
       R"(schema blog

enum Novelty { yes, no }

model User {
  id: int64 @id @auto
}
)"},
      {codes::schema_named_as_table,
       "After `using namespace users` the name `users` would mean both the namespace and the "
       "table object.",
       R"(schema users

model User {
  id: int64 @id @auto
}
)",
       R"(schema accounts

model User {
  id: int64 @id @auto
}
)"},
      {codes::enum_empty, "A column of an enum without values could hold nothing.",
       R"(schema blog

enum Role { }
)",
       R"(schema blog

enum Role { reader }
)"},
      {codes::enum_value_twice,
       "Values that differ only in upper and lower case are taken for the same by people and by "
       "some databases.",
       R"(schema blog

enum Role { reader, Reader }
)",
       R"(schema blog

enum Role { reader, author }
)"},
      {codes::enum_stored_twice,
       "The stored text is what the database holds, so it must lead back to one value. It is the "
       "name unless another text is given.",
       R"(schema blog

enum Role { admin = "root", root }
)",
       R"(schema blog

enum Role { admin = "administrator", root }
)"},
      {codes::enumerator_collision,
       "C++ enumerators are written in PascalCase without underscores, so two spellings can "
       "become one.",
       R"(schema blog

enum Role { super_user, superUser }
)",
       R"(schema blog

enum Role { super_user, old_super_user = "superUser" }
)"},
      {codes::actor_twice,
       "The actor describes who is asking. Policies read it as `$actor`, so there is one for the "
       "whole schema.",
       R"(schema blog

actor { id: int64 }

actor { role: string }
)",
       R"(schema blog

actor { id: int64, role: string }
)"},
      {codes::unknown_mixin, "`with` names the mixins whose fields and statements a model takes in.",
       R"(schema blog

model User with Stamped {
  id: int64 @id
}
)",
       R"(schema blog

mixin Stamped { created_at: timestamp @default(now()) }

model User with Stamped {
  id: int64 @id
}
)"},
      {codes::mixin_cycle,
       "A mixin may include others, but what it includes must come to an end, within 100 steps.",
       R"(schema blog

mixin A with B { a: int32 }

mixin B with A { b: int32 }
)",
       R"(schema blog

mixin A with B { a: int32 }

mixin B { b: int32 }
)"},
      {codes::mixin_twice,
       "A mixin's fields can be in a model once. A mixin that arrives by two ways, through "
       "others, is taken in once and needs no care.",
       R"(schema blog

mixin Named { name: string }

model User with Named, Named {
  id: int64 @id
}
)",
       R"(schema blog

mixin Named { name: string }

model User with Named {
  id: int64 @id
}
)"},
  };
}

}  // namespace ochrec::sema
