// Pages of `ochre explain`: attributes and values.
#include "sema/codes.hpp"
#include "sema/explain_pages.hpp"

namespace ochrec::sema {

std::vector<base::Explanation> attributes_pages() {
  return {
      {codes::unknown_attribute, "Attributes begin with `@`; the reference lists them all.",
       R"(schema blog

model User {
  id: int64 @id @auto
  email: string @uniqe
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  email: string @unique
}
)"},
      {codes::attribute_twice, "One of the two would have no effect, or contradict the other.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string @length(1..80) @length(1..20)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string @length(1..20)
}
)"},
      {codes::attribute_misplaced,
       "An attribute that has no meaning where it stands would be ignored, so it is refused.",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32 @on_delete(cascade)
}
)",
       R"(schema blog

model Post {
  id: int64 @id @auto
  author: User @on_delete(cascade)
}

model User {
  id: int64 @id @auto
}
)"},
      {codes::attribute_type,
       "Rules speak of values of certain types: `@length` of text and bytes, `@range` of numbers "
       "and times, `@items` of arrays.",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32 @length(1..3)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32 @range(1..130)
}
)"},
      {codes::attribute_arguments,
       "The message says which arguments an attribute takes. A length of exactly five is the "
       "range `5..5`.",
       R"(schema blog

model User {
  id: int64 @id @auto
  code: string @length(5)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  code: string @length(5..5)
}
)"},
      {codes::attributes_conflict,
       "Some attributes settle the same thing in different ways: a value that the database "
       "counts has no default, and a computed one follows from others.",
       R"(schema blog

model User {
  id: int64 @id @auto @default(1)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
}
)"},
      {codes::empty_bounds, "No value could ever be stored.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string @length(80..1)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string @length(1..80)
}
)"},
      {codes::bad_pattern,
       "Patterns are in RE2's syntax, which runs in linear time and therefore has neither "
       "look-around nor back references. A pattern matches the whole value.",
       R"(schema blog

model User {
  id: int64 @id @auto
  code: string @pattern("[A-Z")
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  code: string @pattern("[A-Z]+")
}
)"},
      {codes::one_of_twice, "A value that stands twice was probably meant to be another one.",
       R"(schema blog

model User {
  id: int64 @id @auto
  size: int32 @one_of(1, 2, 1)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  size: int32 @one_of(1, 2, 3)
}
)"},
      {codes::default_breaks_rule, "The first insert that relies on this default would fail.",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32 @range(13..130) @default(5)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32 @range(13..130) @default(18)
}
)"},
      {codes::default_type,
       "A default is a value of the field's own type: a literal, a value of its enum, `now()`, "
       "`uuid()`, `uuid7()`, or an expression of these.",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32 @default("18")
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32 @default(18)
}
)"},
      {codes::computed_type,
       "The expression of a computed field has the field's type; if it can be null, the field is "
       "optional.",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32?
  next: int32 @computed(age + 1)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32?
  next: int32? @computed(age + 1)
}
)"},
      {codes::computed_cycle, "A computed field may build on others, but not on itself.",
       R"(schema blog

model User {
  id: int64 @id @auto
  a: int32 @computed(b + 1)
  b: int32 @computed(a + 1)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  a: int32
  b: int32 @computed(a + 1)
}
)"},
      {codes::computed_size,
       "A computed field that builds on others is written out in terms of plain columns, because "
       "databases do not agree on generated columns that use each other. Doubling it at each "
       "step soon passes 10,000 terms.",
       R"(schema blog

model User {
  id: int64 @id @auto
  c0: int32
  c1: int32 @computed(c0 + c0, virtual)
  c2: int32 @computed(c1 + c1, virtual)
  c3: int32 @computed(c2 + c2, virtual)
  c4: int32 @computed(c3 + c3, virtual)
  c5: int32 @computed(c4 + c4, virtual)
  c6: int32 @computed(c5 + c5, virtual)
  c7: int32 @computed(c6 + c6, virtual)
  c8: int32 @computed(c7 + c7, virtual)
  c9: int32 @computed(c8 + c8, virtual)
  c10: int32 @computed(c9 + c9, virtual)
  c11: int32 @computed(c10 + c10, virtual)
  c12: int32 @computed(c11 + c11, virtual)
  c13: int32 @computed(c12 + c12, virtual)
  c14: int32 @computed(c13 + c13, virtual)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  c0: int32
  c1: int32 @computed(c0 + c0, virtual)
  c2: int32 @computed(c1 + c1, virtual)
  c3: int32 @computed(c2 + c2, virtual)
}
)"},
      {codes::version_twice,
       "`@version` is the optimistic lock of the row; one is enough, and updates could not say "
       "which to test.",
       R"(schema blog

model User {
  id: int64 @id @auto
  a: int32 @version
  b: int32 @version
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  revision: int32 @version
}
)"},
      {codes::backfill_type,
       "`@backfill` gives the rows that exist already a value for a new field, so it has the "
       "field's type.",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32 @backfill("old")
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32 @backfill(18)
}
)"},
  };
}

}  // namespace ochrec::sema
