// Relationship fields (Depends, Provides, …): `a, b (>= 1.2) | c:any`, as
// https://www.debian.org/doc/debian-policy/ch-relationships.html writes them. Parses; resolves nothing.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace deb822 {

/// A relationship that cannot be understood; the message quotes it.
struct RelationError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

enum class Comparison { Older, AtMost, Exactly, AtLeast, Newer };

struct Constraint {
  Comparison comparison;
  std::string version;

  friend bool operator==(const Constraint&, const Constraint&) = default;
};

/// One name that would do: `python3:any (>= 3.9)`.
struct Alternative {
  std::string package;
  std::string qualifier;  ///< `any` or an architecture; usually empty
  std::optional<Constraint> constraint;

  friend bool operator==(const Alternative&, const Alternative&) = default;
};

/// What stands between two commas: satisfied by any one of its alternatives.
using Group = std::vector<Alternative>;

/// Every group of a field, in order; empty for an empty field. Throws RelationError.
[[nodiscard]] std::vector<Group> parse_relations(std::string_view field);

}  // namespace deb822
