#include "emit/view.hpp"

#include "emit/literal.hpp"

namespace ochrec::emit {

Object file_view(const Context& context) {
  Object out;
  out.set("banner", context.banner());
  out.set("schema", context.schema().name);
  out.set("space", context.space());
  return out;
}

List doc_view(std::string_view doc, std::string_view fallback) {
  List out;
  for (const std::string& line : comment_lines(doc.empty() ? fallback : doc))
    out.emplace_back().set("line", line.empty() ? "///" : "/// " + line);
  return out;
}

std::string deprecated_attribute(std::string_view reason) {
  return reason.empty() ? std::string() : "[[deprecated(" + string_literal(reason) + ")]] ";
}

}  // namespace ochrec::emit
