#include "survey/catalogue.hpp"

#include <charconv>
#include <optional>
#include <utility>

#include "deb822/text.hpp"

namespace survey {
namespace {

using debian::Comparison;
using debian::State;
using debian::Strength;

/// The last of the three words in `Status: install ok installed`. Indices of the archive have no such field.
State state_of(std::string_view status) {
  if (status.empty()) return State::Available;
  const std::string_view word = status.substr(status.rfind(' ') + 1);
  if (word == "installed") return State::Installed;
  return word == "config-files" ? State::Removed : State::Incomplete;
}

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Comparison comparison_of(deb822::Comparison comparison) {
  switch (comparison) {
    case deb822::Comparison::Older: return Comparison::Older;
    case deb822::Comparison::AtMost: return Comparison::AtMost;
    case deb822::Comparison::Exactly: return Comparison::Exactly;
    case deb822::Comparison::AtLeast: return Comparison::AtLeast;
    case deb822::Comparison::Newer: break;
  }
  return Comparison::Newer;
}

std::optional<std::string> unless_empty(std::string text) {
  if (text.empty()) return std::nullopt;
  return text;
}

}  // namespace

std::int64_t Catalogue::begin_listing(const std::string& path) {
  ++listing_;
  rows_.listings.push_back({.id = listing_, .path = path, .paragraphs = 0});
  return listing_;
}

void Catalogue::add(const deb822::Paragraph& paragraph) {
  const std::string name(paragraph.field("Package"));
  if (name.empty()) throw deb822::SyntaxError("a paragraph without `Package:`");
  const std::int64_t package_id = package(name);
  const std::string_view number = paragraph.field("Version");
  if (number.empty()) return;  // dpkg remembers names of packages that were never here

  const std::string identity =
      name + '\n' + std::string(paragraph.field("Architecture")) + '\n' + std::string(number);
  const auto [known, fresh] = versions_.try_emplace(identity, Known{version_count() + 1, 0});
  const std::int64_t id = known->second.id;
  if (fresh) add_version(id, package_id, paragraph);
  if (std::exchange(known->second.listing, listing_) != listing_) {
    rows_.listing_versions.push_back({.listing_id = listing_, .version_id = id});
  }
}

void Catalogue::add_version(std::int64_t id, std::int64_t package_id, const deb822::Paragraph& paragraph) {
  const std::string_view maintained_by = paragraph.field("Maintainer");
  rows_.versions.push_back({
      .id = id,
      .package_id = package_id,
      .number = std::string(paragraph.field("Version")),
      .architecture = std::string(paragraph.field("Architecture")),
      .state = state_of(paragraph.field("Status")),
      .essential = paragraph.field("Essential") == "yes",
      .installed_size = number_of(paragraph.field("Installed-Size")),
      .section_name = unless_empty(section(paragraph.field("Section"))),
      .maintainer_id = maintained_by.empty() ? std::nullopt : std::optional(maintainer(maintained_by)),
      .summary = std::string(paragraph.first_line("Description")),
  });
  add_dependencies(id, Strength::PreDepends, paragraph.field("Pre-Depends"));
  add_dependencies(id, Strength::Depends, paragraph.field("Depends"));
  add_dependencies(id, Strength::Recommends, paragraph.field("Recommends"));
  add_dependencies(id, Strength::Suggests, paragraph.field("Suggests"));
  add_provisions(id, paragraph.field("Provides"));
}

void Catalogue::add_dependencies(std::int64_t version, Strength strength, std::string_view field) {
  std::int32_t position = 0;
  for (deb822::Group& group : deb822::parse_relations(field)) {
    const std::int64_t id = ++dependencies_;
    rows_.dependencies.push_back(
        {.id = id, .version_id = version, .strength = strength, .position = position++});
    std::int32_t choice = 0;
    for (deb822::Alternative& alternative : group) add_alternative(id, choice++, std::move(alternative));
  }
}

void Catalogue::add_alternative(std::int64_t dependency, std::int32_t position,
                                deb822::Alternative alternative) {
  debian::NewAlternative row{.dependency_id = dependency,
                             .position = position,
                             .package_id = package(alternative.package),
                             .qualifier = unless_empty(std::move(alternative.qualifier))};
  if (alternative.constraint) {
    row.comparison = comparison_of(alternative.constraint->comparison);
    row.number = std::move(alternative.constraint->version);
  }
  rows_.alternatives.push_back(std::move(row));
}

void Catalogue::add_provisions(std::int64_t version, std::string_view field) {
  std::int32_t position = 0;
  for (deb822::Group& group : deb822::parse_relations(field)) {
    for (deb822::Alternative& provided : group) {
      debian::NewProvision row{
          .version_id = version, .position = position++, .package_id = package(provided.package)};
      if (provided.constraint) row.number = std::move(provided.constraint->version);
      rows_.provisions.push_back(std::move(row));
    }
  }
}

std::int64_t Catalogue::package(std::string_view name) {
  const auto id = static_cast<std::int64_t>(packages_.size()) + 1;
  const auto [known, fresh] = packages_.try_emplace(std::string(name), id);
  if (fresh) rows_.packages.push_back({.id = id, .name = known->first});
  return known->second;
}

/// `Name <address>`; some write only one of the two.
std::int64_t Catalogue::maintainer(std::string_view field) {
  const auto id = static_cast<std::int64_t>(maintainers_.size()) + 1;
  const std::size_t bracket = field.rfind('<');
  const std::string_view name = deb822::trimmed(field.substr(0, bracket));
  std::string_view email = bracket == std::string_view::npos ? std::string_view{} : field.substr(bracket + 1);
  email = email.substr(0, email.find('>'));

  const auto [known, fresh] = maintainers_.try_emplace(std::string(name) + '\n' + std::string(email), id);
  if (fresh) rows_.maintainers.push_back({.id = id, .name = std::string(name), .email = std::string(email)});
  return known->second;
}

std::string Catalogue::section(std::string_view field) {
  std::string name(field);
  if (!name.empty() && sections_.insert(name).second) rows_.sections.push_back({.name = name});
  return name;
}

}  // namespace survey
