#include "emit/components.hpp"

#include <algorithm>

namespace ochrec::emit {
namespace {

bool is_stored_as_json(const model::Type& type) {
  return type.array || (type.structure && type.kind != model::TypeKind::Struct);
}

class Needs {
 public:
  explicit Needs(const model::Schema& schema) : schema_(schema) {}

  void add(const model::Field& field, const std::string& place) {
    const std::string name = place + "." + field.name;
    if (is_stored_as_json(field.type)) need("json", name);
    if (!field.rules.patterns.empty()) need("pattern", name);
    if (!field.type.structure) return;
    for (const model::Field& leaf : schema_.structure(*field.type.structure).fields) add(leaf, name);
  }

  std::vector<Component> take() { return std::move(found_); }

 private:
  void need(std::string_view component, const std::string& field) {
    if (std::none_of(found_.begin(), found_.end(),
                     [&](const Component& other) { return other.name == component; }))
      found_.push_back({component, field});
  }

  const model::Schema& schema_;
  std::vector<Component> found_;
};

}  // namespace

std::vector<Component> components(const model::Schema& schema) {
  Needs needs(schema);
  for (const model::Model& model : schema.models)
    for (const model::Field& field : model.fields) needs.add(field, model.name);
  return needs.take();
}

}  // namespace ochrec::emit
