#include "format/write.hpp"

namespace ochrec::format {
namespace {

std::string with_attributes(const std::string& text, const std::vector<ast::Attribute>& attributes,
                            const Original& original) {
  return attributes.empty() ? text : text + " " + write(attributes, original);
}

std::string terms(const std::vector<ast::Term>& terms, const Original& original) {
  std::string text;
  for (const ast::Term& term : terms) {
    text += (text.empty() ? "" : ", ") + write(term.expression, original);
    if (term.direction) text += *term.direction == ast::Direction::Descending ? " desc" : " asc";
  }
  return text;
}

std::string paths(const std::vector<ast::Path>& paths) {
  std::string text;
  for (const ast::Path& path : paths) text += (text.empty() ? "" : ", ") + path.text();
  return text;
}

class Writer {
 public:
  Writer(std::size_t indent, const Original& original) : indent_(indent), original_(original) {}

  std::string operator()(const ast::Field&) const { return {}; }
  std::string operator()(const ast::Id& id) const {
    return with_attributes("id (" + terms(id.terms, original_) + ")", id.attributes, original_);
  }
  std::string operator()(const ast::Unique& unique) const {
    std::string text = named("unique", unique.name) + " (" + terms(unique.terms, original_) + ")";
    if (unique.where) text += " where " + write(*unique.where, original_);
    return with_attributes(text, unique.attributes, original_);
  }
  std::string operator()(const ast::Index& index) const {
    std::string text = named("index", index.name) + " (" + terms(index.terms, original_) + ")";
    if (index.method) text += " using " + index.method->text;
    if (!index.include.empty()) text += " include (" + paths(index.include) + ")";
    if (!index.with.empty()) text += " with (" + options(index.with) + ")";
    if (index.where) text += " where " + write(*index.where, original_);
    return with_attributes(text, index.attributes, original_);
  }
  std::string operator()(const ast::Check& check) const {
    return with_attributes(
        write_condition("check " + check.name.text + ":", check.condition, indent_, original_),
        check.attributes, original_);
  }
  std::string operator()(const ast::OrderBy& order) const {
    return "order by " + terms(order.terms, original_);
  }
  std::string operator()(const ast::Table& table) const {
    return "table " + write_literal(table.name.span, original_);
  }
  std::string operator()(const ast::SoftDelete& soft_delete) const {
    return soft_delete.field ? "soft_delete(" + soft_delete.field->text + ")" : "soft_delete";
  }
  std::string operator()(const ast::Audit&) const { return "audit"; }
  std::string operator()(const ast::Changes&) const { return "changes"; }
  std::string operator()(const ast::OnDatabase& block) const {
    const base::Span head = {block.span.file, block.span.begin, open_brace(block.span)};
    if (original_.has_comments(head)) return original_.verbatim(block.span, indent_ + 4);
    std::vector<Part> parts;
    for (const auto& statement : block.statements) {
      const base::Span span = std::visit([](const auto& value) { return value.span; }, statement);
      parts.push_back({span, {}, physical(statement, span), 0});
    }
    return write_block("on " + block.database.text + " ", parts, braces(block.span), indent_, original_);
  }
  std::string operator()(const ast::Partition& partition) const {
    constexpr std::string_view methods[] = {"hash", "range", "list"};
    std::string text = "partition by " + std::string(methods[static_cast<std::size_t>(partition.method)]) +
                       " (" + paths(partition.columns) + ")";
    const std::uint32_t head_end = partition.count ? partition.span.end : open_brace(partition.span);
    if (original_.has_comments({partition.span.file, partition.span.begin, head_end}))
      return original_.verbatim(partition.span, indent_ + 4);
    if (partition.count) return text + " count " + partition.count->digits;
    std::vector<Part> parts;
    for (const ast::PartitionPart& part : partition.parts) parts.push_back(partition_part(part));
    return write_block(text + " ", parts, braces(partition.span), indent_, original_);
  }

 private:
  static std::string named(const std::string& keyword, const std::optional<ast::Name>& name) {
    return name ? keyword + " " + name->text : keyword;
  }

  std::string options(const std::vector<ast::Argument>& options) const {
    std::string text;
    for (const ast::Argument& option : options) text += (text.empty() ? "" : ", ") + write(option, original_);
    return text;
  }

  std::string physical(const std::variant<ast::Index, ast::Partition>& statement, base::Span span) const {
    const Writer inner(indent_ + indent_step, original_);
    if (std::holds_alternative<ast::Index>(statement) && original_.has_comments(span))
      return original_.verbatim(span, indent_ + indent_step + 4);
    return std::visit(inner, statement);
  }

  Part partition_part(const ast::PartitionPart& part) const {
    if (original_.has_comments(part.span))
      return {part.span, {}, original_.verbatim(part.span, indent_ + indent_step + 4), 0};
    std::string value = "default";
    if (part.range) value = write(*part.range, original_);
    if (part.values) value = "[" + write(part.values->items, original_) + "]";
    return {part.span, {part.name.text + ":", value}, {}, 0};
  }

  std::uint32_t open_brace(base::Span span) const {
    return original_.find(syntax::TokenKind::LeftBrace, span.begin, span.end);
  }
  base::Span braces(base::Span span) const { return {span.file, open_brace(span), span.end}; }

  std::size_t indent_;
  const Original& original_;
};

}  // namespace

std::string write_statement(const ast::Member& statement, std::size_t indent, const Original& original) {
  const base::Span span = std::visit([](const auto& value) { return value.span; }, statement);
  const bool block = std::holds_alternative<ast::OnDatabase>(statement);
  if (!block && original.has_comments(span)) return original.verbatim(span, indent + 4);
  return std::visit(Writer(indent, original), statement);
}

}  // namespace ochrec::format
