// Enums and structs.
#include <algorithm>

#include "emit/layout.hpp"
#include "emit/literal.hpp"
#include "emit/member.hpp"
#include "emit/names.hpp"
#include "emit/types.hpp"
#include "emit/view.hpp"

namespace ochrec::emit {
namespace {

bool is_plain(const model::Enum& found) {
  return std::all_of(found.values.begin(), found.values.end(), [](const model::Enumerator& value) {
    return value.doc.empty() && value.deprecated.empty();
  });
}

std::string enumerator(const model::Enumerator& value) {
  std::string out = enumerator_name(value.name);
  if (!value.deprecated.empty()) out += " [[deprecated(" + string_literal(value.deprecated) + ")]]";
  return out;
}

std::string short_declaration(std::string_view head, const model::Enum& found) {
  std::vector<std::string> names;
  for (const model::Enumerator& value : found.values) names.push_back(enumerator(value));
  const std::string one_line = std::string(head) + " { " + joined(names) + " };";
  if (one_line.size() <= page_width) return one_line;
  return std::string(head) + " {\n" + filled(names, 2) + "\n};";
}

std::string declaration(const std::string& name, const model::Enum& found) {
  constexpr std::size_t byte_values = 256;
  const std::string head =
      "enum class " + name + " : std::uint" + (found.values.size() <= byte_values ? "8" : "16") + "_t";
  if (is_plain(found)) return short_declaration(head, found);
  std::string out = head + " {\n";
  for (const model::Enumerator& value : found.values) {
    for (const std::string& line : comment_lines(value.doc)) out += "  /// " + line + "\n";
    out += "  " + enumerator(value) + ",\n";
  }
  return out + "};";
}

Object enum_view(const Context& context, model::EnumId id) {
  const model::Enum& found = context.schema().enumeration(id);
  List values;
  for (const model::Enumerator& value : found.values) {
    Object& one = values.emplace_back();
    one.set("enumerator", enumerator_name(value.name));
    one.set("stored", string_literal(value.stored));
  }
  Object out;
  out.set("doc", doc_view(found.doc));
  out.set("type", context.enumeration(id));
  out.set("declaration", declaration(context.enumeration(id), found));
  out.set("values", std::move(values));
  return out;
}

Object struct_view(const Context& context, model::StructId id) {
  const model::Struct& found = context.schema().structure(id);
  Object out;
  out.set("doc", doc_view(found.doc));
  out.set("type", context.structure(id));
  out.set("self", self_name(context, context.structure(id), found.fields));
  out.set("members", members_view(context, found.fields));
  return out;
}

// Structs that others hold come before them.
void visit(const model::Schema& schema, std::size_t index, std::vector<bool>& seen,
           std::vector<model::StructId>& out) {
  if (seen[index]) return;
  seen[index] = true;
  for (const model::Field& field : schema.structs[index].fields)
    if (field.type.structure) visit(schema, static_cast<std::size_t>(*field.type.structure), seen, out);
  out.push_back(static_cast<model::StructId>(index));
}

bool any_deprecated(const model::Schema& schema) {
  for (const model::Enum& found : schema.enums)
    for (const model::Enumerator& value : found.values)
      if (!value.deprecated.empty()) return true;
  return std::any_of(schema.structs.begin(), schema.structs.end(),
                     [](const model::Struct& found) { return has_deprecated(found.fields); });
}

}  // namespace

Object types_view(const Context& context) {
  const model::Schema& schema = context.schema();
  Includes includes;
  includes.standard = {"cstdint", "string_view"};
  for (const model::Struct& found : schema.structs)
    for (const model::Field& field : found.fields) includes.add(context, field.type);
  includes.own.erase(context.space() + "/types.hpp");
  includes.own.insert(schema.structs.empty() ? "ochre/abi.hpp" : "ochre/model.hpp");

  List enums;
  for (std::size_t at = 0; at < schema.enums.size(); ++at)
    enums.push_back(enum_view(context, static_cast<model::EnumId>(at)));
  std::vector<model::StructId> order;
  std::vector<bool> seen(schema.structs.size());
  for (std::size_t at = 0; at < schema.structs.size(); ++at) visit(schema, at, seen, order);
  List structs;
  for (const model::StructId id : order) structs.push_back(struct_view(context, id));

  Object out = file_view(context);
  out.set("standard_includes", standard_includes(includes));
  out.set("own_includes", own_includes(includes));
  out.set("deprecations", any_deprecated(schema));
  out.set("text", context.local("text"));
  out.set("value", context.local("value"));
  out.set("has_types", !enums.empty() || !structs.empty());
  out.set("enums", std::move(enums));
  out.set("structs", std::move(structs));
  return out;
}

}  // namespace ochrec::emit
