#include "syntax/dump.hpp"
#include "syntax/dump_parts.hpp"

namespace ochrec::syntax {
namespace {

std::string dump_terms(const std::vector<ast::Term>& terms) {
  std::string result = " (";
  for (const ast::Term& term : terms) {
    result += dump(term.expression);
    if (term.direction) result += *term.direction == ast::Direction::Descending ? " desc" : " asc";
    result += ";";
  }
  return result + ")";
}

std::string dump_name(const std::optional<ast::Name>& name) { return name ? " " + name->text : ""; }

std::string dump_paths(const std::vector<ast::Path>& paths) {
  std::string result;
  for (const ast::Path& path : paths) result += path.text() + ";";
  return result;
}

struct Printer {
  std::string operator()(const ast::Field& field) const {
    return field.name.text + ": " + dump_type(field.type) + dump_attributes(field.attributes) +
           dump_doc(field.doc);
  }
  std::string operator()(const ast::Id& id) const {
    return "id" + dump_terms(id.terms) + dump_attributes(id.attributes) + dump_doc(id.doc);
  }
  std::string operator()(const ast::Unique& unique) const {
    return "unique" + dump_name(unique.name) + dump_terms(unique.terms) +
           (unique.where ? " where " + dump(*unique.where) : "") + dump_attributes(unique.attributes) +
           dump_doc(unique.doc);
  }
  std::string operator()(const ast::Index& index) const {
    std::string options;
    for (const ast::Argument& option : index.with) options += dump_argument(option) + ";";
    return "index" + dump_name(index.name) + dump_terms(index.terms) +
           (index.where ? " where " + dump(*index.where) : "") + " using" + dump_name(index.method) +
           " include " + dump_paths(index.include) + " with " + options + dump_attributes(index.attributes) +
           dump_doc(index.doc);
  }
  std::string operator()(const ast::Check& check) const {
    return "check " + check.name.text + ": " + dump(check.condition) + dump_attributes(check.attributes) +
           dump_doc(check.doc);
  }
  std::string operator()(const ast::OrderBy& order) const {
    return "order by" + dump_terms(order.terms) + dump_doc(order.doc);
  }
  std::string operator()(const ast::Table& table) const {
    return "table " + dump_string(table.name.value) + dump_doc(table.doc);
  }
  std::string operator()(const ast::SoftDelete& soft_delete) const {
    return "soft_delete" + dump_name(soft_delete.field) + dump_doc(soft_delete.doc);
  }
  std::string operator()(const ast::Audit& audit) const { return "audit" + dump_doc(audit.doc); }
  std::string operator()(const ast::Changes& changes) const { return "changes" + dump_doc(changes.doc); }
  std::string operator()(const ast::Partition& partition) const {
    std::string result = "partition " + std::to_string(static_cast<int>(partition.method)) + " (" +
                         dump_paths(partition.columns) + ")";
    if (partition.count) result += " count " + partition.count->digits;
    for (const ast::PartitionPart& part : partition.parts) {
      result += " " + part.name.text + ": ";
      if (part.range) result += dump_range(*part.range);
      if (part.values) result += dump({ast::List(*part.values), {}, false});
    }
    return result + dump_doc(partition.doc);
  }
  std::string operator()(const ast::OnDatabase& block) const {
    std::string result = "on " + block.database.text + dump_doc(block.doc);
    for (const auto& statement : block.statements) result += "\n    " + std::visit(*this, statement);
    return result;
  }
};

}  // namespace

std::string dump_member(const ast::Member& member) { return std::visit(Printer(), member); }

}  // namespace ochrec::syntax
