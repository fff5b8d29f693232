// Values of the everything schema that tests share.
#pragma once

#include "everything/models.hpp"

namespace people {

/// Only what has no default.
everything::NewPerson plain();

/// Every field given, with values that are easy to lose: extremes, non-ASCII text, zero bytes.
everything::NewPerson full();

}  // namespace people
