// What the library knows about a model: table, columns, keys, relations and how drivers read and bind its
// rows. Generated code defines one constant ModelInfo per model; nothing registers, tables are named where
// they are used.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "ochre/dialect.hpp"
#include "ochre/kind.hpp"
#include "ochre/moment.hpp"
#include "ochre/value.hpp"
#include "ochre/view.hpp"
#include "ochre/violations.hpp"

namespace ochre {

struct ModelInfo;

/// One column of a model's table. Columns are numbered by their place in ModelInfo::columns, which is the
/// order of the model's struct members (struct leaves in place) and of the columns in the table.
struct ColumnInfo {
  std::string_view name;        ///< in the database
  std::string_view field = {};  ///< in the schema, such as "home.city"; empty when it equals `name`
  Kind kind = Kind::Int64;
  std::uint8_t scale = 0;  ///< digits after the point of a decimal
  bool wide = false;       ///< a decimal of more than 18 digits, a text to SQLite: it has no order there
  bool whole = false;      ///< a struct kept as JSON: equal values have equal texts, unlike other JSON
  bool nullable = false;
  bool automatic = false;         ///< @auto: the database makes the value when none is given
  bool updated = false;           ///< @updated: set to now by every write
  bool version = false;           ///< @version: checked and raised by every update
  bool computed = false;          ///< stored computed: read, never written
  bool virtual_computed = false;  ///< computed by `expression` in every SELECT; the table has no such column
  bool defaulted = false;         ///< has a default, so a New struct may leave it unset
  bool database_default = false;  ///< the default is an expression only the database evaluates
  bool sensitive = false;         ///< masked in logs
  bool as_text = false;  ///< SQLite keeps a date, time, uuid or short decimal as text, which queries convert
  bool trim = false;     ///< @trim, @lower and @upper, for values that set() gives
  bool lower = false;
  bool upper = false;
  bool values_only = false;  ///< has normalisers or rules that no database checks: set to values, not to
                             ///< expressions
  View<const std::string_view> values = {};  ///< the stored texts of an enum, in declaration order
  std::string_view expression =
      {};  ///< SQL of a virtual column; `{}` stands for the table's alias: `{}."a" || {}."b"`

  std::string_view field_name() const { return field.empty() ? name : field; }
};

/// A primary key, unique constraint or unique index.
struct UniqueInfo {
  std::string_view name;  ///< of the constraint or index; empty for an unnamed one
  View<const std::uint16_t> columns;
};

/// A CHECK constraint; `columns` are those it looks at.
struct CheckInfo {
  std::string_view name;
  View<const std::uint16_t> columns = {};
};

/// One part of the order that rows have when a query gives none.
struct OrderInfo {
  std::uint16_t column = 0;
  bool descending = false;
};

/// The forms a relation takes in the database.
enum class RelationKind : std::uint8_t {
  BelongsTo,   ///< this model holds the key of the target
  HasOne,      ///< the target holds this model's key, at most one row
  HasMany,     ///< the target holds this model's key
  ManyToMany,  ///< a join table holds both keys
};

/// What happens to rows that refer to a deleted one.
enum class OnDelete : std::uint8_t { Restrict, Cascade, SetNull, SetDefault, NoAction };

/// One relation, seen from the model that lists it. Relations are numbered by their place in
/// ModelInfo::relations.
struct RelationInfo {
  std::string_view name;
  RelationKind kind = RelationKind::BelongsTo;
  const ModelInfo* target = nullptr;
  View<const std::uint16_t>
      columns;  ///< of this model: the foreign key (BelongsTo), else the key referred to
  View<const std::uint16_t> target_columns;  ///< of the target, paired with `columns`
  bool nullable = false;                     ///< BelongsTo: the key may be NULL
  std::string_view constraint = {};          ///< BelongsTo: the foreign key's name; empty for an unnamed one
  OnDelete on_delete = OnDelete::Restrict;
  /// ManyToMany: the join table and its columns towards this model and towards the target. There, `columns`
  /// and `target_columns` are the two models' keys.
  const ModelInfo* through = nullptr;
  View<const std::uint16_t> through_columns = {};
  View<const std::uint16_t> through_target_columns = {};
};

/// How one driver moves a model's rows. `statement` is the driver's own handle (sqlite3_stmt*); `row` and
/// `rows` point to the model's struct and to a std::vector of it; `fields` points to the New struct. Codes
/// are the driver's own.
struct RowCodec {
  /// Steps to the end and appends every row; returns the driver's final result code.
  int (*read_all)(void* statement, void* rows, std::size_t expected) = nullptr;
  /// Reads the current row from result column `first` on, in ModelInfo::columns order, into an existing
  /// `row`.
  void (*read)(void* statement, int first, void* row) = nullptr;
  /// Binds what an insert of `fields` writes, in ModelInfo::columns order without computed columns, from
  /// parameter `first` on (1-based). Text of `fields` is bound in place and must stay until the statement has
  /// run. Returns the driver's result code.
  int (*bind_new)(void* statement, int first, const void* fields, const Moment& moment) = nullptr;
};

/// What the library does with a model's rows without knowing their C++ type: `row` points to the struct,
/// `rows` to a std::vector of it.
struct RowFunctions {
  std::size_t row_size = 0;     ///< sizeof the struct
  std::size_t fields_size = 0;  ///< sizeof the New struct
  /// Adds the value of one column of `row`; text stays borrowed from the row where that is possible.
  void (*put)(const void* row, std::uint16_t column, Values& out) = nullptr;
  /// Stores a value into the member of an @auto, @version or @updated column, or of a relation's key.
  void (*assign)(void* row, std::uint16_t column, const Value& value) = nullptr;

  void* (*make_rows)() = nullptr;
  void (*free_rows)(void* rows) = nullptr;
  const void* (*rows_data)(const void* rows) = nullptr;
  std::size_t (*rows_size)(const void* rows) = nullptr;
  void* (*add_row)(void* rows) = nullptr;   ///< appends an empty row and returns it
  void (*drop_last)(void* rows) = nullptr;  ///< removes the last row
};

/// The RowFunctions made of a model's two generated functions.
template <class R, class New, void (*Put)(const R&, std::uint16_t, Values&),
          void (*Assign)(R&, std::uint16_t, const Value&)>
inline constexpr RowFunctions row_functions = {
    .row_size = sizeof(R),
    .fields_size = sizeof(New),
    .put = [](const void* row, std::uint16_t column,
              Values& out) { Put(*static_cast<const R*>(row), column, out); },
    .assign = [](void* row, std::uint16_t column,
                 const Value& value) { Assign(*static_cast<R*>(row), column, value); },
    .make_rows = []() -> void* { return new std::vector<R>(); },
    .free_rows = [](void* rows) { delete static_cast<std::vector<R>*>(rows); },
    .rows_data = [](const void* rows) -> const void* {
      return static_cast<const std::vector<R>*>(rows)->data();
    },
    .rows_size = [](const void* rows) { return static_cast<const std::vector<R>*>(rows)->size(); },
    .add_row = [](void* rows) -> void* { return &static_cast<std::vector<R>*>(rows)->emplace_back(); },
    .drop_last = [](void* rows) { static_cast<std::vector<R>*>(rows)->pop_back(); },
};

/// What ModelInfo keeps of a generated validate() or normalise().
template <class T, void (*Validate)(const T&, Violations&)>
void validating(const void* value, Violations& out) {
  Validate(*static_cast<const T*>(value), out);
}
template <class T, void (*Normalise)(T&)>
void normalising(void* value) {
  Normalise(*static_cast<T*>(value));
}

/// What ModelInfo keeps of a generated join().
template <class R, void (*Join)(R&, const Moment&)>
void joining(void* row, const Moment& moment) {
  Join(*static_cast<R*>(row), moment);
}

/// The DDL of one table in one dialect: CREATE TABLE first, then indexes and the like, each one statement.
struct TableDdl {
  View<const std::string_view> statements = {};
};

/// A dense number for a model, handed out on first use; statement slots and shapes identify models by it.
/// Thread-safe.
class ModelNumber {
 public:
  std::uint32_t of(const ModelInfo& model) const {
    const std::uint32_t known = __atomic_load_n(&one_based_, __ATOMIC_ACQUIRE);
    return known != 0 ? known - 1 : assign(model);
  }

 private:
  std::uint32_t assign(const ModelInfo& model) const;

  mutable std::uint32_t one_based_ = 0;
};

/// A model. Constant, process-wide, safe to use from any thread.
struct ModelInfo {
  std::string_view name;   ///< "Post"
  std::string_view table;  ///< "posts"
  View<const ColumnInfo> columns;
  View<const std::uint16_t> key;        ///< the primary key's columns, in order
  View<const UniqueInfo> uniques = {};  ///< without the primary key
  View<const CheckInfo> checks = {};
  View<const RelationInfo> relations = {};
  View<const OrderInfo> order = {};  ///< the default order, with the key; empty when there is none

  const RowCodec* codecs[dialect_count] = {};  ///< by Dialect; null when that driver was not generated for
  TableDdl ddl[dialect_count] = {};

  RowFunctions row = {};

  /// Applies @trim, @lower and @upper to the struct and to the New struct; null when the model has none.
  void (*normalise)(void* row) = nullptr;
  void (*normalise_new)(void* fields) = nullptr;
  /// Appends what is wrong with the struct or the New struct; null when the model has no rules.
  void (*validate)(const void* row, Violations& out) = nullptr;
  void (*validate_new)(const void* fields, Violations& out) = nullptr;
  /// Appends what is wrong with a value of one column, which is not NULL and fits the column's type; null
  /// when no column has rules. Fields are named without the structs around them.
  void (*validate_value)(std::uint16_t column, const Value& value, Violations& out) = nullptr;

  /// Makes a row that joins two others of the defaults of its further fields; its keys are to be assigned.
  /// Null when the model joins none, has no further fields, or one without a default.
  void (*join)(void* row, const Moment& moment) = nullptr;

  ModelNumber number = {};
};

/// The number of a model, below 65'536.
inline std::uint32_t number_of(const ModelInfo& model) { return model.number.of(model); }

/// The model that has a number. Undefined for numbers never handed out.
const ModelInfo& model_numbered(std::uint32_t number);

/// A schema: its models, parents before children where that is possible, so that tables can be created in
/// order.
struct SchemaInfo {
  std::string_view name;
  View<const ModelInfo* const> models;
};

/// The types of a primary key's parts, in order.
template <class... Parts>
struct KeyTypes {};

/// What generated headers say about a model's C++ types; specialised once per model, with members Table, New,
/// Key, info and complete.
template <class R>
struct Model;

/// Leads from a New struct back to its model.
template <class New>
struct RowOf;

}  // namespace ochre
