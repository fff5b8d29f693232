// The JSON of queries inside the runtime: written without asking whether it can be read, and read with every
// name, type and operand checked. AnyQuery::to_json and query_from_json are made of these two.
#pragma once

#include <string>

#include "ochre/fragment.hpp"
#include "ochre/model_info.hpp"
#include "ochre/view.hpp"
#include "query/json_reader.hpp"
#include "query/json_value.hpp"

namespace ochre::query {

/// All of a query, with its bindings, under the names of the schema: queries that differ have texts that
/// differ, in every process. Not all of these texts can be read back.
std::string json_of(const Fragment& query);

/// What came in as JSON, ready to be rendered.
struct ReadQuery {
  Fragment query;
  Fragment includes;  ///< of a graph
  ReadRows rows;
};

/// A query that uses nothing but `models`, with includes when it is a graph. Throws ValidationFailed.
ReadQuery read_json(View<const ModelInfo* const> models, const JsonValue& document, bool graph);

}  // namespace ochre::query
