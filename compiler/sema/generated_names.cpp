#include "sema/generated_names.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "model/naming.hpp"
#include "sema/codes.hpp"

namespace ochrec::sema {
namespace {

// Functions of the C library that a table object would hide, or be ambiguous with, under `using namespace`.
constexpr std::array<std::string_view, 28> c_functions = {
    "abort",  "abs",  "accept", "bind", "clock",  "close", "connect", "div",  "exit",   "index",
    "kill",   "link", "listen", "log",  "open",   "pipe",  "random",  "read", "remove", "rename",
    "select", "send", "signal", "stat", "system", "time",  "times",   "write"};

// As emit/context.cpp does: the table's own name where C++ can spell it.
bool is_identifier(std::string_view name) {
  const auto is_part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !name.empty() && name.front() >= 'a' && name.front() <= 'z' && name.back() != '_' &&
         name.find("__") == std::string_view::npos && std::all_of(name.begin(), name.end(), is_part);
}

std::string object_of(const model::Model& model) {
  return is_identifier(model.table) ? model.table : model::table_name(model.name);
}

struct Taken {
  std::string what;
  base::Span span;
};

class Names {
 public:
  explicit Names(Analysis& analysis) : analysis_(analysis) {}

  /// Returns whether the name was free.
  bool take(const std::string& name, const std::string& what, base::Span span) {
    const auto [first, added] = names_.emplace(name, Taken{what, span});
    if (added) return true;
    if (first->second.span == span) return false;
    analysis_
        .report(codes::name_generated, span,
                what + " is called " + quoted(name) + " in C++, and so is " + first->second.what)
        .with_help("rename one of them")
        .with_related(first->second.span, "the other one");
    return false;
  }

 private:
  Analysis& analysis_;
  std::unordered_map<std::string, Taken> names_;
};

void take_types(const model::Schema& schema, Names& names) {
  for (const model::Enum& of : schema.enums) names.take(of.name, "the enum " + quoted(of.name), of.span);
  for (const model::Struct& of : schema.structs)
    names.take(of.name, "the struct " + quoted(of.name), of.span);
  if (schema.actor) names.take("Actor", "the actor", schema.actor->span);
}

void take_models(const model::Schema& schema, Names& names) {
  for (const model::Model& model : schema.models)
    names.take(model.name, "the model " + quoted(model.name), model.span);
  std::unordered_set<std::string> tables;  // two models of one table are reported as such
  for (const model::Model& model : schema.models) {
    if (!tables.insert(lower_case(model.table)).second) continue;
    const std::string of = " of the model " + quoted(model.name);
    if (names.take("New" + model.name, "what an insert takes" + of, model.span) &&
        names.take(model.name + "Table", "the table's type" + of, model.span))
      names.take(object_of(model), "the table object" + of, model.span);
  }
}

void take_queries(const model::Schema& schema, Names& names) {
  for (const model::Query& query : schema.queries) {
    const std::string of = " the query " + quoted(query.name);
    const std::string pascal = model::pascal_case(query.name);
    if (!names.take(query.name, "the function of" + of, query.span)) continue;
    if (!query.parameters.empty() && !names.take(pascal + "Params", "the parameters of" + of, query.span))
      continue;
    if (!query.shape.empty()) names.take(pascal + "Row", "a row of" + of, query.span);
  }
}

// `using namespace users;` would make `users` mean both the namespace and the object.
void schema_is_not_a_table_object(Analysis& analysis) {
  const model::Schema& schema = analysis.schema;
  for (const model::Model& model : schema.models) {
    if (schema.name.empty() || object_of(model) != schema.name) continue;
    analysis
        .report(codes::schema_named_as_table, schema.name_span,
                "the schema is called " + quoted(schema.name) + ", and so is the table object of " +
                    quoted(model.name))
        .with_help("give the schema the name of the whole, such as `shop`")
        .with_related(model.span, "declared here");
    return;
  }
}

void table_objects_leave_c_alone(Analysis& analysis) {
  for (const model::Model& model : analysis.schema.models) {
    const std::string object = object_of(model);
    if (std::find(c_functions.begin(), c_functions.end(), object) == c_functions.end()) continue;
    analysis
        .report(codes::libc_name, model.span,
                "the table object " + quoted(object) +
                    " has the name of a C function, which is ambiguous after "
                    "`using namespace`")
        .with_help("write it with its namespace in C++, or give the model another table: `table \"…\"`");
  }
}

}  // namespace

void generated_names_differ(Analysis& analysis) {
  Names names(analysis);
  take_types(analysis.schema, names);
  take_models(analysis.schema, names);
  take_queries(analysis.schema, names);
  schema_is_not_a_table_object(analysis);
  table_objects_leave_c_alone(analysis);
}

}  // namespace ochrec::sema
