#include "syntax/dump_parts.hpp"

#include "syntax/dump.hpp"

namespace ochrec::syntax {

std::string dump_string(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && c != '"' && c != '\\') {
      result += c;
    } else {
      result += "\\x";
      result += digits[byte >> 4U];
      result += digits[byte & 0xFU];
    }
  }
  return result + '"';
}

std::string dump_doc(const ast::Doc& doc) { return doc.empty() ? "" : " /// " + dump_string(doc.text); }

std::string dump_type(const ast::Type& type) {
  std::string result = type.readable() ? type.path.text() : "<unreadable>";
  for (const ast::TypeArgument& argument : type.arguments) result += "(" + argument.digits + ")";
  if (type.of) result += "<" + type.of->text + ">";
  if (type.array) result += "[]";
  if (type.optional) result += "?";
  return result;
}

std::string dump_range(const ast::Range& range) {
  return (range.low ? dump(*range.low) : "") + (range.low_exclusive ? "<" : "") + ".." +
         (range.high_exclusive ? "<" : "") + (range.high ? dump(*range.high) : "");
}

namespace {

std::string dump_value(const ast::Expression& expression) { return dump(expression); }
std::string dump_value(const ast::Range& range) { return dump_range(range); }
std::string dump_value(const ast::NamedCall& call) {
  std::string result = call.function.text + "(";
  for (const ast::Argument& argument : call.arguments) result += dump_argument(argument) + ";";
  return result + ")";
}

}  // namespace

std::string dump_argument(const ast::Argument& argument) {
  const std::string name = argument.name ? argument.name->text + ": " : "";
  return name + std::visit([](const auto& value) { return dump_value(value); }, argument.value);
}

std::string dump_attributes(const std::vector<ast::Attribute>& attributes) {
  std::string result;
  for (const ast::Attribute& attribute : attributes) {
    result += " @" + attribute.name.text + "(";
    for (const ast::Argument& argument : attribute.arguments) result += dump_argument(argument) + ";";
    result += ")";
  }
  return result;
}

}  // namespace ochrec::syntax
