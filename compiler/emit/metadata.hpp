// A model's ModelInfo: columns, keys, constraints and relations as the runtime's model_info.hpp wants them.
#pragma once

#include "emit/context.hpp"
#include "emit/data.hpp"

namespace ochrec::emit {

/// The texts of a model's enums, one array for each column that has one: {declaration}.
List enum_texts_view(const Context& context, model::ModelId id);

/// {line} for each column.
List column_infos_view(const Context& context, model::ModelId id);

/// `{0, 2}`: the numbers of the model's columns.
std::string slot_list(const Context& context, model::ModelId id, const std::vector<std::uint32_t>& columns);

/// A named list of columns: {array, columns, line}.
List uniques_view(const Context& context, model::ModelId id);
List checks_view(const Context& context, model::ModelId id);

/// {arrays: [{declaration}], line} for each relation.
List relation_infos_view(const Context& context, model::ModelId id);

}  // namespace ochrec::emit
