// A JSON document to be printed: members in the order they were added.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ochrec::emit {

class JsonTree {
 public:
  static JsonTree object();
  static JsonTree array();
  static JsonTree text(std::string_view value);
  static JsonTree number(std::int64_t value);
  static JsonTree flag(bool value);
  /// A scalar that is JSON already, such as `0.5`.
  static JsonTree raw(std::string value);

  JsonTree& set(std::string_view name, JsonTree value);
  JsonTree& add(JsonTree value);
  bool empty() const { return members_.empty(); }

  /// With two spaces of indentation; short arrays of scalars stay on one line.
  std::string printed(std::size_t depth = 0) const;

 private:
  enum class Form : unsigned char { Scalar, Object, Array };

  explicit JsonTree(Form form) : form_(form) {}
  bool is_flat() const;

  Form form_;
  std::string scalar_;
  std::vector<std::pair<std::string, JsonTree>> members_;  // names are empty in an array
};

}  // namespace ochrec::emit
