// What stands between the braces of models, mixins, structs and actors: fields and block statements, in
// source order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source.hpp"
#include "syntax/ast_expression.hpp"
#include "syntax/ast_names.hpp"

namespace ochrec::ast {

/// One number in `string(120)` or `decimal(12, 2)`, of any length.
struct TypeArgument {
  std::string digits;
  base::Span span;
};

/// `int64`, `string(120)`, `decimal(12,2)`, `json<Address>`, `Post.author[]`, `Address?`, `string[]?`.
struct Type {
  Path path;  // no parts when the type could not be read, which has been reported
  std::vector<TypeArgument> arguments;
  std::optional<Name> of;  // S in `json<S>`
  bool array = false;
  bool optional = false;  // of the array when there is one; `T?[]` and `T[][]` are refused here
  base::Span span;

  bool readable() const { return !path.parts.empty(); }
};

/// Also a parameter or a result column of a query, where attributes rarely make sense (sema says so).
struct Field {
  Doc doc;
  Name name;
  Type type;
  std::vector<Attribute> attributes;
  base::Span span;
  bool incomplete = false;  // part of it could not be read; what is missing has been reported
};

enum class Direction : std::uint8_t { Ascending, Descending };

/// One entry of a column list: a field (as `Reference`) or an expression, with its direction when written.
struct Term {
  Expression expression;
  std::optional<Direction> direction;
  base::Span span;
};

/// `id (tenant, number)`.
struct Id {
  std::vector<Term> terms;
  std::vector<Attribute> attributes;
  Doc doc;
  base::Span span;
};

/// `unique [name] (…) [where …]`.
struct Unique {
  std::optional<Name> name;
  std::vector<Term> terms;
  std::optional<Expression> where;
  std::vector<Attribute> attributes;
  Doc doc;
  base::Span span;
};

/// `index [name] (…) [using m] [include (…)] [with (…)] [where …]`; the clauses in any order, each at most
/// once. Only inside `on database { … }` do `using`, `include` and `with` make sense (sema says so).
struct Index {
  std::optional<Name> name;
  std::vector<Term> terms;
  std::optional<Expression> where;
  std::optional<Name> method;
  std::vector<Path> include;
  std::vector<Argument> with;
  std::vector<Attribute> attributes;
  Doc doc;
  base::Span span;
};

struct Check {
  Name name;
  Expression condition;
  std::vector<Attribute> attributes;
  Doc doc;
  base::Span span;
};

struct OrderBy {
  std::vector<Term> terms;
  Doc doc;
  base::Span span;
};

/// `table "people"`.
struct Table {
  Text name;
  Doc doc;
  base::Span span;
};

/// `soft_delete` or `soft_delete(field)`.
struct SoftDelete {
  std::optional<Name> field;
  Doc doc;
  base::Span span;
};

struct Audit {
  Doc doc;
  base::Span span;
};

struct Changes {
  Doc doc;
  base::Span span;
};

enum class PartitionMethod : std::uint8_t { Hash, Range, List };

/// `y2026: date("…")..date("…")`, `eu: ["de", "fr"]`, or `rest: default`, for which both are absent.
struct PartitionPart {
  Name name;
  std::optional<Range> range;
  std::optional<List> values;
  base::Span span;

  bool is_default() const { return !range && !values; }
};

/// `partition by hash (f) count 8`, `partition by range (f) { … }`, `partition by list (f) { … }`.
struct Partition {
  PartitionMethod method = PartitionMethod::Hash;
  base::Span method_span;
  std::vector<Path> columns;
  std::optional<TypeArgument> count;  // hash only
  std::vector<PartitionPart> parts;   // range and list only
  Doc doc;
  base::Span span;
};

/// `on postgres { … }`.
struct OnDatabase {
  Name database;
  std::vector<std::variant<Index, Partition>> statements;
  Doc doc;
  base::Span span;
};

using Member =
    std::variant<Field, Id, Unique, Index, Check, OrderBy, Table, SoftDelete, Audit, Changes, OnDatabase>;

}  // namespace ochrec::ast
