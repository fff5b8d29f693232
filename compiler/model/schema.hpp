// The resolved schema: everything the back ends need, nothing they would have to look up or decide again.
// Plain values, immutable once `sema::analyze` has returned them. Order is the order of declaration, so
// output is deterministic.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source.hpp"
#include "model/expression.hpp"
#include "model/type.hpp"

namespace ochrec::model {

struct Enumerator {
  std::string name;    // as written
  std::string stored;  // the text in the database
  std::string doc;
  std::string renamed_from;
  std::string deprecated;  // the reason, empty when it is not
  base::Span span;
};

struct Enum {
  std::string name;
  std::string doc;
  std::vector<Enumerator> values;
  bool native = false;  // PostgreSQL: a type of its own
  std::string renamed_from;
  base::Span span;
};

enum class Database : unsigned char { Sqlite, Postgres };

/// `@type(sqlite: "…", postgres: "…")`; empty means the usual type.
struct ColumnTypes {
  std::string sqlite;
  std::string postgres;
};

struct Computed {
  Expr value;
  bool is_virtual = false;
};

enum class Sensitivity : unsigned char { None, Internal, Sensitive, Restricted };
enum class MaskKind : unsigned char { None, Omit, Null, Redact, Partial, Hash };
struct Mask {
  MaskKind kind = MaskKind::None;
  std::string text;        // Redact
  std::uint32_t last = 0;  // Partial
};

/// A member of a model or of a struct, in the order of declaration; the key fields of a relation stand where
/// the relation was declared, mixin fields after the model's own.
struct Field {
  std::string name;
  Type type;
  Rules rules;
  std::optional<Expr> default_value;  // a Literal, Now, Uuid, Uuid7, or any other expression
  std::optional<Computed> computed;
  std::optional<Expr> backfill;
  bool is_auto = false;
  bool monotonic = false;  // @auto(monotonic)
  bool updated = false;
  bool version = false;
  std::optional<std::uint32_t> relation;  // it was made as part of the key of this relation of the model;
                                          // declared fields that `@key` names are found through its columns
  std::string column;                     // @column("…") or the name; the prefix of a struct's columns
  ColumnTypes column_type;
  std::string json;  // name in JSON
  std::string doc;
  std::string deprecated;
  std::string renamed_from;  // the former name of the field; columns have their own
  Sensitivity sensitivity = Sensitivity::None;
  Mask mask;
  base::Span span;  // of the name, for messages
};

struct Struct {
  std::string name;
  std::string doc;
  std::vector<Field> fields;
  base::Span span;
};

/// A column of the table. A field of a struct type contributes one for each leaf, other fields one, virtual
/// ones none.
struct Column {
  std::uint32_t field = 0;          // index into Model::fields
  std::vector<std::uint32_t> path;  // for a leaf: field indexes inside the struct, then its structs
  std::string name;                 // in the database
  Type type;                        // `optional` when the column may be null, for whatever reason
  std::string renamed_from;         // its former name, when it had another
};

struct KeyPart {
  std::variant<std::uint32_t, Expr> what;  // column index, or an expression (indexes only)
  bool descending = false;
};

enum class IndexOrigin : unsigned char { Declared, Attribute, RelationKey };

/// `index` and `unique`, whether a statement, an attribute of a field, or implied by a relation's key.
struct Index {
  std::string name;  // empty unless given
  bool unique = false;
  std::vector<KeyPart> parts;
  std::optional<Expr> where;  // with `deleted_at is null` for uniques of a model with soft_delete
  IndexOrigin origin = IndexOrigin::Declared;
  std::optional<Database> only;  // inside `on sqlite { }`
  std::string method;            // using btree|hash|gin|gist|brin
  std::vector<std::uint32_t> include;
  std::vector<std::pair<std::string, std::string>> with;
  std::string renamed_from;
  base::Span span;
};

struct Check {
  std::string name;
  Expr condition;
  base::Span span;
};

enum class Action : unsigned char { Restrict, Cascade, SetNull, SetDefault, NoAction };

enum class RelationKind : unsigned char {
  ToOne,        // this model holds the key
  InverseOne,   // the other side of a ToOne whose key is unique
  InverseMany,  // the other side of a ToOne
  ManyToMany    // over a join model, declared with @through or made by the compiler
};

struct Relation {
  std::string name;
  RelationKind kind = RelationKind::ToOne;
  ModelId target{};
  bool optional = false;                      // ToOne: its key may be null; InverseOne: always
  std::vector<std::uint32_t> columns;         // ToOne: this model's columns, in the order of the target's key
  std::vector<std::uint32_t> target_columns;  // ToOne: the target's columns
  Action on_delete = Action::Restrict;
  Action on_update = Action::Restrict;
  bool deferrable = false;
  std::optional<std::uint32_t> inverse;  // the relation of `target` that is the other side, if declared
  ModelId through{};                     // ManyToMany: the join model
  std::uint32_t near = 0;                // its ToOne that points back here
  std::uint32_t far = 0;                 // its ToOne that points to the target
  std::string doc;
  std::string deprecated;
  base::Span span;
};

struct OrderPart {
  std::uint32_t column = 0;
  bool descending = false;
};

struct PartitionRange {
  std::string name;
  std::vector<Value> values;  // list: the values; range: low and high; empty for `rest: default`
};
enum class PartitionKind : unsigned char { Hash, Range, List };
struct Partition {
  PartitionKind kind = PartitionKind::Hash;
  std::vector<std::uint32_t> columns;
  std::uint32_t count = 0;  // Hash
  std::vector<PartitionRange> parts;
  std::optional<Database> only;
  base::Span span;
};

struct Model {
  std::string name;
  std::string table;
  std::string doc;
  std::vector<Field> fields;
  std::vector<Column> columns;
  std::vector<Relation> relations;
  std::vector<std::uint32_t> key;  // columns of the primary key, in `id (…)` order
  std::vector<Index> indexes;      // uniques first
  std::vector<Check> checks;       // those written as `check`; what rules and types imply is lower's
  std::vector<OrderPart> order;    // default order, the key appended; empty when none was declared
  std::vector<Partition> partitions;
  std::optional<std::uint32_t> soft_delete;  // column that holds the time of deletion
  bool audit = false;
  bool changes = false;
  bool join = false;         // made by the compiler for a many to many
  std::string renamed_from;  // the former table
  std::string deprecated;
  base::Span span;
};

struct ActorField {
  std::string name;
  Type type;
};

enum class Operation : unsigned char { Read = 1, Create = 2, Update = 4, Delete = 8 };

struct Policy {
  std::string name;
  ModelId model{};
  unsigned operations = 0;  // bits of Operation
  bool restrictive = false;
  Expr condition;
  base::Span span;
};

enum class Cardinality : unsigned char { One, Optional, Many, None };

struct QueryParameter {
  std::string name;
  Type type;
};

/// A piece of a fence: text that is copied, or a parameter.
struct SqlPiece {
  std::string text;
  std::optional<std::uint32_t> parameter;
};

struct SqlFence {
  std::optional<Database> only;
  std::vector<SqlPiece> pieces;
};

struct Query {
  std::string name;
  std::string doc;
  Cardinality cardinality = Cardinality::Many;
  std::vector<QueryParameter> parameters;
  std::vector<Field> shape;  // when the result is not a model
  std::optional<ModelId> result;
  std::vector<SqlFence> fences;
  bool bypass_policies = false;
  base::Span span;
};

struct Actor {
  std::vector<ActorField> fields;
  std::string doc;
  base::Span span;
};

struct Schema {
  std::string name;
  base::Span name_span;
  std::vector<Enum> enums;
  std::vector<Struct> structs;
  std::vector<Model> models;  // join models made by the compiler come last, by name
  std::optional<Actor> actor;
  std::vector<Policy> policies;
  std::vector<Query> queries;

  const Model& model(ModelId id) const { return models.at(static_cast<std::size_t>(id)); }
  const Enum& enumeration(EnumId id) const { return enums.at(static_cast<std::size_t>(id)); }
  const Struct& structure(StructId id) const { return structs.at(static_cast<std::size_t>(id)); }
};

}  // namespace ochrec::model
