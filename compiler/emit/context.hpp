// What every view of one schema shares: C++ names of everything in it, the columns as the runtime numbers
// them, and the tables as the databases will hold them. Built once, so that no view searches.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "emit/generate.hpp"
#include "emit/slot.hpp"
#include "model/schema.hpp"

namespace ochrec::emit {

/// The C++ names of a model.
struct ModelNames {
  std::string type;    // User
  std::string fields;  // NewUser
  std::string table;   // UserTable
  std::string object;  // users
  std::string file;    // user; also of the namespace of its metadata, `user_model_`
};

/// A table as one database has it, with what belongs to it.
struct TableSource {
  const sql::Table* table = nullptr;
  std::vector<std::string> statements;
};

class Context {
 public:
  Context(const model::Schema& schema, std::span<const DatabaseSchema> databases, std::string source);

  const model::Schema& schema() const { return schema_; }
  std::span<const DatabaseSchema> databases() const { return databases_; }

  /// `blog`, also the folder of the files.
  const std::string& space() const { return space_; }
  std::string banner() const;

  const ModelNames& names(model::ModelId id) const { return names_.at(static_cast<std::size_t>(id)); }
  /// Unqualified names of enums and structs.
  const std::string& enumeration(model::EnumId id) const { return enums_.at(static_cast<std::size_t>(id)); }
  const std::string& structure(model::StructId id) const { return structs_.at(static_cast<std::size_t>(id)); }
  /// `::blog::User`.
  std::string qualified(std::string_view name) const;

  std::span<const Slot> slots(model::ModelId id) const { return slots_.at(static_cast<std::size_t>(id)).all; }
  /// The number the runtime gives a column of the model.
  std::uint32_t slot(model::ModelId id, std::uint32_t column) const;

  /// The first column of a field.
  std::uint32_t slot_of_field(model::ModelId id, std::uint32_t field) const {
    return slots_.at(static_cast<std::size_t>(id)).of_field.at(field);
  }

  /// The model's table in `databases()[database]`.
  const TableSource& table(std::size_t database, model::ModelId id) const;

  /// Models with those they refer to before them, where no cycle forbids it.
  std::vector<model::ModelId> parents_first() const;

  /// Whether naming some model draws a warning, which generated code must not.
  bool has_deprecated_model() const { return deprecated_model_; }

  /// A name for a parameter that nothing in the schema's namespace has, so that it hides nothing.
  std::string local(std::string_view wish) const;

 private:
  void name_everything();
  void find_tables();

  const model::Schema& schema_;
  std::span<const DatabaseSchema> databases_;
  std::string source_;
  std::string space_;
  std::vector<std::string> enums_;
  std::vector<std::string> structs_;
  std::vector<ModelNames> names_;
  std::unordered_set<std::string> taken_;
  bool deprecated_model_ = false;
  std::vector<Slots> slots_;
  std::vector<std::vector<TableSource>> tables_;  // by database, then by model
};

}  // namespace ochrec::emit
