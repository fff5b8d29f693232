#include <array>

#include "syntax/dump.hpp"
#include "syntax/dump_parts.hpp"

namespace ochrec::syntax {
namespace {

std::string dump_list(const std::vector<ast::Expression>& items) {
  std::string result = "[";
  for (const ast::Expression& item : items) result += dump(item) + ";";
  return result + "]";
}

struct Printer {
  std::string operator()(const ast::Unreadable&) const { return "<unreadable>"; }
  std::string operator()(const ast::NullLiteral&) const { return "null"; }
  std::string operator()(const ast::BoolLiteral& literal) const { return literal.value ? "true" : "false"; }
  std::string operator()(const ast::IntegerLiteral& literal) const { return literal.digits; }
  std::string operator()(const ast::DecimalLiteral& literal) const { return literal.digits; }
  std::string operator()(const ast::StringLiteral& literal) const { return dump_string(literal.value); }
  std::string operator()(const ast::TypedLiteral& literal) const {
    return literal.type.text + "#" + dump_string(literal.text.value);
  }
  std::string operator()(const ast::Reference& reference) const { return reference.path.text(); }
  std::string operator()(const ast::ActorReference& actor) const {
    std::string result = "$actor";
    for (const ast::Name& part : actor.parts) result += "." + part.text;
    return result;
  }
  std::string operator()(const ast::Call& call) const {
    return call.function.text + dump_list(call.arguments);
  }
  std::string operator()(const ast::Unary& unary) const {
    return (unary.op == ast::UnaryOperator::Not ? "(not " : "(- ") + dump(*unary.operand) + ")";
  }
  std::string operator()(const ast::Binary& binary) const {
    constexpr std::array<std::string_view, 13> signs = {"or", "and", "==", "!=", "<", "<=", ">",
                                                        ">=", "+",   "-",  "*",  "/", "%"};
    return "(" + dump(*binary.left) + " " + std::string(signs[static_cast<std::size_t>(binary.op)]) + " " +
           dump(*binary.right) + ")";
  }
  std::string operator()(const ast::In& in) const {
    return "(" + dump(*in.operand) + " in " + dump_list(in.items) + ")";
  }
  std::string operator()(const ast::Like& like) const {
    return "(" + dump(*like.operand) + " like " + dump_string(like.pattern.value) + ")";
  }
  std::string operator()(const ast::IsNull& test) const {
    return "(" + dump(*test.operand) + (test.negated ? " is not null)" : " is null)");
  }
  std::string operator()(const ast::List& list) const { return dump_list(list.items); }
};

}  // namespace

std::string dump(const ast::Expression& expression) { return std::visit(Printer(), expression.node); }

}  // namespace ochrec::syntax
