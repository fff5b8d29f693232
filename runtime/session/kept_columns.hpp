// The columns the runtime keeps itself: @version and @updated.
#pragma once

#include "ochre/fragment.hpp"
#include "ochre/model_info.hpp"

namespace ochre::session {

/// A moment in the form a column of some kind stores.
Value moment_value(Kind kind, const Moment& moment);

/// An update that also raises @version and sets @updated, unless it sets them itself.
Fragment with_kept_columns(const Fragment& changes, const ModelInfo& model, const Moment& moment);

}  // namespace ochre::session
