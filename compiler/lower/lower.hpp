// From the model to a relational schema: what a database can be told of the language's rules. Which rules
// only C++ can enforce, and how, is emit's business; how the result is written down is sql's.
#pragma once

#include "model/schema.hpp"
#include "sql/schema.hpp"

namespace ochrec::lower {

/// A table per model, in the model's order, with the types, checks, keys and indexes that give the schema its
/// meaning on this database. Takes a schema without errors; the cost is linear in its size.
sql::Schema lower(const model::Schema& schema, model::Database database);

/// The database as the SQL rooms name it.
sql::Database dialect(model::Database database);

}  // namespace ochrec::lower
