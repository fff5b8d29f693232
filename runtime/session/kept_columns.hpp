// The columns the runtime keeps itself: @version and @updated.
#pragma once

#include "ochre/fragment.hpp"
#include "ochre/model_info.hpp"
#include "query/tree.hpp"

namespace ochre::session {

/// A moment in the form a column of some kind stores.
Value moment_value(Kind kind, const Moment& moment);

/// Makes an update, read into `select`, also raise @version and set @updated, unless it sets them itself.
void keep_columns(Fragment& changes, const query::Select& select, const ModelInfo& model,
                  const Moment& moment);
/// The same, of an update whose values are valid.
Fragment with_kept_columns(const Fragment& changes, const ModelInfo& model, const Moment& moment);

}  // namespace ochre::session
