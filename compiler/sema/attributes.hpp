// Which attributes exist and where each may stand. What an attribute's arguments mean is for the law it
// belongs to; attribute_arguments.hpp reads them.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "syntax/ast.hpp"

namespace ochrec::sema {

struct Analysis;

enum class Attr : unsigned char {
  Id,
  Auto,
  Default,
  Updated,
  Version,
  Computed,
  Unique,
  Index,
  Column,
  Type,
  Json,
  Deprecated,
  Length,
  Range,
  MultipleOf,
  Pattern,
  Email,
  Url,
  Items,
  UniqueItems,
  OneOf,
  Trim,
  Lower,
  Upper,
  RenamedFrom,
  Backfill,
  Sensitive,
  Mask,
  OnDelete,
  OnUpdate,
  Deferrable,
  Key,
  Through,
  Native,
  BypassPolicies
};

/// The kinds of place an attribute can be written at.
enum class Place : unsigned {
  Value = 1,      // a field of a model that holds a value
  ToOne = 2,      // a relation with its key
  OtherSide = 4,  // the other side of one
  List = 8,       // a list without the other side's name
  StructField = 16,
  Alias = 32,
  Model = 64,
  Enum = 128,
  EnumValue = 256,
  Index = 512,  // `index` and `unique` statements
  Query = 1024,
  Nothing = 2048  // statements and declarations that take none
};

/// The attributes of one place that exist, fit there, and are written once.
class AttributeSet {
 public:
  const ast::Attribute* find(Attr which) const;
  bool has(Attr which) const { return find(which) != nullptr; }
  void add(Attr which, const ast::Attribute& attribute) { entries_.emplace_back(which, &attribute); }

 private:
  std::vector<std::pair<Attr, const ast::Attribute*>> entries_;
};

/// Reports what does not exist, at a place that is wrong in itself and says nothing of what fits.
void attributes_exist(Analysis& analysis, const std::vector<ast::Attribute>& written, Place place);

/// Sorts out what was written at a place and reports what does not exist, does not belong there, or is there
/// twice. `described` says what the place is: "the model `User`".
AttributeSet attributes_at(Analysis& analysis, const std::vector<ast::Attribute>& written, Place place,
                           std::string_view described);

}  // namespace ochrec::sema
