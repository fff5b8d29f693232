#include "ochre/rules.hpp"

#include <charconv>
#include <map>

namespace ochre::rules {
namespace {

constexpr std::size_t longest_value = 80;  // bytes of an offending value that a violation quotes

std::string shortened(std::string_view value) {
  if (value.size() <= longest_value) return std::string(value);
  std::size_t end = longest_value;
  while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) --end;
  return std::string(value.substr(0, end)) + "…";
}

// Sentences that follow the field's name; `@` stands for the limit.
std::string sentence(std::string_view rule, std::string_view limit) {
  static const std::map<std::string_view, std::string_view> sentences = {
      {"length", "must have @ characters"},
      {"size", "must have @ bytes"},
      {"range", "must be in @"},
      {"multiple_of", "must be a multiple of @"},
      {"pattern", "must match @"},
      {"email", "must be an e-mail address"},
      {"url", "must be a URL with scheme and host"},
      {"items", "must have @ elements"},
      {"unique_items", "must not repeat an element"},
      {"one_of", "must be one of @"},
      {"text", "must be UTF-8 without U+0000"},
      {"finite", "must be a number, not NaN"},
      {"json", "must be valid JSON"},
      {"overflow", "must not overflow @"},
      {"enum", "must be one of its enum's values"},
  };
  const auto found = sentences.find(rule);
  if (found == sentences.end()) return "breaks the rule " + std::string(rule);
  std::string out(found->second);
  if (const std::size_t at = out.find('@'); at != std::string::npos) out.replace(at, 1, limit);
  return out;
}

template <class Number>
std::string digits(Number value) {
  char text[40];
  return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

void add(Violations& out, std::string_view field, std::string_view rule, std::string_view limit,
         std::string value) {
  std::string message = sentence(rule, limit);
  if (!value.empty()) message += ", is " + value;
  out.push_back(
      {std::string(field), std::string(rule), std::move(message), std::string(limit), std::move(value)});
}

}  // namespace

void broken(Violations& out, std::string_view field, std::string_view rule, std::string_view limit) {
  add(out, field, rule, limit, {});
}

void broken(Violations& out, std::string_view field, std::string_view rule, std::string_view limit,
            std::int64_t value) {
  add(out, field, rule, limit, digits(value));
}

void broken(Violations& out, std::string_view field, std::string_view rule, std::string_view limit,
            double value) {
  add(out, field, rule, limit, digits(value));
}

void broken(Violations& out, std::string_view field, std::string_view rule, std::string_view limit,
            std::string_view value) {
  std::string message = sentence(rule, limit) + ", is \"" + shortened(value) + "\"";
  out.push_back(
      {std::string(field), std::string(rule), std::move(message), std::string(limit), shortened(value)});
}

namespace {

void prefix(Violations& out, std::size_t first, const std::string& place) {
  for (; first < out.size(); ++first) {
    std::string& field = out[first].field;
    field = field.empty() ? place : place + "." + field;
  }
}

}  // namespace

void place(Violations& out, std::size_t first, std::string_view field) {
  prefix(out, first, std::string(field));
}

void place(Violations& out, std::size_t first, std::string_view field, std::size_t index) {
  prefix(out, first, std::string(field) + "[" + std::to_string(index) + "]");
}

}  // namespace ochre::rules
