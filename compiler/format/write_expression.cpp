#include <array>

#include "format/write.hpp"

namespace ochrec::format {
namespace {

using ast::BinaryOperator;
using ast::Expression;

std::string sign_of(BinaryOperator op) {
  constexpr std::array<std::string_view, 13> signs = {"or", "and", "==", "!=", "<", "<=", ">",
                                                      ">=", "+",   "-",  "*",  "/", "%"};
  return std::string(signs[static_cast<std::size_t>(op)]);
}

class Writer {
 public:
  Writer(const Expression& expression, const Original& original)
      : expression_(expression), original_(original) {}

  std::string operator()(const ast::Unreadable&) const { return original_.verbatim(expression_.span, 0); }
  std::string operator()(const ast::NullLiteral&) const { return "null"; }
  std::string operator()(const ast::BoolLiteral& literal) const { return literal.value ? "true" : "false"; }
  std::string operator()(const ast::IntegerLiteral& literal) const { return literal.digits; }
  std::string operator()(const ast::DecimalLiteral& literal) const { return literal.digits; }
  std::string operator()(const ast::StringLiteral&) const {
    return write_literal(expression_.span, original_);
  }
  std::string operator()(const ast::TypedLiteral& literal) const {
    return literal.type.text + "(" + write_literal(literal.text.span, original_) + ")";
  }
  std::string operator()(const ast::Reference& reference) const { return reference.path.text(); }
  std::string operator()(const ast::ActorReference& actor) const {
    std::string text = "$actor";
    for (const ast::Name& part : actor.parts) text += "." + part.text;
    return text;
  }
  std::string operator()(const ast::Call& call) const {
    return call.function.text + "(" + write(call.arguments, original_) + ")";
  }
  std::string operator()(const ast::Unary& unary) const {
    return (unary.op == ast::UnaryOperator::Not ? "not " : "-") + operand(unary.operand);
  }
  std::string operator()(const ast::Binary& binary) const {
    return operand(binary.left) + " " + sign_of(binary.op) + " " + operand(binary.right);
  }
  std::string operator()(const ast::In& in) const {
    return operand(in.operand) + " in [" + write(in.items, original_) + "]";
  }
  std::string operator()(const ast::Like& like) const {
    return operand(like.operand) + " like " + write_literal(like.pattern.span, original_);
  }
  std::string operator()(const ast::IsNull& test) const {
    return operand(test.operand) + (test.negated ? " is not null" : " is null");
  }
  std::string operator()(const ast::List& list) const { return "[" + write(list.items, original_) + "]"; }

 private:
  std::string operand(const ast::Box<Expression>& expression) const { return write(*expression, original_); }

  const Expression& expression_;
  const Original& original_;
};

/// The operands of a row of equal operators, from left to right; the operator stands before all but the
/// first.
void flatten(const Expression& expression, BinaryOperator op, const Original& original,
             std::vector<std::string>& lines) {
  const auto* binary = std::get_if<ast::Binary>(&expression.node);
  if (binary == nullptr || binary->op != op || expression.parenthesized) {
    lines.push_back(write(expression, original));
    return;
  }
  flatten(*binary->left, op, original, lines);
  lines.push_back(sign_of(op) + " " + write(*binary->right, original));
}

}  // namespace

std::string write(const Expression& expression, const Original& original) {
  std::string text = std::visit(Writer(expression, original), expression.node);
  return expression.parenthesized ? "(" + text + ")" : text;
}

std::string write(const std::vector<Expression>& items, const Original& original) {
  std::string text;
  for (const Expression& item : items) text += (text.empty() ? "" : ", ") + write(item, original);
  return text;
}

std::string write_literal(base::Span span, const Original& original) {
  std::string_view text = original.text(span);
  while (text.starts_with('(')) text.remove_prefix(text.find_first_not_of("( \t\r\n\f"));
  while (!text.empty() && text.back() != '"') text.remove_suffix(1);
  return normal_line_ends(text);
}

std::string write_condition(const std::string& before, const Expression& condition, std::size_t indent,
                            const Original& original) {
  std::string whole = before + " " + write(condition, original);
  const auto* binary = std::get_if<ast::Binary>(&condition.node);
  const bool logical =
      binary != nullptr && (binary->op == BinaryOperator::Or || binary->op == BinaryOperator::And);
  if (base::count_code_points(whole) + indent <= line_width || !logical || condition.parenthesized)
    return whole;
  std::vector<std::string> lines;
  flatten(condition, binary->op, original, lines);
  whole = before;
  for (const std::string& line : lines) whole += "\n" + std::string(indent + 2 * indent_step, ' ') + line;
  return whole;
}

}  // namespace ochrec::format
