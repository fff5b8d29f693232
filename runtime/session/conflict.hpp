// Optimistic locks: who has the row's version now.
#pragma once

#include "ochre/model_info.hpp"
#include "session/channel.hpp"

namespace ochre::session {

/// Throws Conflict with the version the database has now; NotExactlyOne for a model without version.
[[noreturn]] void throw_conflict(Channel& channel, const ModelInfo& model, const void* row,
                                 std::int64_t expected);

/// Throws Conflict unless the database has the row in the row's own version. Nothing for models without
/// version.
void require_current(Channel& channel, const ModelInfo& model, const void* row);

}  // namespace ochre::session
