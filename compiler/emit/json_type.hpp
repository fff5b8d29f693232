// The JSON form of one field's values, as a JSON Schema.
#pragma once

#include "emit/json_tree.hpp"
#include "model/schema.hpp"

namespace ochrec::emit {

/// Type, rules and documentation. `nullable` adds null to what the type itself allows.
JsonTree json_type(const model::Schema& schema, const model::Field& field, bool nullable);

/// `default`, when the field's default is a constant.
void add_json_default(const model::Schema& schema, const model::Field& field, JsonTree& out);

}  // namespace ochrec::emit
