// What is declared where, by name. Built once from all files of a program; laws look names up here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.hpp"
#include "syntax/ast.hpp"

namespace ochrec::sema {

enum class DeclarationKind : unsigned char { Model, Enum, Struct, Alias, Mixin };

/// "a model", "an enum"…, for messages.
std::string_view described(DeclarationKind kind);

struct Declaration {
  DeclarationKind kind = DeclarationKind::Model;
  std::uint32_t index = 0;  // into the vector of its kind
  std::string name;
  base::Span span;  // of the name
};

/// Declarations of each kind in source order, without those whose name was taken.
struct Declarations {
  std::vector<const ast::Model*> models;
  std::vector<const ast::Enum*> enums;
  std::vector<const ast::Struct*> structs;
  std::vector<const ast::TypeAlias*> aliases;
  std::vector<const ast::Mixin*> mixins;
  std::vector<const ast::Policy*> policies;
  std::vector<const ast::Query*> queries;
  const ast::Actor* actor = nullptr;
  /// Some declaration could not be read; a missing name may be that one.
  bool incomplete = false;
  /// By lower-case name.
  std::unordered_map<std::string, Declaration> names;

  /// Spelled exactly so.
  const Declaration* find(std::string_view name) const;
  /// Of the given kinds, in the order of declaration; for suggestions.
  std::vector<std::string> names_of(std::initializer_list<DeclarationKind> kinds) const;
};

}  // namespace ochrec::sema
