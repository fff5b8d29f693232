// The JSON of queries inside the runtime: written without asking whether it can be read, and read with every
// name, type and operand checked. AnyQuery::to_json and query_from_json are made of these two.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ochre/fragment.hpp"
#include "ochre/model_info.hpp"

namespace ochre::query {

/// All of a query, with its bindings, under the names of the schema: queries that differ have texts that
/// differ, in every process. Not all of these texts can be read back.
std::string json_of(const Fragment& query);

/// A query for whole rows of `model` that uses nothing but `models`. Throws ValidationFailed.
Fragment read_json(const ModelInfo& model, std::span<const ModelInfo* const> models, std::string_view json);

}  // namespace ochre::query
