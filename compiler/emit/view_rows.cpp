// The source of a model: its metadata, its DDL, and the functions that move its rows.
#include <algorithm>
#include <set>

#include "emit/layout.hpp"
#include "emit/literal.hpp"
#include "emit/member.hpp"
#include "emit/metadata.hpp"
#include "emit/normalise.hpp"
#include "emit/rows.hpp"
#include "emit/types.hpp"
#include "emit/validate.hpp"
#include "emit/value_rules.hpp"
#include "emit/view.hpp"

namespace ochrec::emit {
namespace {

using model::ModelId;

std::string database_name(model::Database database) {
  return database == model::Database::Sqlite ? "sqlite" : "postgres";
}

// Headers of the models it points to, whose metadata it refers to.
List includes_of(const Context& context, ModelId id) {
  std::set<std::string> paths;
  const auto header = [&](ModelId of) {
    return context.space() + "/model/" + context.names(of).file + ".hpp";
  };
  for (const model::Relation& relation : context.schema().model(id).relations) {
    paths.insert(header(relation.target));
    if (relation.kind == model::RelationKind::ManyToMany) paths.insert(header(relation.through));
  }
  paths.erase(header(id));
  for (const Slot& slot : context.slots(id)) {
    if (slot.type.array || slot.type.structure) paths.insert("ochre/json_column.hpp");
    if (slot.type.structure) paths.insert(context.space() + "/json_structs.hpp");
  }
  for (const std::string& path : validation_includes(context, id)) paths.insert(path);
  paths.insert("ochre/driver/model_rows.hpp");
  for (const DatabaseSchema& database : context.databases())
    paths.insert("ochre/driver/" + database_name(database.database) + "_row.hpp");
  List out;
  for (const std::string& path : paths) out.emplace_back().set("path", path);
  return out;
}

List databases_view(const Context& context, ModelId id) {
  List out;
  for (std::size_t at = 0; at < context.databases().size(); ++at) {
    List statements;
    for (const std::string& statement : context.table(at, id).statements)
      statements.emplace_back().set("text", raw_literal(statement, "sql"));
    Object& view = out.emplace_back();
    view.set("database", database_name(context.databases()[at].database));
    view.set("statements", std::move(statements));
  }
  return out;
}

// Where the model's metadata lives, apart from everything the schema names.
std::string metadata_space(const Context& context, ModelId id) {
  return context.qualified(context.names(id).file + "_model_");
}

// `head = name<arguments>;` with the value on a line of its own where it does not fit beside the head.
std::string assigned(const std::string& head, const std::string& value) {
  const std::string one_line = head + " = " + value + ";";
  return one_line.size() <= page_width ? one_line : head + " =\n    " + value + ";";
}

// Both lists are indexed by ochre::Dialect, which counts databases as the model does.
void set_by_dialect(const Context& context, ModelId id, Object& out) {
  const std::string space = metadata_space(context, id) + "::";
  std::string codecs[] = {"nullptr", "nullptr"};
  std::string ddl[] = {"{}", "{}"};
  for (const DatabaseSchema& database : context.databases()) {
    const auto at = static_cast<std::size_t>(database.database);
    codecs[at] = "&" + space + database_name(database.database);
    ddl[at] = "{" + space + database_name(database.database) + "_ddl}";
  }
  out.set("codec_list", "{" + codecs[0] + ", " + codecs[1] + "}");
  out.set("ddl_list", "{" + ddl[0] + ", " + ddl[1] + "}");
}

std::string order_list(const Context& context, ModelId id) {
  std::vector<std::string> parts;
  for (const model::OrderPart& part : context.schema().model(id).order)
    parts.push_back("{.column = " + std::to_string(context.slot(id, part.column)) +
                    (part.descending ? ", .descending = true}" : "}"));
  return braced("constexpr ::ochre::OrderInfo order[] = ", parts, ";", 0);
}

bool is_set(const Object& view, std::string_view flag) {
  const auto found = std::ranges::find(view.entries, flag, &Entry::key);
  return found != view.entries.end() && std::get<bool>(found->value);
}

// Parameters that a function has no use for have no name.
std::string parameter(const std::string& type, const std::string& name, bool used) {
  return used ? type + " " + name : type;
}

void set_hooks(const Context& context, ModelId id, const RowNames& names, Object& out) {
  const std::string type = context.qualified(context.names(id).type);
  const std::string fields = context.qualified(context.names(id).fields);
  const std::string violations = "::ochre::Violations& " + names.out;
  out.set("validate", called("void validate", {"const " + type + "& " + names.row, violations}, " {", 0));
  out.set("validate_new",
          called("void validate", {"const " + fields + "& " + names.fields, violations}, " {", 0));
  out.set(
      "validate_value",
      called("void validate_value",
             {"std::uint16_t " + names.column, "const ::ochre::Value& " + names.value, violations}, " {", 0));
  out.set("normalise", "void normalise(" + type + "& " + names.row + ") {");
  out.set("normalise_new", "void normalise(" + fields + "& " + names.fields + ") {");
  List hooks;
  const auto hook = [&](const char* flag, const char* member, const std::string& of, const char* function) {
    if (!is_set(out, flag)) return;
    const bool validates = std::string_view(function) == "validate";
    const std::string value = "::ochre::" + std::string(validates ? "validating<" : "normalising<") + of +
                              ", " + metadata_space(context, id) + "::" + function + ">,";
    const std::string head = "." + std::string(member) + " =";
    const bool fits = 4 + head.size() + 1 + value.size() <= page_width;
    hooks.emplace_back().set("line", head + (fits ? " " : "\n        ") + value);
  };
  hook("has_normalisers", "normalise", type, "normalise");
  hook("has_new_normalisers", "normalise_new", fields, "normalise");
  hook("has_rules", "validate", type, "validate");
  hook("has_new_rules", "validate_new", fields, "validate");
  if (is_set(out, "has_value_rules"))
    hooks.emplace_back().set("line",
                             ".validate_value = " + metadata_space(context, id) + "::validate_value,");
  if (is_set(out, "has_join")) {
    const std::string value = "::ochre::joining<" + type + ", " + metadata_space(context, id) + "::join>,";
    const std::string_view head = ".join =";
    const bool fits = 4 + head.size() + 1 + value.size() <= page_width;
    hooks.emplace_back().set("line", std::string(head) + (fits ? " " : "\n        ") + value);
  }
  out.set("hooks", std::move(hooks));
}

void set_signatures(const Context& context, ModelId id, const RowNames& names, Object& out) {
  const model::Model& model = context.schema().model(id);
  const std::string type = context.qualified(context.names(id).type);
  const std::string fields = context.qualified(context.names(id).fields);
  const bool assigns = !assign_view(context, id).empty();
  const std::string moment = parameter("const ::ochre::Moment&", "moment", uses_moment(model));
  out.set("put", called("void put",
                        {"const " + type + "& " + names.row, "std::uint16_t " + names.column,
                         "::ochre::Values& " + names.out},
                        " {", 0));
  out.set("assign", called("void assign",
                           {parameter(type + "&", names.row, assigns),
                            parameter("std::uint16_t", names.column, assigns),
                            parameter("const ::ochre::Value&", names.value, assigns)},
                           assigns ? " {" : " {}", 0));
  const std::string function = type + " ochre::Model<" + type + ">::complete";
  out.set("complete", called(function, {fields + "&& fields", moment}, " {", 0));
  out.set("functions", assigned("constexpr ::ochre::RowFunctions rows",
                                "::ochre::row_functions<" + type + ", " + fields + ", put, assign>"));
  List binds;
  for (const DatabaseSchema& database : context.databases()) {
    const std::string space = "::ochre::" + database_name(database.database);
    Object& view = binds.emplace_back();
    view.set("database", database_name(database.database));
    view.set("read", called("void read", {space + "::Row " + names.row, type + "& " + names.out}, " {", 0));
    view.set("bind",
             called("void bind",
                    {space + "::Parameters& " + names.out, "const " + fields + "& " + names.fields, moment},
                    " {", 0));
    view.set("codec", assigned("constexpr const ::ochre::RowCodec& " + database_name(database.database),
                               space + "::codec<" + type + ", " + fields + ", read, bind>"));
  }
  out.set("codecs", std::move(binds));
}

}  // namespace

Object rows_view(const Context& context, ModelId id) {
  const model::Model& model = context.schema().model(id);
  const ModelNames& own = context.names(id);
  const RowNames names(context);
  Object out = file_view(context);
  set_signatures(context, id, names, out);
  set_by_dialect(context, id, out);
  set_validation(context, id, out);
  set_normalisers(context, id, out);
  List value_rules = value_rules_view(context, id);
  out.set("has_value_rules", !value_rules.empty());
  out.set("value_rules", std::move(value_rules));
  List joins = join_view(context, id);
  out.set("has_join", !joins.empty());
  out.set("joins", std::move(joins));
  out.set("join",
          called("void join",
                 {context.qualified(own.type) + "& " + names.row, "const ::ochre::Moment& moment"}, " {", 0));
  out.set("own_type", context.qualified(own.type));
  out.set("own_fields", context.qualified(own.fields));
  set_hooks(context, id, names, out);
  List uniques = uniques_view(context, id);
  List checks = checks_view(context, id);
  List relations = relation_infos_view(context, id);
  List assigns = assign_view(context, id);
  out.set("has_order", !model.order.empty());
  out.set("order", order_list(context, id));
  out.set("file", own.file);
  out.set("type", own.type);
  out.set("fields_type", own.fields);
  out.set("table_type", own.table);
  out.set("object", own.object);
  out.set("deprecations", has_deprecated(model.fields) || context.has_deprecated_model());
  out.set("includes", includes_of(context, id));
  out.set("model_literal", string_literal(model.name));
  out.set("table_literal", string_literal(model.table));
  out.set("enum_texts", enum_texts_view(context, id));
  out.set("columns", column_infos_view(context, id));
  out.set("key", slot_list(context, id, model.key));
  out.set("has_uniques", !uniques.empty());
  out.set("has_checks", !checks.empty());
  out.set("has_relations", !relations.empty());
  out.set("has_assigns", !assigns.empty());
  out.set("uniques", std::move(uniques));
  out.set("checks", std::move(checks));
  out.set("relations", std::move(relations));
  out.set("databases", databases_view(context, id));
  out.set("row", names.row);
  out.set("column", names.column);
  out.set("out", names.out);
  out.set("value", names.value);
  out.set("puts", put_view(context, id));
  out.set("assigns", std::move(assigns));
  out.set("reads", read_view(context, id));
  out.set("binds", bind_view(context, id));
  out.set("completes", complete_view(context, id));
  return out;
}

}  // namespace ochrec::emit
