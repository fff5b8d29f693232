// What of a query travels: to_json writes only what can be read back, and names what stands in the way;
// query_from_json gives a program only rows of the type it asked for.
#include <algorithm>
#include <string>
#include <vector>

#include "ochre/errors.hpp"
#include "ochre/query.hpp"
#include "ochre/query_json.hpp"
#include "query/json_form.hpp"
#include "query/json_rows.hpp"
#include "query/render.hpp"
#include "query/shape_reader.hpp"
#include "query/tree.hpp"

namespace ochre {
namespace query {
namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw Unsupported("This query has no JSON form: " + why + ".");
}

/// The models a query may speak of: those it names, and what their relations lead to.
void add_models(std::vector<const ModelInfo*>& models, const Fragment& query) {
  const auto add = [&](const ModelInfo* model) {
    if (std::find(models.begin(), models.end(), model) == models.end()) models.push_back(model);
  };
  ShapeReader reader(query.shape(), query.shape_size());
  while (!reader.at_end()) {
    const Token token = reader.next();
    if (token.op == Op::Raw) refuse("raw SQL would be run for whoever wrote the JSON; say it with operators");
    if (token.op == Op::Column || token.op == Op::Source) add(token.path.root);
  }
  for (std::size_t i = 0; i < models.size(); ++i) {
    for (const RelationInfo& relation : models[i]->relations) add(relation.target);
  }
}

/// Reading back what was written is what makes the promise true for types, depths, sizes and values too.
std::string written(const Fragment& query, const Fragment* includes) {
  std::vector<const ModelInfo*> models;
  add_models(models, query);
  Fragment whole = query;
  if (includes) {
    add_models(models, *includes);
    whole.append(*includes);
  }
  std::string json = json_of(whole);
  try {
    ReadQuery read = read_json(models, parse_json(json), includes != nullptr);
    read.query.append(read.includes);
    if (json_of(read.query) == json) return json;
  } catch (const ValidationFailed& error) {
    throw Unsupported("This query has no JSON form. " + error.message());
  }
  refuse("one of its values would come back as another");
}

}  // namespace

ReadQuery read_json(View<const ModelInfo* const> models, const JsonValue& document, bool graph) {
  try {
    QueryReader reader(models);
    ReadQuery read;
    read.rows = graph ? reader.graph(document) : reader.query(document);
    read.query = std::move(reader.fragment());
    read.includes = std::move(reader.includes());
    render(read.query, Purpose::Select, Dialect::Sqlite);  // tables in scope, paths that exist
    return read;
  } catch (const ValidationFailed&) {
    throw;
  } catch (const Error& error) {
    throw ValidationFailed("This query is refused: " + error.message());
  }
}

}  // namespace query

std::string AnyQuery::to_json() const { return query::written(fragment(), nullptr); }

std::string detail::graph_to_json(const Fragment& query, const Fragment& includes) {
  return query::written(query, &includes);
}

namespace {

/// Rows of exactly this occurrence of the table, so that conditions which are added hold for all of them.
void require_rows(const query::ReadRows& rows, const Path& table) {
  if (rows.selects) query::refuse_query("it selects; ask for the type that its rows have");
  if (rows.from.root != table.root || rows.from.alias != table.alias)
    query::refuse_query("it is from another table than expected");
}

}  // namespace

Fragment detail::query_from_json(const Path& table, const SchemaInfo& schema, std::string_view json) {
  const query::JsonValue document = query::parse_json(json);
  query::ReadQuery read = query::read_json(schema.models, document, false);
  require_rows(read.rows, table);
  return std::move(read.query);
}

Fragment detail::query_from_json(View<const RowItem> row, const SchemaInfo& schema, std::string_view json) {
  const query::JsonValue document = query::parse_json(json);
  query::ReadQuery read = query::read_json(schema.models, document, false);
  if (!query::can_read(row, read.rows.row)) query::refuse_query("its rows are not of the type asked for");
  return std::move(read.query);
}

Fragment detail::graph_from_json(const Path& table, const SchemaInfo& schema, std::string_view json,
                                 Fragment& includes) {
  const query::JsonValue document = query::parse_json(json);
  query::ReadQuery read = query::read_json(schema.models, document, true);
  require_rows(read.rows, table);
  includes = std::move(read.includes);
  return std::move(read.query);
}

}  // namespace ochre
