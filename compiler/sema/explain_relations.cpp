// Pages of `ochre explain`: relations.
#include "sema/codes.hpp"
#include "sema/explain_pages.hpp"

namespace ochrec::sema {

std::vector<base::Explanation> relations_pages() {
  return {
      {codes::no_other_side,
       "A list of models is the other side of a relation that the other model declares, or one "
       "of two lists that make a many to many.",
       R"(schema blog

model User {
  id: int64 @id @auto
  posts: Post[]
}

model Post {
  id: int64 @id
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  posts: Post[]
}

model Post {
  id: int64 @id
  author: User
}
)"},
      {codes::ambiguous_other_side,
       "A list without a name pairs with the only relation that leads back. When there are "
       "several, it names the one that is meant.",
       R"(schema blog

model User {
  id: int64 @id @auto
  posts: Post[]
}

model Post {
  id: int64 @id
  author: User
  editor: User?
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  posts: Post.author[]
}

model Post {
  id: int64 @id
  author: User
  editor: User?
}
)"},
      {codes::unknown_other_side, "`Post.author[]` names a relation of the model `Post`.",
       R"(schema blog

model User {
  id: int64 @id @auto
  posts: Post.autor[]
}

model Post {
  id: int64 @id
  author: User
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  posts: Post.author[]
}

model Post {
  id: int64 @id
  author: User
}
)"},
      {codes::other_side_mismatch,
       "The other side of a relation stands in the model it leads to, as a list, or with `?` "
       "when it is one to one. Lists are never null.",
       R"(schema blog

model User {
  id: int64 @id @auto
  posts: Post.author
}

model Post {
  id: int64 @id
  author: User
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  posts: Post.author[]
}

model Post {
  id: int64 @id
  author: User
}
)"},
      {codes::other_side_twice, "Both would be the same list.",
       R"(schema blog

model User {
  id: int64 @id @auto
  posts: Post.author[]
  written: Post.author[]
}

model Post {
  id: int64 @id
  author: User
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  posts: Post.author[]
}

model Post {
  id: int64 @id
  author: User
}
)"},
      {codes::one_to_one_key,
       "One to one means that no two rows have the same target, which a key or `@unique` "
       "guarantees.",
       R"(schema blog

model User {
  id: int64 @id @auto
  profile: Profile.user?
}

model Profile {
  id: int64 @id
  user: User
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  profile: Profile.user?
}

model Profile {
  id: int64 @id
  user: User @unique
}
)"},
      {codes::join_needs_through,
       "Two lists make a join model by themselves when there is no doubt what they mean. A "
       "further one between the same models, or one of a model with itself, names a join model "
       "that is declared.",
       R"(schema blog

model User {
  id: int64 @id @auto
  friends: User[]
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  friends: User[] @through(Friendship, from, to)
}

model Friendship {
  from: User
  to: User

  id (from, to)
}
)"},
      {codes::through_model,
       "A join model has one relation to this side and one to the other. When several would do, "
       "they are named: first the one to this side.",
       R"(schema blog

model User {
  id: int64 @id @auto
  friends: User[] @through(Friendship)
}

model Friendship {
  from: User
  to: User

  id (from, to)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  friends: User[] @through(Friendship, from, to)
}

model Friendship {
  from: User
  to: User

  id (from, to)
}
)"},
      {codes::relation_key,
       "`@key` names a field for each part of the target's key, of the same type, and optional "
       "where the relation is.",
       R"(schema blog

model Post {
  id: int64 @id @auto
  author: User @key(author_id)
  author_id: string
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
      {codes::set_null,
       "Databases accept `set_null` over required columns, and then refuse to delete the target.",
       R"(schema blog

model Post {
  id: int64 @id @auto
  author: User @on_delete(set_null)
}

model User {
  id: int64 @id @auto
}
)",
       R"(schema blog

model Post {
  id: int64 @id @auto
  author: User? @on_delete(set_null)
}

model User {
  id: int64 @id @auto
}
)"},
      {codes::set_default,
       "When the target goes, every key field of the relation is set to its default, so it needs "
       "one.",
       R"(schema blog

model Post {
  id: int64 @id @auto
  author: User @on_delete(set_default)
}

model User {
  id: int64 @id @auto
}
)",
       R"(schema blog

model Post {
  id: int64 @id @auto
  author: User @on_delete(set_default) @default(1)
}

model User {
  id: int64 @id @auto
}
)"},
  };
}

}  // namespace ochrec::sema
