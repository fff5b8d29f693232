#include "layering/edges.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace ochre_layering {
namespace {

const std::vector<Room> all_rooms = {
    {"compiler/base", {}},
    {"compiler/syntax", {"base"}},
    {"compiler/model", {"base"}},
    {"compiler/sql", {"base", "spell"}},
    {"compiler/sema", {"base", "syntax", "model"}},
    {"compiler/format", {"base", "syntax"}},
    {"compiler/lower", {"base", "model", "sql"}},
    {"compiler/migrate", {"base", "sql"}},
    {"compiler/introspect", {"base", "sql"}, true},
    {"compiler/emit", {"base", "model", "sql"}},
    {"compiler/cli",
     {"base", "syntax", "model", "sql", "sema", "format", "lower", "migrate", "introspect", "emit"},
     true},
    {"runtime/spell", {}},
    {"runtime/core", {}},
    {"runtime/query", {"core", "spell"}},
    {"runtime/session", {"core", "query"}},
    {"runtime/json", {"core"}},
    {"runtime/pattern", {"core"}},
    {"runtime/sqlite", {"core"}},
    {"runtime/postgres", {"core"}},
    {"runtime/apply", {"core", "session"}},
};

const std::vector<Vendor> all_vendors = {
    {"antlr4-runtime", {"compiler/syntax/"}, true},
    {"grammar/", {"compiler/syntax/"}, true},
    {"sqlite3.h", {"runtime/sqlite/", "runtime/include/ochre/driver/sqlite_row.hpp", "compiler/introspect/"}},
    {"libpq-fe.h",
     {"runtime/postgres/", "runtime/include/ochre/driver/postgres_row.hpp", "compiler/introspect/"}},
    {"pqxx/", {"runtime/postgres/", "compiler/introspect/"}},
    {"CLI/", {"compiler/cli/"}},
    {"kainjow/", {"compiler/emit/"}, true},
    {"re2/", {"runtime/pattern/", "compiler/sema/"}, true},
    {"simdjson", {"runtime/json/"}},
    {"nlohmann/", {"compiler/base/", "compiler/emit/"}, true},
    {"dtl/", {"compiler/cli/"}, true},
    {"catch2/", {}},
    {"benchmark/", {}},
};

// Below runtime/include/ochre. What `vocabulary` holds are words every room of the runtime speaks, the leaves
// too.
const std::map<std::string_view, std::vector<std::string_view>> public_headers = {
    {vocabulary, {"abi.hpp", "dialect.hpp"}},
    {"core", {"begin_mode.hpp", "decimal.hpp",      "errors.hpp",       "fields.hpp", "json_text.hpp",
              "kind.hpp",       "logic.hpp",        "model_info.hpp",   "moment.hpp", "row.hpp",
              "rules.hpp",      "scalar.hpp",       "small_vector.hpp", "time.hpp",   "time_of_day.hpp",
              "uuid.hpp",       "validate_all.hpp", "value.hpp",        "view.hpp",   "violations.hpp"}},
    {"query",
     {"aggregate.hpp", "column.hpp", "decimal_expression.hpp", "expression.hpp", "fragment.hpp",
      "functions.hpp", "named_query.hpp", "operand.hpp", "operators.hpp", "path.hpp", "query.hpp",
      "query_json.hpp", "relation.hpp", "shape.hpp", "table.hpp", "time_expression.hpp", "whole_value.hpp"}},
    {"session",
     {"database.hpp", "driver/model_rows.hpp", "graph.hpp", "model.hpp", "model_rows.hpp", "observe.hpp",
      "page.hpp", "registry.hpp", "result.hpp", "session.hpp", "transaction.hpp", "writes.hpp"}},
    {"json", {"json.hpp", "json_column.hpp", "json_reader.hpp", "json_writer.hpp"}},
    {"pattern", {"pattern.hpp"}},
    {"sqlite", {"driver/sqlite.hpp", "driver/sqlite_row.hpp"}},
};

}  // namespace

std::span<const Room> rooms() { return all_rooms; }
std::span<const Vendor> vendors() { return all_vendors; }

std::optional<std::string_view> owner_of_public_header(std::string_view include) {
  for (const auto& [room, headers] : public_headers)
    if (std::find(headers.begin(), headers.end(), include.substr(include.find('/') + 1)) != headers.end())
      return room;
  return std::nullopt;
}

bool is_heavy(std::string_view header) {
  constexpr std::array<std::string_view, 17> heavy = {"regex",
                                                      "filesystem",
                                                      "memory",
                                                      "functional",
                                                      "iostream",
                                                      "sstream",
                                                      "fstream",
                                                      "istream",
                                                      "ostream",
                                                      "iomanip",
                                                      "chrono",
                                                      "thread",
                                                      "mutex",
                                                      "future",
                                                      "locale",
                                                      "random",
                                                      "condition_variable"};
  return std::find(heavy.begin(), heavy.end(), header) != heavy.end();
}

bool is_time_header(std::string_view path) {
  return path == "runtime/include/ochre/time.hpp" || path == "runtime/include/ochre/time_expression.hpp";
}

}  // namespace ochre_layering
