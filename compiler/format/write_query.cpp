#include "format/write.hpp"
#include "syntax/literal.hpp"

namespace ochrec::format {
namespace {

constexpr std::string_view quotes = "\"\"\"";

/// `"""` on lines of its own with the text indented below, if that reads back as the same text.
std::string write_sql(const ast::Text& sql, std::size_t indent, const Original& original) {
  const std::string written = write_literal(sql.span, original);
  if (!written.starts_with(quotes) || written.find('\n') == std::string::npos) return written;
  const std::string margin(indent + indent_step, ' ');
  std::string block = std::string(quotes) + "\n";
  for (std::size_t at = 0; at <= sql.value.size();) {
    const std::size_t end = std::min(sql.value.find('\n', at), sql.value.size());
    if (end > at) block += margin + sql.value.substr(at, end - at);
    block += '\n';
    at = end + 1;
  }
  block += std::string(indent, ' ') + std::string(quotes);
  const base::SourceFile again(sql.span.file, {}, block);
  const base::Span whole = {sql.span.file, 0, static_cast<std::uint32_t>(block.size())};
  base::Diagnostics none;
  return syntax::decode_literal(again, whole, none).value == sql.value ? block : written;
}

Part part_of_fence(const ast::SqlFence& fence, const Original& original) {
  if (original.has_comments(fence.span))
    return {fence.span, {}, original.verbatim(fence.span, indent_step + 4), 0};
  const std::string database = fence.database ? "(" + fence.database->text + ")" : "";
  return {fence.span, {}, "sql" + database + " " + write_sql(fence.sql, indent_step, original), 0};
}

std::string one_line(const std::vector<ast::Field>& fields, const Original& original) {
  std::string text;
  for (const ast::Field& field : fields) {
    text += (text.empty() ? "" : ", ") + field.name.text + ": " + write(field.type);
    if (!field.attributes.empty()) text += " " + write(field.attributes, original);
  }
  return text;
}

/// One field a line, in columns.
std::string many_lines(const std::vector<ast::Field>& fields, const Original& original) {
  std::vector<Part> parts;
  for (const ast::Field& field : fields) parts.push_back(part_of(field, indent_step, original));
  if (parts.empty()) return {};
  return lay_out_block(parts, parts.front().span.begin, parts.back().span.end, indent_step, original) + "\n";
}

std::string head_of(const ast::Query& query, bool broken, const Original& original) {
  constexpr std::string_view cardinalities[] = {"one", "optional", "many", "none"};
  std::string text = "query " + query.name.text + "(";
  text += broken ? many_lines(query.parameters, original) : one_line(query.parameters, original);
  text += ") -> " + std::string(cardinalities[static_cast<std::size_t>(query.cardinality)]);
  if (query.model) text += " " + query.model->text;
  if (!query.columns.empty()) {
    text += broken ? " {" + many_lines(query.columns, original) + "}"
                   : " { " + one_line(query.columns, original) + " }";
  }
  if (!query.attributes.empty()) text += " " + write(query.attributes, original);
  return text;
}

/// Where the `{` of the body stands: the first one behind everything the head holds.
std::uint32_t body_of(const ast::Query& query, const Original& original) {
  std::uint32_t behind = query.cardinality_span.end;
  if (query.model) behind = query.model->span.end;
  if (!query.columns.empty())
    behind = original.find(syntax::TokenKind::RightBrace, query.columns.back().span.end, query.span.end);
  if (!query.attributes.empty()) behind = query.attributes.back().span.end;
  return original.find(syntax::TokenKind::LeftBrace, behind, query.span.end);
}

}  // namespace

std::string write_query(const ast::Query& query, const Original& original) {
  const std::uint32_t brace = body_of(query, original);
  const base::Span written = {query.span.file, query.span.begin, brace};
  std::string head;
  if (original.has_comments(written)) {
    head = original.verbatim_head(written, 4);
  } else {
    head = head_of(query, false, original);
    const bool strings_span_lines = head.find('\n') != std::string::npos;
    if (!strings_span_lines && base::count_code_points(head) + 2 > line_width)
      head = head_of(query, true, original);
    head += ' ';
  }
  std::vector<Part> parts;
  for (const ast::SqlFence& fence : query.fences) parts.push_back(part_of_fence(fence, original));
  return write_block(head, parts, {query.span.file, brace, query.span.end}, 0, original);
}

}  // namespace ochrec::format
