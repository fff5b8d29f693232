// A small JSON document as a tree, for queries that come in from outside. Depth and size are bounded before
// anything else happens; larger documents are the json component's business.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ochre::query {

enum class JsonType : std::uint8_t { Null, Bool, Integer, Real, Text, Array, Object };

struct JsonMember;

struct JsonValue {
  JsonType type = JsonType::Null;
  bool truth = false;
  std::int64_t integer = 0;
  double real = 0;
  std::string text;
  std::vector<JsonValue> items;
  std::vector<JsonMember> members;

  /// The member with a name, or null. Names are unique.
  const JsonValue* member(std::string_view name) const;
};

struct JsonMember {
  std::string name;
  JsonValue value;
};

/// Throws ValidationFailed for text that is no JSON, repeats a name, is nested deeper than 100 levels or
/// longer than 1 MiB.
JsonValue parse_json(std::string_view text);

}  // namespace ochre::query
