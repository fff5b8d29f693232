// Pages of `ochre explain`: values in expressions.
#include "sema/codes.hpp"
#include "sema/explain_pages.hpp"

namespace ochrec::sema {

std::vector<base::Explanation> expressions_pages() {
  return {
      {codes::compared_types,
       "Values are compared with values of their own type. Numbers may differ in width; decimals "
       "keep the same number of digits after the point.",
       R"(schema blog

model User {
  id: int64 @id @auto
  name: string

  check old: name > 18
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32

  check old: age > 18
}
)"},
      {codes::no_order,
       "Databases order enums by their text or by their declaration, and compare JSON and arrays "
       "each in its own way, so the language does not.",
       R"(schema blog

enum Role { reader, author, admin }

model User {
  id: int64 @id @auto
  role: Role

  check writes: role > reader
}
)",
       R"(schema blog

enum Role { reader, author, admin }

model User {
  id: int64 @id @auto
  role: Role

  check writes: role in [author, admin]
}
)"},
      {codes::compared_with_null,
       "A comparison with null is neither true nor false in SQL, so it never does what it seems "
       "to.",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32?

  check known: age != null
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32?

  check known: age is not null
}
)"},
      {codes::not_boolean,
       "Checks, `where` and policies are conditions, and so are the sides of `and`, `or` and "
       "`not`.",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32

  check old: age + 1
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32

  check old: age + 1 > 18
}
)"},
      {codes::arithmetic_types,
       "Numbers of one kind are added, subtracted, multiplied and divided; `%` is for integers. "
       "Decimals have `+` and `-`, and `*` with an integer, which are exact on every database.",
       R"(schema blog

model User {
  id: int64 @id @auto
  net: decimal(10, 2)

  check half: net / 2 > 1
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  net: decimal(10, 2)

  check double: net * 2 > 1
}
)"},
      {codes::literal_range, "A number takes the type of what it stands beside, and must fit in it.",
       R"(schema blog

model User {
  id: int64 @id @auto
  size: int16 @default(40000)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  size: int32 @default(40000)
}
)"},
      {codes::decimal_digits, "Decimals are exact, so nothing is rounded in silence.",
       R"(schema blog

model User {
  id: int64 @id @auto
  price: decimal(6, 2) @default(1.999)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  price: decimal(6, 2) @default(1.99)
}
)"},
      {codes::bad_literal,
       "Dates and times are written as in ISO 8601, timestamps with `Z` or an offset, durations "
       "without years and months, which have no fixed length.",
       R"(schema blog

model User {
  id: int64 @id @auto
  born: date @default(date("2026-02-30"))
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  born: date @default(date("2026-02-28"))
}
)"},
      {codes::in_list,
       "`in` compares with each value of the list, so they all have the type of what is looked "
       "for, and null is not among them.",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32

  check round: age in [10, "twenty"]
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32

  check round: age in [10, 20]
}
)"},
      {codes::like_operand,
       "In a pattern, `%` stands for any characters and `_` for one; a backslash takes their "
       "meaning away.",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32

  check teen: age like "1_"
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  code: string

  check teen: code like "1_"
}
)"},
      {codes::division_by_zero, "The result would always be null.",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32

  check odd: age / 0 > 1
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32

  check odd: age / 2 > 1
}
)"},
      {codes::not_a_value,
       "`null` is tested with `is null`, and a list stands behind `in`. As a value, the empty "
       "list is the default of an array.",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32?

  check known: coalesce(age, null) > 1
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  age: int32?

  check known: coalesce(age, 0) > 1
}
)"},
  };
}

}  // namespace ochrec::sema
