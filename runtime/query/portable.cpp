// What of a query travels: to_json writes only what query_from_json reads, and names what stands in the way.
#include <algorithm>
#include <string>
#include <vector>

#include "ochre/errors.hpp"
#include "ochre/query.hpp"
#include "query/json_form.hpp"
#include "query/shape_reader.hpp"

namespace ochre {
namespace query {
namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw Unsupported("This query has no JSON form: " + why + ".");
}

/// What keeps an operator from travelling; empty for those that travel.
std::string_view obstacle(Op op) {
  switch (op) {
    case Op::Raw: return "raw SQL would be run for whoever wrote the JSON; say it with operators";
    case Op::With:
    case Op::FromNamed:
    case Op::JoinNamed:
    case Op::NamedColumn:
      return "it uses a common table expression (with); ask for the same with joins or subqueries";
    case Op::RowNumber:
    case Op::Rank:
    case Op::DenseRank:
    case Op::Lag:
    case Op::Lead:
    case Op::PartitionBy:
    case Op::WindowOrder:
    case Op::Over: return "it uses a window function (over)";
    case Op::SelectModel: return "it selects whole models (select); write the query before its select";
    default: return {};
  }
}

/// Refuses operators that do not travel, and returns the models the query is about.
std::vector<const ModelInfo*> models_of(const Fragment& query) {
  std::vector<const ModelInfo*> models;
  ShapeReader reader(query.shape(), query.shape_size());
  int depth = 0;
  while (!reader.at_end()) {
    const Token token = reader.next();
    if (token.op == Op::Open) ++depth;
    if (token.op == Op::Close) --depth;
    if (token.op == Op::Select && depth == 0)
      refuse("it has other rows than its model's (select); write the query before its select");
    if (const auto why = obstacle(token.op); !why.empty()) refuse(std::string(why));
    if ((token.op == Op::Column || token.op == Op::Source) &&
        std::find(models.begin(), models.end(), token.path.root) == models.end())
      models.push_back(token.path.root);
  }
  return models;
}

/// The model whose rows a query has: that of the first table outside of any query in it.
const ModelInfo& rows_of(const Fragment& query) {
  ShapeReader reader(query.shape(), query.shape_size());
  while (!reader.at_end()) {
    const Token token = reader.next();
    if (token.op == Op::Source) return *token.path.root;
  }
  refuse("it is from no table");
}

}  // namespace
}  // namespace query

/// Reading back what was written is what makes the promise true for types, depths, sizes and values too.
std::string AnyQuery::to_json() const {
  const std::vector<const ModelInfo*> models = query::models_of(fragment_);
  const std::string json = query::json_of(fragment_);
  try {
    if (query::json_of(query::read_json(query::rows_of(fragment_), models, json)) == json) return json;
  } catch (const ValidationFailed& error) {
    throw Unsupported("This query has no JSON form. " + error.message());
  }
  query::refuse("one of its values would come back as another");
}

}  // namespace ochre
