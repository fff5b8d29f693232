// Pages of `ochre explain`.
#include "syntax/codes.hpp"
#include "syntax/explain_pages.hpp"

namespace ochrec::syntax {

std::vector<base::Explanation> construct_pages() {
  return {
      {bad_type_suffix,
       "T[]? is an array that may be absent. Arrays of optionals and of arrays have no "
       "counterpart in every database.",
       R"(schema shop

model Product {
  id: int64 @id
  codes: string?[]
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  codes: string[]?
}
)"},
      {bad_type_parameter, "json<Struct> is JSON of a known form; no other type takes one in angle brackets.",
       R"(schema shop

struct Size { width: int32 }

model Product {
  id: int64 @id
  size: bytes<Size>
}
)",
       R"(schema shop

struct Size { width: int32 }

model Product {
  id: int64 @id
  size: json<Size>
}
)"},
      {unknown_cardinality,
       "A query says how many rows it returns: exactly one, at most one (optional), any number "
       "(many), or none.",
       R"(schema shop

query names() -> several { name: string } { sql "select 'a' as name" }
)",
       R"(schema shop

query names() -> many { name: string } { sql "select 'a' as name" }
)"},
      {repeated_clause, "Two where clauses would leave open which one holds; join conditions with and.",
       R"(schema shop

model Product {
  id: int64 @id
  price: int32
  index (price) where price > 0 where price < 9
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  price: int32
  index (price) where price > 0 and price < 9
}
)"},
      {bad_partition,
       "PostgreSQL splits a table by hash, range or list. Each part of the latter two holds a "
       "range, a list, or all other rows (default).",
       R"(schema shop

model Sale {
  id: int64
  region: string
  id (id, region)
  on postgres { partition by value (region) { eu: ["de", "fr"] rest: default } }
}
)",
       R"(schema shop

model Sale {
  id: int64
  region: string
  id (id, region)
  on postgres { partition by list (region) { eu: ["de", "fr"] rest: default } }
}
)"},
      {database_block,
       "Everything but physical layout means the same on every database, so it stands outside of"
       " on blocks.",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
  on postgres { unique (name) }
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
  unique (name)
  on postgres { index (name) using hash }
}
)"},
      {dangling_doc,
       "A /// comment alone on its line documents the declaration or field below it, and one "
       "behind code the field on its line. This one does neither.",
       R"(schema shop

model Product {
  id: int64 @id
  name: string
  /// what it is called
}
)",
       R"(schema shop

model Product {
  id: int64 @id
  /// what it is called
  name: string
}
)"},
  };
}

}  // namespace ochrec::syntax
