// The syntax tree of one `.ochre` file: plain values, each with its span. It says what was written, never
// what it means. Where `incomplete` is set, something inside could not be read and has been reported: a later
// stage that misses a name there should stay silent.
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "base/source.hpp"
#include "syntax/ast_expression.hpp"
#include "syntax/ast_member.hpp"
#include "syntax/ast_names.hpp"

namespace ochrec::ast {

/// `schema blog`.
struct SchemaName {
  Doc doc;
  Name name;
  base::Span span;
};

/// `import "common.ochre"`.
struct Import {
  Text path;
  base::Span span;
};

/// `actor { id: int64, role: string }`.
struct Actor {
  Doc doc;
  std::vector<Field> fields;
  base::Span keyword_span;
  base::Span span;
  bool incomplete = false;
};

/// `admin = "administrator" @renamed_from("root")`.
struct EnumValue {
  Doc doc;
  Name name;
  std::optional<Text> stored;
  std::vector<Attribute> attributes;
  base::Span span;
};

struct Enum {
  Doc doc;
  Name name;
  std::vector<Attribute> attributes;
  std::vector<EnumValue> values;
  base::Span span;
  bool incomplete = false;
};

/// `type Email = string(120) @email @lower`.
struct TypeAlias {
  Doc doc;
  Name name;
  Type type;
  std::vector<Attribute> attributes;
  base::Span span;
  bool incomplete = false;
};

struct Struct {
  Doc doc;
  Name name;
  std::vector<Attribute> attributes;
  std::vector<Field> fields;
  base::Span span;
  bool incomplete = false;
};

/// A mixin may use other mixins.
struct Mixin {
  Doc doc;
  Name name;
  std::vector<Attribute> attributes;
  std::vector<Name> mixins;
  std::vector<Member> members;
  base::Span span;
  bool incomplete = false;
};

struct Model {
  Doc doc;
  Name name;
  std::vector<Attribute> attributes;
  std::vector<Name> mixins;
  std::vector<Member> members;
  base::Span span;
  bool incomplete = false;
};

/// `[restrict] policy name on Model [for read, update] { condition }`; no operations means all.
struct Policy {
  Doc doc;
  bool restrict = false;
  Name name;
  Name model;
  std::vector<Name> operations;
  Expression condition;
  base::Span span;
};

enum class Cardinality : std::uint8_t { One, Optional, Many, None };

/// `sql """…"""` or `sql(postgres) """…"""`.
struct SqlFence {
  std::optional<Name> database;
  Text sql;
  /// For each line of `sql.value`, where it begins in the file, so that a place in the SQL can be shown.
  /// Empty when the literal has escapes.
  std::vector<std::uint32_t> line_begins;
  base::Span span;

  /// Where `length` bytes of `sql.value` stand in the file; the whole literal when that is not known.
  base::Span place(std::size_t offset, std::size_t length) const;
};

/// `query name(parameters) -> many { columns } { sql … }`, or `-> one User { sql … }`.
struct Query {
  Doc doc;
  Name name;
  std::vector<Field> parameters;
  Cardinality cardinality = Cardinality::None;
  base::Span cardinality_span;
  std::vector<Field> columns;  // the result's shape, unless it is a model
  std::optional<Name> model;
  std::vector<Attribute> attributes;
  std::vector<SqlFence> fences;
  base::Span span;
  bool incomplete = false;
};

using Declaration = std::variant<Actor, Enum, TypeAlias, Struct, Mixin, Model, Policy, Query>;

struct File {
  base::FileId id{};
  std::optional<SchemaName> schema;
  std::vector<Import> imports;
  std::vector<Declaration> declarations;  // in source order
  std::vector<Comment> comments;
  bool incomplete = false;  // a declaration is missing because it could not be read
};

}  // namespace ochrec::ast
