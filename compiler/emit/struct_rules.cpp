#include "emit/struct_rules.hpp"

#include <algorithm>
#include <set>

#include "emit/layout.hpp"
#include "emit/limits.hpp"
#include "emit/literal.hpp"
#include "emit/names.hpp"
#include "emit/types.hpp"
#include "model/naming.hpp"

namespace ochrec::emit {
namespace {

using model::Field;
using model::StructId;
using model::Type;

std::string function_name(const Context& context, StructId id) {
  return model::snake_case(context.schema().structure(id).name) + "_struct_rules";
}

// A call that tests one struct, and what puts its place before what was found.
void add_call(const Context& context, StructId id, const std::string& value, const std::string& place,
              const std::string& out, const std::string& margin, std::vector<std::string>& lines) {
  lines.push_back(margin + "const std::size_t before = " + out + ".size();");
  lines.push_back(margin + function_name(context, id) + "(" + value + ", " + out + ");");
  lines.push_back(margin + "if (" + out + ".size() != before) rules::place(" + out + ", before, " + place +
                  ");");
}

std::vector<std::string> field_lines(const Context& context, const Field& field, const Subject& subject) {
  Type type = field.type;
  type.optional = false;
  return type.structure ? struct_rule_lines(context, field, type, subject)
                        : rule_lines(context, field, type, subject);
}

// Structs of a type, those inside others first.
void collect(const Context& context, StructId id, std::set<StructId>& seen, std::vector<StructId>& out) {
  if (!seen.insert(id).second) return;
  for (const Field& field : context.schema().structure(id).fields)
    if (field.type.structure) collect(context, *field.type.structure, seen, out);
  out.push_back(id);
}

std::vector<StructId> structs_of(const Context& context, const model::Model& model) {
  std::set<StructId> seen;
  std::vector<StructId> out;
  for (const Field& field : model.fields)
    if (field.type.structure && !field.computed) collect(context, *field.type.structure, seen, out);
  return out;
}

constexpr std::size_t body = 2;

bool has_own_function(const Field& field) { return !field.type.array && !field.type.structure; }

std::vector<std::string> struct_lines(const Context& context, StructId id, const std::string& value,
                                      const std::string& out) {
  std::vector<std::string> lines;
  for (const Field& field : context.schema().structure(id).fields) {
    const std::string member = value + "." + member_name(field.name);
    const bool own = has_own_function(field);
    const std::string present = field.type.array ? "(*" + member + ")" : "*" + member;
    const std::string inner = field.type.optional ? present : member;
    const std::vector<std::string> found = field_lines(context, field, {inner, field.name, out});
    if (found.empty()) continue;
    if (own) {
      const std::string guard = field.type.optional ? "if (" + member + ") " : "";
      lines.push_back(called(guard + member_rules_name(context, id, field), {inner, out}, ";", body));
      continue;
    }
    const bool scoped = field.type.optional || field.type.structure;
    if (scoped) lines.push_back(field.type.optional ? "if (" + member + ") {" : "{");
    for (const std::string& line : found) lines.push_back((scoped ? "  " : "") + line);
    if (scoped) lines.emplace_back("}");
  }
  return lines;
}

}  // namespace

std::vector<std::string> struct_rule_lines(const Context& context, const Field& field, const Type& type,
                                           const Subject& subject) {
  std::vector<std::string> out;
  const std::string place = string_literal(subject.field);
  if (!type.array) {
    add_call(context, *type.structure, subject.value, place, subject.out, "", out);
    return out;
  }
  const CountLimit limit = count_limit(field.rules.items, std::nullopt);
  const std::string count = subject.value + ".size()";
  if (!limit.is_open()) {
    out.push_back("if (" + limit.violated_by(count) + ") {");
    out.push_back("  rules::broken(" + subject.out + ", " + place + ", \"items\", \"" + limit.spelled() +
                  "\", static_cast<std::int64_t>(" + count + "));");
    out.emplace_back("}");
  }
  if (field.rules.unique_items) {
    out.push_back("if (!rules::all_different(" + subject.value + ")) {");
    out.push_back("  rules::broken(" + subject.out + ", " + place + ", \"unique_items\", \"\");");
    out.emplace_back("}");
  }
  out.push_back("for (std::size_t at = 0; at < " + count + "; ++at) {");
  add_call(context, *type.structure, subject.value + "[at]", place + ", at", subject.out, "  ", out);
  out.emplace_back("}");
  return out;
}

std::string member_rules_name(const Context& context, StructId id, const Field& field) {
  return model::snake_case(context.schema().structure(id).name) + "_rules_of_" + member_name(field.name);
}

List struct_rules_view(const Context& context, const model::Model& model) {
  const std::string value = context.local("value");
  const std::string out = context.local("out");
  List list;
  const auto add = [&](const std::string& name, const std::string& type,
                       const std::vector<std::string>& lines) {
    Object& view = list.emplace_back();
    view.set("signature", called("void " + name,
                                 {lines.empty() ? type : type + " " + value,
                                  lines.empty() ? "::ochre::Violations&" : "::ochre::Violations& " + out},
                                 " {", 0));
    List texts;
    for (const std::string& line : lines) texts.emplace_back().set("line", line);
    view.set("lines", std::move(texts));
  };
  for (const StructId id : structs_of(context, model)) {
    for (const Field& field : context.schema().structure(id).fields) {
      if (!has_own_function(field)) continue;
      Type type = field.type;
      type.optional = false;
      const auto lines = rule_lines(context, field, type, {value, field.name, out});
      if (!lines.empty()) add(member_rules_name(context, id, field), parameter_type(context, type), lines);
    }
    add(function_name(context, id), "const " + context.qualified(context.structure(id)) + "&",
        struct_lines(context, id, value, out));
  }
  return list;
}

bool struct_rules_have_patterns(const Context& context, const model::Model& model) {
  for (const StructId id : structs_of(context, model))
    for (const Field& field : context.schema().structure(id).fields)
      if (!field.rules.patterns.empty()) return true;
  return false;
}

}  // namespace ochrec::emit
