// Table objects: the typed columns and relations queries are written with.
#pragma once

#include "emit/context.hpp"
#include "emit/data.hpp"

namespace ochrec::emit {

/// The members of XTable that are columns.
List column_objects_view(const Context& context, model::ModelId id);

/// The members that columns stand for which the database makes: computed ones and @auto keys.
List unwritten_columns_view(const Context& context, model::ModelId id);

/// The members of XTable that are relations.
List relation_objects_view(const Context& context, model::ModelId id);

/// Structs for the members of XTable that stand for struct fields, inner ones first.
List leaf_groups_view(const Context& context, model::ModelId id);

}  // namespace ochrec::emit
