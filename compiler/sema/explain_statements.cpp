// Pages of `ochre explain`: block statements.
#include "sema/codes.hpp"
#include "sema/explain_pages.hpp"

namespace ochrec::sema {

std::vector<base::Explanation> statements_pages() {
  return {
      {codes::unknown_column,
       "Lists of columns name fields of the model that have a column: not the other sides of "
       "relations, nor fields of other models.",
       R"(schema blog

model User {
  id: int64 @id @auto
  title: string

  index (titel)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  title: string

  index (title)
}
)"},
      {codes::column_listed_twice, "The second one would change nothing.",
       R"(schema blog

model User {
  id: int64 @id @auto
  title: string

  index (title, title)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  title: string

  index (title)
}
)"},
      {codes::not_indexable,
       "An index compares values, and databases compare JSON, arrays and structs differently or "
       "not at all. The fields of a struct can be named.",
       R"(schema blog

struct Address { city: string, zip: string? }

model User {
  id: int64 @id @auto
  home: Address

  index (home)
}
)",
       R"(schema blog

struct Address { city: string, zip: string? }

model User {
  id: int64 @id @auto
  home: Address

  index (home.city)
}
)"},
      {codes::index_name_twice, "The name of an index identifies it in migrations.",
       R"(schema blog

model User {
  id: int64 @id @auto
  a: int32
  b: int32

  index newest (a)
  index newest (b)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  a: int32
  b: int32

  index newest (a)
  index oldest (b)
}
)"},
      {codes::check_name_twice, "The name of a check is how a violation is reported.",
       R"(schema blog

model User {
  id: int64 @id @auto
  a: int32

  check small: a < 10
  check small: a < 5
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  a: int32

  check small: a < 10
  check smaller: a < 5
}
)"},
      {codes::physical_clause, "How an index is stored is a matter of one database, and said in its block.",
       R"(schema blog

model User {
  id: int64 @id @auto
  a: int32

  index (a) using brin
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  a: int32

  on postgres { index (a) using brin }
}
)"},
      {codes::unknown_database, "The databases are `sqlite` and `postgres`.",
       R"(schema blog

model User {
  id: int64 @id @auto
  a: int32

  on mysql { index (a) }
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  a: int32

  on sqlite { index (a) }
}
)"},
      {codes::index_method,
       "SQLite has btree indexes without further clauses. PostgreSQL has btree, hash, gin, gist "
       "and brin; hash indexes are over one column, only btree and gist take `include`, and only "
       "btree has an order.",
       R"(schema blog

model User {
  id: int64 @id @auto
  a: int32

  on sqlite { index (a) using hash }
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  a: int32

  on postgres { index (a) using hash }
}
)"},
      {codes::partition_database, "SQLite has no partitions.",
       R"(schema blog

model User {
  id: int64 @id

  on sqlite { partition by hash (id) count 4 }
}
)",
       R"(schema blog

model User {
  id: int64 @id

  on postgres { partition by hash (id) count 4 }
}
)"},
      {codes::partition_key,
       "PostgreSQL checks uniqueness within each partition, so keys and uniques contain the "
       "columns by which a table is partitioned.",
       R"(schema blog

model User {
  id: int64 @id
  region: string

  on postgres { partition by hash (region) count 4 }
}
)",
       R"(schema blog

model User {
  id: int64
  region: string

  id (region, id)
  on postgres { partition by hash (region) count 4 }
}
)"},
      {codes::partition_columns,
       "A partition by range needs one column with an order, one by list a column whose values "
       "can be compared.",
       R"(schema blog

enum Role { reader, author, admin }

model User {
  id: int64
  role: Role

  id (id, role)
  on postgres { partition by range (role) { all: 1..2 } }
}
)",
       R"(schema blog

model User {
  id: int64 @id

  on postgres { partition by range (id) { all: 1..2 } }
}
)"},
      {codes::partition_parts,
       "Each value belongs to one part. A range runs from its first value to the first one "
       "beyond it.",
       R"(schema blog

model User {
  id: int64 @id

  on postgres {
    partition by range (id) {
      low: 1..10
      high: 5..20
    }
  }
}
)",
       R"(schema blog

model User {
  id: int64 @id

  on postgres {
    partition by range (id) {
      low: 1..10
      high: 10..20
      rest: default
    }
  }
}
)"},
      {codes::soft_delete_field,
       "`soft_delete` keeps the time of deletion in `deleted_at`, which it adds, or in an "
       "optional timestamp that is named.",
       R"(schema blog

model User {
  id: int64 @id @auto
  gone_at: timestamp

  soft_delete(gone_at)
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  gone_at: timestamp?

  soft_delete(gone_at)
}
)"},
      {codes::expression_in_list,
       "Keys and uniques are over columns that programs can name. An index may be over an "
       "expression.",
       R"(schema blog

model User {
  id: int64 @id @auto
  title: string

  unique (lower(title))
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  title: string @lower

  unique (title)
}
)"},
      {codes::not_orderable, "The default order is by stored values that every database orders alike.",
       R"(schema blog

model User {
  id: int64 @id @auto
  notes: json

  order by notes
}
)",
       R"(schema blog

model User {
  id: int64 @id @auto
  title: string

  order by title
}
)"},
  };
}

}  // namespace ochrec::sema
