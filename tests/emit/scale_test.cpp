// Large schemas cost in proportion to their size.
#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>

#include "emit/context.hpp"
#include "emit/generate.hpp"

namespace {

using namespace ochrec;
using model::Scalar;

model::Field field(const std::string& name, Scalar scalar, bool optional) {
  model::Field out;
  out.name = out.column = out.json = name;
  out.type.scalar = scalar;
  out.type.optional = optional;
  out.rules.length =
      scalar == Scalar::String ? std::vector<model::CountRange>{{1, 80}} : std::vector<model::CountRange>{};
  return out;
}

// Thirteen fields, one of them the key of a relation to the model before.
model::Model numbered_model(std::uint32_t number) {
  model::Model out;
  out.name = "Model" + std::to_string(number);
  out.table = "model" + std::to_string(number) + "s";
  constexpr Scalar scalars[] = {Scalar::Int64, Scalar::String, Scalar::Timestamp, Scalar::Bool,
                                Scalar::Float64};
  for (std::uint32_t at = 0; at < 13; ++at) {
    out.fields.push_back(
        field("field" + std::to_string(at), at < 2 ? Scalar::Int64 : scalars[at % 5], at % 3 == 2));
    out.columns.push_back({at, {}, out.fields.back().name, out.fields.back().type, {}});
  }
  out.key = {0};
  model::Relation before;
  before.name = "before";
  before.target = static_cast<model::ModelId>(number == 0 ? 0 : number - 1);
  before.columns = {1};
  before.target_columns = {0};
  out.relations.push_back(before);
  return out;
}

emit::DatabaseSchema lowered(const model::Schema& schema) {
  emit::DatabaseSchema out;
  for (const model::Model& found : schema.models) {
    sql::Table table;
    table.name = found.table;
    for (const model::Column& column : found.columns) {
      sql::Column lowered;
      lowered.name = column.name;
      table.columns.push_back(lowered);
    }
    table.key.columns = {"field0"};
    out.schema.tables.push_back(std::move(table));
  }
  return out;
}

struct Run {
  std::size_t files = 0;
  double seconds = 0;  // of processor time: other programs do not count
};

Run generated(std::uint32_t models) {
  model::Schema schema;
  schema.name = "scale";
  for (std::uint32_t number = 0; number < models; ++number) schema.models.push_back(numbered_model(number));
  const emit::DatabaseSchema database = lowered(schema);
  const std::clock_t begin = std::clock();
  const auto files = emit::generate(schema, {&database, 1}, {});
  return {files.size(), static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC};
}

}  // namespace

TEST_CASE("a thousand models become two thousand files, in linear time") {
  const Run quarter = generated(250);
  const Run whole = generated(1000);
  CHECK(whole.files == 2 * 1000 + 4 + 4 + 1);  // headers and sources, the schema's own, shards, the revision
  INFO(quarter.seconds << " s, then " << whole.seconds << " s");
  CHECK(whole.seconds < 4 * quarter.seconds * 2 + 0.1);
}

TEST_CASE("a chain of very many models is put in order without exhausting the stack") {
  constexpr std::uint32_t count = 120'000;
  model::Schema schema;
  schema.name = "chain";
  for (std::uint32_t number = 0; number < count; ++number) {
    model::Model& link = schema.models.emplace_back();
    link.name = "Link" + std::to_string(number);
    link.table = "link" + std::to_string(number) + "s";
    model::Relation next;
    next.target = static_cast<model::ModelId>(std::min(number + 1, count - 1));  // the last is its own parent
    link.relations.push_back(next);
  }
  const auto order = emit::Context(schema, {}, "chain.ochre").parents_first();
  REQUIRE(order.size() == count);
  CHECK(order.front() == static_cast<model::ModelId>(count - 1));
  CHECK(order.back() == static_cast<model::ModelId>(0));
}
