// What fields of models and of structs have in common: names, documentation, rules, privacy.
#pragma once

#include <string>
#include <unordered_map>

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// First places of names, by lower case.
using FieldNames = std::unordered_map<std::string, base::Span>;

/// Reports a name that is taken, without regard to case. Returns whether it was free.
bool field_names_differ(Analysis& analysis, const ast::Name& name, FieldNames& names);

/// Reports two fields of one name in JSON.
void json_names_differ(Analysis& analysis, const std::vector<model::Field>& fields);

/// A field with everything that its own attributes say about a value of a known type: all but keys, defaults
/// and what else needs a model.
model::Field described_field(Analysis& analysis, const ast::Field& written, const AttributeSet& attributes,
                             const model::Type& type, std::optional<std::uint32_t> alias);

}  // namespace ochrec::sema
