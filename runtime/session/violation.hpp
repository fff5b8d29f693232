// Completes what a driver could tell about a refused row from the model: the constraint's name, a check's
// columns, and which foreign key it was, which SQLite does not say and which is therefore probed.
#pragma once

#include "ochre/errors.hpp"
#include "ochre/model_info.hpp"
#include "session/channel.hpp"

namespace ochre::session {

/// To be called in the handler, before `throw;`. `row` is the row that was written, or null when there were
/// several.
void complete_violation(ConstraintViolation& violation, const ModelInfo& model, const void* row,
                        Channel& channel);

/// The same for a row that could not be deleted: finds a row that refers to it.
void complete_erase_violation(ForeignKeyViolation& violation, const SchemaInfo& schema,
                              const ModelInfo& model, const void* row, Channel& channel);

}  // namespace ochre::session
