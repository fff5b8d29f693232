#include "format/write.hpp"

namespace ochrec::format {
namespace {

std::string names(const std::vector<ast::Name>& names) {
  std::string text;
  for (const ast::Name& name : names) text += (text.empty() ? "" : ", ") + name.text;
  return text;
}

class Writer {
 public:
  explicit Writer(const Original& original) : original_(original) {}

  std::string operator()(const ast::Actor& actor) const {
    return block(actor.span, "actor", fields(actor.fields));
  }
  std::string operator()(const ast::Enum& enumeration) const {
    std::vector<Part> parts;
    for (const ast::EnumValue& value : enumeration.values)
      parts.push_back(part_of(value, indent_step, original_));
    return block(enumeration.span, head("enum", enumeration), parts);
  }
  std::string operator()(const ast::TypeAlias& alias) const {
    if (original_.has_comments(alias.span)) return original_.verbatim(alias.span, 4);
    std::string text = "type " + alias.name.text + " = " + write(alias.type);
    if (!alias.attributes.empty()) text += " " + write(alias.attributes, original_);
    return text;
  }
  std::string operator()(const ast::Struct& structure) const {
    return block(structure.span, head("struct", structure), fields(structure.fields));
  }
  std::string operator()(const ast::Mixin& mixin) const { return members("mixin", mixin); }
  std::string operator()(const ast::Model& model) const { return members("model", model); }
  std::string operator()(const ast::Policy& policy) const {
    if (original_.has_comments(policy.span)) return original_.verbatim(policy.span, 4);
    std::string text = policy.restrict ? "restrict policy " : "policy ";
    text += policy.name.text + " on " + policy.model.text;
    if (!policy.operations.empty()) text += " for " + names(policy.operations);
    const std::string one_line = text + " { " + write(policy.condition, original_) + " }";
    if (base::count_code_points(one_line) <= line_width) return one_line;
    const std::string condition = write_condition("", policy.condition, indent_step, original_);
    return text + " {\n" + std::string(indent_step, ' ') + condition.substr(1) + "\n}";
  }
  std::string operator()(const ast::Query& query) const { return write_query(query, original_); }

 private:
  template <class Declaration>
  std::string head(std::string_view keyword, const Declaration& declaration) const {
    std::string text = std::string(keyword) + " " + declaration.name.text;
    if (!declaration.attributes.empty()) text += " " + write(declaration.attributes, original_);
    if constexpr (requires { declaration.mixins; }) {
      if (!declaration.mixins.empty()) text += " with " + names(declaration.mixins);
    }
    return text;
  }

  template <class Declaration>
  std::string members(std::string_view keyword, const Declaration& declaration) const {
    std::vector<Part> parts;
    for (const ast::Member& member : declaration.members)
      parts.push_back(part_of(member, indent_step, original_));
    const base::Span braces = braces_of(declaration.span);
    if (parts.empty() && !original_.has_comments(braces))
      return block(declaration.span, head(keyword, declaration), parts);
    return head_text(declaration.span, braces, head(keyword, declaration)) + "{" +
           lay_out_block(parts, braces.begin + 1, braces.end - 1, indent_step, original_) + "\n}";
  }

  std::vector<Part> fields(const std::vector<ast::Field>& fields) const {
    std::vector<Part> parts;
    for (const ast::Field& field : fields) parts.push_back(part_of(field, indent_step, original_));
    return parts;
  }

  std::string block(base::Span span, const std::string& head, const std::vector<Part>& parts) const {
    const base::Span braces = braces_of(span);
    return write_block(head_text(span, braces, head), parts, braces, 0, original_);
  }

  /// The head as given, unless there are comments in it, up to its `{`.
  std::string head_text(base::Span span, base::Span braces, const std::string& head) const {
    const base::Span written = {span.file, span.begin, braces.begin};
    return original_.has_comments(written) ? original_.verbatim_head(written, 4) : head + " ";
  }

  base::Span braces_of(base::Span span) const {
    return {span.file, original_.find(syntax::TokenKind::LeftBrace, span.begin, span.end), span.end};
  }

  const Original& original_;
};

}  // namespace

Part part_of(const ast::Declaration& declaration, const Original& original) {
  const base::Span span = std::visit([](const auto& value) { return value.span; }, declaration);
  return {span, {}, std::visit(Writer(original), declaration), 1};
}

}  // namespace ochrec::format
