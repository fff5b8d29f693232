#include "format/write.hpp"

namespace ochrec::format {

Part part_of(const ast::Field& field, std::size_t indent, const Original& original) {
  if (original.has_comments(field.span))
    return {field.span, {}, original.verbatim(field.span, indent + 4), 0};
  Part part{field.span, {field.name.text + ":", write(field.type)}, {}, 0};
  if (!field.attributes.empty()) part.cells.push_back(write(field.attributes, original));
  return part;
}

Part part_of(const ast::EnumValue& value, std::size_t indent, const Original& original) {
  if (original.has_comments(value.span))
    return {value.span, {}, original.verbatim(value.span, indent + 4), 0};
  Part part{value.span, {value.name.text}, {}, 0};
  std::string rest = value.stored ? "= " + write_literal(value.stored->span, original) : "";
  if (!value.attributes.empty()) rest += (rest.empty() ? "" : " ") + write(value.attributes, original);
  if (!rest.empty()) part.cells.push_back(std::move(rest));
  return part;
}

Part part_of(const ast::Member& member, std::size_t indent, const Original& original) {
  if (const auto* field = std::get_if<ast::Field>(&member)) return part_of(*field, indent, original);
  const base::Span span = std::visit([](const auto& value) { return value.span; }, member);
  return {span, {}, write_statement(member, indent, original), 0};
}

}  // namespace ochrec::format
