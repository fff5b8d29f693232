#include "deb822/relations.hpp"

#include <utility>

#include "deb822/text.hpp"

namespace deb822 {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Cuts what stands before `separator` off the front of `rest`.
std::string_view cut(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return trimmed(part);
}

[[noreturn]] void fail(std::string_view relation) {
  throw RelationError("`" + std::string(relation) + "` is not a relationship like `name:any (>= 1.0)`");
}

/// `>= 1.0`, the text between parentheses. A lone `<` or `>` includes equality, for historical reasons.
Constraint parse_constraint(std::string_view text, std::string_view relation) {
  static constexpr std::pair<std::string_view, Comparison> spellings[] = {
      {"<<", Comparison::Older}, {"<=", Comparison::AtMost}, {">=", Comparison::AtLeast},
      {">>", Comparison::Newer}, {"=", Comparison::Exactly}, {"<", Comparison::AtMost},
      {">", Comparison::AtLeast}};
  for (const auto& [spelling, comparison] : spellings) {
    if (!text.starts_with(spelling)) continue;
    const std::string_view version = trimmed(text.substr(spelling.size()));
    if (version.empty() || version.find_first_of(blanks) != std::string_view::npos) fail(relation);
    return {comparison, std::string(version)};
  }
  fail(relation);
}

Alternative parse_alternative(std::string_view relation) {
  std::string_view rest = relation;
  Alternative alternative;
  const std::string_view name = trimmed(rest.substr(0, rest.find('(')));
  rest.remove_prefix(name.size());
  rest = trimmed(rest);
  if (!rest.empty()) {
    if (!rest.starts_with('(') || !rest.ends_with(')')) fail(relation);
    alternative.constraint = parse_constraint(trimmed(rest.substr(1, rest.size() - 2)), relation);
  }
  const std::size_t colon = name.find(':');
  alternative.package = name.substr(0, colon);
  if (colon != std::string_view::npos) alternative.qualifier = name.substr(colon + 1);
  const bool qualifier_missing = colon != std::string_view::npos && alternative.qualifier.empty();
  if (alternative.package.empty() || qualifier_missing ||
      name.find_first_of(blanks) != std::string_view::npos) {
    fail(relation);
  }
  return alternative;
}

}  // namespace

std::vector<Group> parse_relations(std::string_view field) {
  std::vector<Group> groups;
  while (!field.empty()) {
    std::string_view group_text = cut(field, ',');
    if (group_text.empty()) continue;  // a trailing comma is common and harmless
    Group& group = groups.emplace_back();
    for (bool more = true; more;) {
      more = group_text.find('|') != std::string_view::npos;
      group.push_back(parse_alternative(cut(group_text, '|')));
    }
  }
  return groups;
}

}  // namespace deb822
