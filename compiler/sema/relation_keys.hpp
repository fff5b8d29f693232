// The columns that hold a relation's key: made for it, or named with `@key`.
#pragma once

#include <vector>

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// `author: User` → `author_id`: one field for each part of the target's key.
std::vector<model::Field> made_key_fields(Analysis& analysis, const DraftField& draft);

/// Fills columns and target columns of the relations that hold keys; checks `@key`. All models are laid out.
void connect_relation_keys(Analysis& analysis, model::ModelId id);

}  // namespace ochrec::sema
