#include "sema/declarations.hpp"

#include <algorithm>

#include "sema/text.hpp"

namespace ochrec::sema {

std::string_view described(DeclarationKind kind) {
  switch (kind) {
    case DeclarationKind::Model: return "a model";
    case DeclarationKind::Enum: return "an enum";
    case DeclarationKind::Struct: return "a struct";
    case DeclarationKind::Alias: return "a named type";
    case DeclarationKind::Mixin: return "a mixin";
  }
  return "";
}

const Declaration* Declarations::find(std::string_view name) const {
  const auto found = names.find(lower_case(name));
  return found == names.end() || found->second.name != name ? nullptr : &found->second;
}

std::vector<std::string> Declarations::names_of(std::initializer_list<DeclarationKind> kinds) const {
  std::vector<const Declaration*> chosen;
  for (const auto& [key, declaration] : names)
    if (std::find(kinds.begin(), kinds.end(), declaration.kind) != kinds.end())
      chosen.push_back(&declaration);
  std::sort(chosen.begin(), chosen.end(), [](const Declaration* a, const Declaration* b) {
    return std::pair(a->span.file, a->span.begin) < std::pair(b->span.file, b->span.begin);
  });
  std::vector<std::string> out;
  for (const Declaration* declaration : chosen) out.push_back(declaration->name);
  return out;
}

}  // namespace ochrec::sema
