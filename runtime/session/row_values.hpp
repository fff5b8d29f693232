// A model's row as the values of statements.
#pragma once

#include "ochre/model_info.hpp"
#include "ochre/value.hpp"

namespace ochre::session {

/// What an insert of a row writes: all written columns; NULL for the @auto key unless `gives_key`. Text stays
/// borrowed.
Values insert_values(const ModelInfo& model, const void* row, bool gives_key);
/// The same, added to others.
void put_insert_values(const ModelInfo& model, const void* row, bool gives_key, Values& out);
/// Adds a row's key.
void put_key(const ModelInfo& model, const void* row, Values& out);
/// The value of one column.
Value value_of(const ModelInfo& model, const void* row, std::uint16_t column, Values& storage);
/// The row's version; 0 for models without.
std::int64_t version_of(const ModelInfo& model, const void* row);
/// Throws ValidationFailed when the row breaks the model's rules.
void require_valid(const ModelInfo& model, const void* row);
/// The same for structs or New structs, `stride` bytes apart; says which of them do. `validate` may be null.
void require_all_valid(const ModelInfo& model, void (*validate)(const void* row, Violations& out),
                       const void* rows, std::size_t count, std::size_t stride);
/// Sets @updated to the moment and @version to the one after `version`, as a write of the row did in the
/// database.
void follow_write(const ModelInfo& model, void* row, std::int64_t version, const Moment& moment);

}  // namespace ochre::session
