// Turns paragraphs of control files into rows of packages.ochre, with keys handed out here, so that rows can
// refer to each other before any database has seen them. Reads no files and writes to no database.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "deb822/paragraph.hpp"
#include "deb822/relations.hpp"
#include "debian/models.hpp"

namespace survey {

/// Rows waiting to be inserted; a table stands after those it refers to.
struct Rows {
  std::vector<debian::NewListing> listings;
  std::vector<debian::NewPackage> packages;
  std::vector<debian::NewMaintainer> maintainers;
  std::vector<debian::NewSection> sections;
  std::vector<debian::NewVersion> versions;
  std::vector<debian::NewListingVersion> listing_versions;
  std::vector<debian::NewDependency> dependencies;
  std::vector<debian::NewAlternative> alternatives;
  std::vector<debian::NewProvision> provisions;
};

class Catalogue {
 public:
  /// Paragraphs that are added from now on come from this file. Returns the listing's key.
  std::int64_t begin_listing(const std::string& path);
  /// A version that an earlier paragraph described is only linked to the listing. Throws
  /// deb822::RelationError.
  void add(const deb822::Paragraph& paragraph);

  /// What has been added since the last call.
  Rows take() { return std::exchange(rows_, {}); }
  /// How many versions wait to be taken.
  [[nodiscard]] std::size_t waiting() const { return rows_.versions.size(); }
  /// How many versions there are so far, those already taken included.
  [[nodiscard]] std::int64_t version_count() const { return static_cast<std::int64_t>(versions_.size()); }

 private:
  using Keys = std::unordered_map<std::string, std::int64_t>;
  struct Known {
    std::int64_t id;
    std::int64_t listing;  // the last one it was linked to
  };

  std::int64_t package(std::string_view name);
  std::int64_t maintainer(std::string_view field);
  std::string section(std::string_view field);
  void add_version(std::int64_t id, std::int64_t package_id, const deb822::Paragraph& paragraph);
  void add_dependencies(std::int64_t version, debian::Strength strength, std::string_view field);
  void add_alternative(std::int64_t dependency, std::int32_t position, deb822::Alternative alternative);
  void add_provisions(std::int64_t version, std::string_view field);

  Rows rows_;
  Keys packages_;
  Keys maintainers_;
  std::unordered_set<std::string> sections_;
  std::unordered_map<std::string, Known> versions_;
  std::int64_t listing_ = 0;
  std::int64_t dependencies_ = 0;
};

}  // namespace survey
