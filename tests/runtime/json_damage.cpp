#include "json_damage.hpp"

#include <functional>

#include "query/json_value.hpp"

namespace ochre_test {
namespace {

using ochre::query::JsonType;
using ochre::query::JsonValue;

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string text_of(const JsonValue& value) {
  std::string out;
  switch (value.type) {
    case JsonType::Null: return "null";
    case JsonType::Bool: return value.truth ? "true" : "false";
    case JsonType::Integer: return std::to_string(value.integer);
    case JsonType::Real: return std::to_string(value.real);
    case JsonType::Text: return quoted(value.text);
    case JsonType::Array:
      for (const JsonValue& item : value.items) out += (out.empty() ? "" : ",") + text_of(item);
      return "[" + out + "]";
    case JsonType::Object:
      for (const auto& [name, member] : value.members)
        out += (out.empty() ? "" : ",") + quoted(name) + ":" + text_of(member);
      return "{" + out + "}";
  }
  return out;
}

void visit(JsonValue& value, const std::function<void(JsonValue&)>& visitor) {
  visitor(value);
  for (JsonValue& item : value.items) visit(item, visitor);
  for (auto& member : value.members) visit(member.value, visitor);
}

class Damage {
 public:
  explicit Damage(const std::string& document) : root_(ochre::query::parse_json(document)) {}

  std::vector<std::string> all() {
    visit(root_, [&](JsonValue& node) {
      if (node.type == JsonType::Object) nodes_.push_back(node);
    });
    int number = 0;
    visit(root_, [&](JsonValue& node) { damage(node, ++number); });
    return std::move(out_);
  }

 private:
  void damage(JsonValue& node, int number) {
    for (std::size_t i = 0; i < node.items.size(); ++i) damage_item(node, i);
    for (std::size_t i = 0; i < node.members.size(); ++i) {
      const auto member = node.members[i];
      node.members.erase(node.members.begin() + static_cast<std::ptrdiff_t>(i));
      keep();
      node.members.insert(node.members.begin() + static_cast<std::ptrdiff_t>(i), member);
    }
    for (const char* other : {"null", "[]", "{}", "-1", "255", "\"users\"", "\"where\"", "\"count_rows\"",
                              "\"over\"", "\"select\"", "\"is_null\""})
      replace(node, ochre::query::parse_json(other));
    // A node of the document itself, another one each time.
    for (std::size_t i = 0; node.type == JsonType::Object && i < 5; ++i)
      replace(node, nodes_[(static_cast<std::size_t>(number) * 7 + i * 3) % nodes_.size()]);
  }

  void damage_item(JsonValue& node, std::size_t i) {
    const auto at = static_cast<std::ptrdiff_t>(i);
    const JsonValue item = node.items[i];
    node.items.insert(node.items.begin() + at, item);
    keep();
    node.items.erase(node.items.begin() + at);
    node.items.erase(node.items.begin() + at);
    keep();
    node.items.insert(node.items.begin() + at, item);
    if (i == 0) return;
    std::swap(node.items[i - 1], node.items[i]);
    keep();
    std::swap(node.items[i - 1], node.items[i]);
  }

  void replace(JsonValue& node, const JsonValue& other) {
    const JsonValue before = node;
    node = other;
    keep();
    node = before;
  }

  void keep() { out_.push_back(text_of(root_)); }

  JsonValue root_;
  std::vector<JsonValue> nodes_;
  std::vector<std::string> out_;
};

}  // namespace

std::vector<std::string> damaged_documents(const std::string& document) { return Damage(document).all(); }

}  // namespace ochre_test
