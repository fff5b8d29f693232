// What set() asks of an update or upsert, made fit for the database: values pass the normalisers and rules of
// their columns, and the columns the runtime keeps are added. Rules over several columns are left to the
// database's CHECKs, which see the whole row.
#pragma once

#include "ochre/fragment.hpp"
#include "ochre/model_info.hpp"

namespace ochre::session {

/// The changes to run; those that set nothing stay as they are. Throws ValidationFailed with all broken rules
/// of all columns, and Unsupported for an expression in a column whose rules no database checks.
Fragment ready_changes(const Fragment& changes, const ModelInfo& model, const Moment& moment);

}  // namespace ochre::session
