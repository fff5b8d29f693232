// Which constructs the back ends carry. The language is analyzed whole; what would be accepted and then not
// enforced is refused here.
#pragma once

#include "base/diagnostic.hpp"
#include "model/schema.hpp"

namespace ochrec::sema {

/// Reports each construct of the schema whose DDL, C++ or validation does not exist, at its place, and a
/// schema without a name. Called by the commands that produce something, not by `check`.
void refuse_without_back_end(const model::Schema& schema, base::Diagnostics& diagnostics);

}  // namespace ochrec::sema
