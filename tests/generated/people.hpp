// Values of the everything schema that tests share.
#pragma once

#include "everything/models.hpp"

namespace people {

/// A database in memory with the schema's tables.
ochre::Database database();

/// Only what has no default.
everything::NewPerson plain();

/// Every field given, with values that are easy to lose: extremes, non-ASCII text, zero bytes.
everything::NewPerson full();

/// What was violated, as "email email; name length; ": each field and its rule.
std::string fields_of(const ochre::Violations& violations);

}  // namespace people
