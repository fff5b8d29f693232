#include "sema/attribute_arguments.hpp"

#include <algorithm>

#include "sema/analysis.hpp"
#include "sema/codes.hpp"
#include "sema/literals.hpp"

namespace ochrec::sema {
namespace {

bool unreadable(const ast::Argument& argument) {
  const auto* expression = std::get_if<ast::Expression>(&argument.value);
  return expression != nullptr && std::holds_alternative<ast::Unreadable>(expression->node);
}

// What other languages write as `(1, 10)`, `(min: 1, max: 10)` or, for the longest length, `(10)`.
std::string meant_range(const std::vector<ast::Argument>& arguments) {
  std::string low;
  std::string high;
  for (const ast::Argument& argument : arguments) {
    const auto* expression = std::get_if<ast::Expression>(&argument.value);
    const auto number = expression == nullptr ? std::nullopt : as_number(*expression);
    if (!number) return {};
    const std::string name = argument.name ? argument.name->text : "";
    const bool first = argument.name ? name == "min" : arguments.size() == 2 && low.empty();
    if (argument.name && !first && name != "max") return {};
    (first ? low : high) = (number->negative ? "-" : "") + std::string(number->digits);
  }
  return arguments.empty() || arguments.size() > 2 ? "" : low + ".." + high;
}

void suggest_unquoted(base::Diagnostic& finding, const ast::Attribute& attribute,
                      const std::vector<std::string>& words) {
  const std::string* text = attribute.arguments.size() == 1 ? as_text(attribute.arguments[0]) : nullptr;
  if (text == nullptr || std::find(words.begin(), words.end(), *text) == words.end()) return;
  finding.with_help("write it without quotes").with_fix(attribute.arguments[0].span, *text);
}

}  // namespace

base::Diagnostic* wrong_arguments(Analysis& analysis, const ast::Attribute& attribute,
                                  std::string_view takes) {
  if (std::any_of(attribute.arguments.begin(), attribute.arguments.end(), unreadable)) return nullptr;
  return &analysis.report(codes::attribute_arguments, attribute.span,
                          quoted("@" + attribute.name.text) + " takes " + std::string(takes));
}

bool takes_nothing(Analysis& analysis, const ast::Attribute& attribute) {
  if (attribute.arguments.empty()) return true;
  if (base::Diagnostic* finding = wrong_arguments(analysis, attribute, "no arguments"))
    finding->with_fix({attribute.span.file, attribute.name.span.end, attribute.span.end}, "");
  return false;
}

std::optional<std::string> sole_text(Analysis& analysis, const ast::Attribute& attribute,
                                     std::string_view takes) {
  if (attribute.arguments.size() == 1)
    if (const std::string* text = as_text(attribute.arguments[0]); text != nullptr && !text->empty())
      return *text;
  wrong_arguments(analysis, attribute, takes);
  return std::nullopt;
}

const ast::Range* sole_range(Analysis& analysis, const ast::Attribute& attribute, std::string_view takes) {
  if (attribute.arguments.size() == 1 && !attribute.arguments[0].name)
    if (const auto* range = std::get_if<ast::Range>(&attribute.arguments[0].value)) return range;
  if (base::Diagnostic* finding = wrong_arguments(analysis, attribute, takes)) {
    const std::string meant = meant_range(attribute.arguments);
    if (!meant.empty())
      finding->with_help("write " + quoted("@" + attribute.name.text + "(" + meant + ")"))
          .with_fix(base::cover(attribute.arguments.front().span, attribute.arguments.back().span), meant);
  }
  return nullptr;
}

const ast::Expression* sole_expression(Analysis& analysis, const ast::Attribute& attribute,
                                       std::string_view takes) {
  if (attribute.arguments.size() == 1)
    if (const ast::Expression* expression = as_expression(attribute.arguments[0])) return expression;
  wrong_arguments(analysis, attribute, takes);
  return nullptr;
}

std::optional<std::size_t> sole_word(Analysis& analysis, const ast::Attribute& attribute,
                                     const std::vector<std::string>& words) {
  const std::string takes = "one of " + listed(words, "and");
  const ast::Name* word = attribute.arguments.size() == 1 ? as_word(attribute.arguments[0]) : nullptr;
  if (word == nullptr) {
    if (base::Diagnostic* finding = wrong_arguments(analysis, attribute, takes))
      suggest_unquoted(*finding, attribute, words);
    return std::nullopt;
  }
  const auto found = std::find(words.begin(), words.end(), word->text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  base::Diagnostic& finding =
      analysis.report(codes::attribute_arguments, word->span,
                      quoted("@" + attribute.name.text) + " takes " + takes + ", not " + quoted(word->text));
  suggest(analysis, finding, *word, [&] { return words; });
  return std::nullopt;
}

const ast::Expression* as_expression(const ast::Argument& argument) {
  return argument.name ? nullptr : std::get_if<ast::Expression>(&argument.value);
}

const ast::Name* as_word(const ast::Argument& argument) {
  const ast::Expression* expression = as_expression(argument);
  const auto* reference = expression == nullptr ? nullptr : std::get_if<ast::Reference>(&expression->node);
  return reference == nullptr || reference->path.parts.size() != 1 ? nullptr : &reference->path.parts[0];
}

const std::string* as_text(const ast::Argument& argument) {
  const ast::Expression* expression = as_expression(argument);
  const auto* text = expression == nullptr ? nullptr : std::get_if<ast::StringLiteral>(&expression->node);
  return text == nullptr ? nullptr : &text->value;
}

}  // namespace ochrec::sema
