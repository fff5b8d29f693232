#include "format/write.hpp"

namespace ochrec::format {
namespace {

std::string write(const std::vector<ast::Argument>& arguments, const Original& original) {
  std::string text;
  for (const ast::Argument& argument : arguments)
    text += (text.empty() ? "" : ", ") + format::write(argument, original);
  return text;
}

std::string write(const ast::NamedCall& call, const Original& original) {
  return call.function.text + "(" + write(call.arguments, original) + ")";
}

}  // namespace

std::string write(const ast::Range& range, const Original& original) {
  std::string text = range.low ? format::write(*range.low, original) : "";
  text += range.low_exclusive ? "<.." : "..";
  if (range.high_exclusive) text += "<";
  return text + (range.high ? format::write(*range.high, original) : "");
}

std::string write(const ast::Argument& argument, const Original& original) {
  const std::string name = argument.name ? argument.name->text + ": " : "";
  return name + std::visit([&](const auto& value) { return write(value, original); }, argument.value);
}

std::string write(const std::vector<ast::Attribute>& attributes, const Original& original) {
  std::string text;
  for (const ast::Attribute& attribute : attributes) {
    text += (text.empty() ? "@" : " @") + attribute.name.text;
    if (!attribute.arguments.empty()) text += "(" + write(attribute.arguments, original) + ")";
  }
  return text;
}

std::string write(const ast::Type& type) {
  std::string text = type.path.text();
  for (const ast::TypeArgument& argument : type.arguments)
    text += (&argument == &type.arguments.front() ? "(" : ",") + argument.digits;
  if (!type.arguments.empty()) text += ")";
  if (type.of) text += "<" + type.of->text + ">";
  if (type.array) text += "[]";
  if (type.optional) text += "?";
  return text;
}

}  // namespace ochrec::format
