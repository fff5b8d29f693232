// JSON Schema of a schema's models: what the generated to_json writes and from_json reads, with the rules.
#pragma once

#include <string>

#include "model/schema.hpp"

namespace ochrec::emit {

/// A JSON Schema 2020-12 document. Under `$defs` stand every enum and struct, and for each model what is read
/// (`User`) and what an insert takes (`NewUser`). Checks over several fields have no form in JSON Schema and
/// are left out; rules of dates and decimals, whose JSON is text, are named in a comment.
std::string json_schema(const model::Schema& schema);

}  // namespace ochrec::emit
