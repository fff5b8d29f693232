// Pages of `ochre explain`.
#include <string>

#include "syntax/codes.hpp"
#include "syntax/explain_pages.hpp"

namespace ochrec::syntax {

namespace {

std::string_view deep_example() {
  static const std::string text = [] {
    std::string schema =
        "schema shop\n\nmodel Product {\n  id: int64 @id\n  kind: int32\n  check known: kind == 0";
    for (int kind = 1; kind <= 500; ++kind) schema += "\n    or kind == " + std::to_string(kind);
    return schema + "\n}\n";
  }();
  return text;
}

}  // namespace

std::vector<base::Explanation> expression_pages() {
  return {
      {too_deep,
       "Parentheses and chains of operators nest at most 500 deep, so that no schema can exhaust"
       " the compiler. Long alternatives are shorter with in.",
       deep_example(),
       R"(schema shop

model Product {
  id: int64 @id
  kind: int32
  check known: kind in [1, 2, 3]
}
)"},
      {chained_comparison,
       "Comparing the result of a comparison is rarely meant. Joined with and, both sides are "
       "spelled out.",
       R"(schema shop

model Product {
  id: int64 @id
  price: int32
  check sane: 0 < price < 1000
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  price: int32
  check sane: 0 < price and price < 1000
}
)"},
      {loose_not, "`not` binds less tightly than comparisons, so behind one it needs parentheses.",
       R"(schema shop

model Product {
  id: int64 @id
  sold: bool
  paid: bool
  check settled: sold == not paid
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  sold: bool
  paid: bool
  check settled: sold == (not paid)
}
)"},
      {bad_range,
       "The ends of a range are numbers or typed literals, so that databases and C++ can check "
       "the same limits.",
       R"(schema shop

model Product {
  id: int64 @id
  low: int32
  price: int32 @range(low..100)
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  low: int32
  price: int32 @range(0..100)
  check above: price >= low
}
)"},
      {misplaced_argument, "Functions in expressions take plain values, by position.",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
  check short: length(text: name) < 10
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
  check short: length(name) < 10
}
)"},
      {single_equals,
       "A single = gives a named type or a stored text. Comparison has two, and a named argument"
       " a colon.",
       R"(schema shop

model Product {
  id: int64 @id
  price: int32
  check free: price = 0
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  price: int32
  check free: price == 0
}
)"},
  };
}

}  // namespace ochrec::syntax
