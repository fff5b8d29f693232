// The one table of who may include whom. docs/architecture.md explains it; changing an edge means changing
// both. How files are read and held to the table is the business of source_file.hpp and rules.hpp.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace ochre_layering {

/// One folder of compiler/ or runtime/ and the rooms it may include besides itself.
struct Room {
  std::string_view path;
  std::vector<std::string_view> may_include;
  bool public_headers = false;  // a compiler room that may include any of runtime/include/ochre
};

/// A header of someone else, and the only places that may include it. A place is a path, or a folder with a
/// trailing slash; `sources_only` bars the headers in it.
struct Vendor {
  std::string_view prefix;
  std::vector<std::string_view> places;
  bool sources_only = false;
};

std::span<const Room> rooms();
std::span<const Vendor> vendors();

/// The owner of public headers that every room of the runtime, and those that may include spell, may include.
inline constexpr std::string_view vocabulary = "vocabulary";

/// The room that owns a public header of the runtime, such as "ochre/errors.hpp".
std::optional<std::string_view> owner_of_public_header(std::string_view include);

/// Standard headers too costly to reach every file of a user.
bool is_heavy(std::string_view standard_header);

/// The public headers that may include <chrono>; only models with date or time fields include them.
bool is_time_header(std::string_view path);

}  // namespace ochre_layering
