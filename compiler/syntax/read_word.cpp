#include <string>

#include "grammar/OchreParser.h"
#include "syntax/codes.hpp"
#include "syntax/foreign_words.hpp"
#include "syntax/literal.hpp"
#include "syntax/read.hpp"

namespace ochrec::syntax {
namespace {

using grammar::OchreParser;

/// `List<string>` of other languages: one mistake, also where there is no `List`.
void refuse_parameter(ast::Type& type, base::Span whole, const Reading& reading) {
  const std::string name = type.path.text();
  base::Diagnostic& finding =
      reading.diagnostics.report(bad_type_parameter, type.of->span, "`" + name + "` takes no type in `<…>`");
  const Wrapper wrapper = meant_wrapper(name);
  if (wrapper == Wrapper::None) {
    finding.with_help("only `json<Struct>` does; an array is written `T[]`");
  } else {
    const std::string ours = type.of->text + (wrapper == Wrapper::Array ? "[]" : "?");
    const std::string_view text = reading.source.text();
    const auto end = static_cast<std::uint32_t>(text.find('>', type.of->span.end) + 1);
    finding
        .with_help(std::string(wrapper == Wrapper::Array ? "an array" : "what may be absent") +
                   " is written `" + ours + "`")
        .with_fix({whole.file, whole.begin, end}, ours);
  }
  type.of.reset();
  type.path.parts.clear();
}

/// `[]` and `?` behind a type; one of each at most, the array first. `question` is the suffix before.
void read_suffix(const OchreParser::SuffixContext& suffix, base::Span question, ast::Type& type,
                 const Reading& reading) {
  const bool is_array = suffix.start->getType() == OchreParser::LEFT_BRACKET;
  const base::Span span = read_span(suffix, reading);
  if (is_array && type.optional) {
    reading.diagnostics.report(bad_type_suffix, span, "an array cannot hold optional elements")
        .with_help("write `[]?` for an array that may be absent")
        .with_fix(base::cover(question, span), "[]?");
  } else if (is_array && type.array) {
    reading.diagnostics.report(bad_type_suffix, span, "an array cannot hold arrays")
        .with_help("put the inner array into a struct and write an array of that struct");
  } else if (!is_array && type.optional) {
    reading.diagnostics.report(bad_type_suffix, span, "the type is optional already").with_fix(span, "");
  } else {
    (is_array ? type.array : type.optional) = true;
  }
}

}  // namespace

base::Span read_span(const Context& context, const Reading& reading) {
  const antlr4::Token& last = context.stop != nullptr ? *context.stop : *context.start;
  return {reading.source.id(), static_cast<std::uint32_t>(context.start->getStartIndex()),
          static_cast<std::uint32_t>(last.getStopIndex())};
}

base::Span read_span(const antlr4::Token& token, const Reading& reading) {
  return {reading.source.id(), static_cast<std::uint32_t>(token.getStartIndex()),
          static_cast<std::uint32_t>(token.getStopIndex())};
}

ast::Name read_name(const Context& name, const Reading& reading) {
  const base::Span span = read_span(name, reading);
  return {reading.text(span), span};
}

ast::Path read_path(const Context& path, const Reading& reading) {
  const auto& rule = static_cast<const OchreParser::PathContext&>(path);
  ast::Path result;
  result.span = read_span(path, reading);
  result.parts.reserve(1 + rule.rest.size());
  result.parts.push_back(read_name(*rule.first, reading));
  for (const auto* part : rule.rest) result.parts.push_back(read_name(*part, reading));
  return result;
}

ast::Text read_text(const Context& text, const Reading& reading) {
  const base::Span span = read_span(text, reading);
  return {decode_literal(reading.source, span, reading.diagnostics).value, span};
}

ast::Type read_type(const Context& type, const Reading& reading) {
  const auto& rule = static_cast<const OchreParser::TypeContext&>(type);
  ast::Type result;
  result.path = read_path(*rule.base, reading);
  result.span = read_span(type, reading);
  for (const auto* number : rule.numbers) {
    const base::Span span = read_span(*number, reading);
    result.arguments.push_back({reading.text(span), span});
  }
  if (rule.of != nullptr) result.of = read_name(*rule.of, reading);
  if (result.of && result.path.text() != "json") refuse_parameter(result, result.span, reading);
  base::Span before;  // the suffix in front of this one
  for (const auto* suffix : rule.suffixes) {
    read_suffix(*suffix, before, result, reading);
    before = read_span(*suffix, reading);
  }
  return result;
}

}  // namespace ochrec::syntax
