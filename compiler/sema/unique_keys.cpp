#include "sema/unique_keys.hpp"

#include <algorithm>

namespace ochrec::sema {
namespace {

bool contains(const std::vector<std::uint32_t>& columns, std::uint32_t column) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

}  // namespace

bool key_is_unique(Analysis& analysis, model::ModelId id, std::uint32_t relation) {
  const model::Model& model = analysis.model(id);
  const std::vector<std::uint32_t>& columns = model.relations[relation].columns;
  if (columns.empty()) return true;  // wrong, and reported
  const auto inside = [&](std::uint32_t column) { return contains(columns, column); };
  if (!model.key.empty() && std::all_of(model.key.begin(), model.key.end(), inside)) return true;
  return std::any_of(model.indexes.begin(), model.indexes.end(), [&](const model::Index& index) {
    return index.unique && !index.where && !index.only &&
           std::all_of(index.parts.begin(), index.parts.end(), [&](const model::KeyPart& part) {
             const auto* column = std::get_if<std::uint32_t>(&part.what);
             return column != nullptr && contains(columns, *column);
           });
  });
}

}  // namespace ochrec::sema
