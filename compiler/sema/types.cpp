#include "sema/types.hpp"

#include <algorithm>
#include <array>

#include "sema/codes.hpp"
#include "sema/foreign.hpp"
#include "sema/type_arguments.hpp"

namespace ochrec::sema {
namespace {

constexpr std::array<std::string_view, 16> scalar_names = {
    "bool",  "int16", "int32", "int64", "float32",   "float64",  "decimal",  "string",
    "bytes", "uuid",  "date",  "time",  "timestamp", "datetime", "duration", "json"};

std::optional<model::Scalar> scalar_named(std::string_view name) {
  const auto found = std::find(scalar_names.begin(), scalar_names.end(), name);
  if (found == scalar_names.end()) return std::nullopt;
  return static_cast<model::Scalar>(found - scalar_names.begin());
}

void type_is_declared(Analysis& analysis, const ast::Name& name) {
  if (analysis.declared.incomplete) return;
  base::Diagnostic& finding =
      analysis.report(codes::unknown_type, name.span, "there is no type " + quoted(name.text));
  if (explain_foreign(Foreign::Type, finding, name)) return;
  suggest(analysis, finding, name, [&] {
    std::vector<std::string> candidates(scalar_names.begin(), scalar_names.end());
    const auto declared = analysis.declared.names_of(
        {DeclarationKind::Enum, DeclarationKind::Alias, DeclarationKind::Struct, DeclarationKind::Model});
    candidates.insert(candidates.end(), declared.begin(), declared.end());
    return candidates;
  });
}

bool array_holds_single_values(Analysis& analysis, const ast::Type& written, const model::Type& element,
                               bool through_alias) {
  if (!written.array) return true;
  if (element.array) {
    analysis
        .report(codes::array_element, written.span,
                quoted(written.path.text()) + " is an array already, and arrays do not nest")
        .with_help("put the inner list into a struct, or use `json`");
    return false;
  }
  if (element.kind != model::TypeKind::Scalar || element.scalar != model::Scalar::Json) return true;
  const bool structured = element.structure.has_value() && !through_alias && written.of;
  analysis.report(codes::array_element, written.span, "`json` does not stand in arrays")
      .with_help(structured ? "an array of a struct is " + quoted(written.of->text + "[]")
                            : "a `json` value can be a list itself");
  return false;
}

TypeMeaning value(Analysis& analysis, const ast::Type& written, model::Type type,
                  std::optional<std::uint32_t> alias) {
  if (!array_holds_single_values(analysis, written, type, alias.has_value())) return {};
  TypeMeaning meaning;
  meaning.shape = Shape::Value;
  meaning.type = type;
  meaning.type.array |= written.array;
  meaning.type.optional = written.optional;
  meaning.alias = alias;
  return meaning;
}

TypeMeaning scalar(Analysis& analysis, const ast::Type& written, model::Scalar which) {
  const auto type = scalar_type(analysis, written, which);
  return type ? value(analysis, written, *type, std::nullopt) : TypeMeaning{};
}

TypeMeaning relation(const ast::Type& written, std::uint32_t target) {
  TypeMeaning meaning;
  meaning.shape = written.array ? Shape::List : Shape::ToOne;
  meaning.target = model::ModelId{target};
  return meaning;
}

TypeMeaning declared(Analysis& analysis, const ast::Type& written, const Declaration& declaration) {
  if (!takes_no_arguments(analysis, written)) return {};
  model::Type type;
  switch (declaration.kind) {
    case DeclarationKind::Model: return relation(written, declaration.index);
    case DeclarationKind::Enum:
      type.kind = model::TypeKind::Enum;
      type.enumeration = model::EnumId{declaration.index};
      return value(analysis, written, type, std::nullopt);
    case DeclarationKind::Struct:
      type.kind = model::TypeKind::Struct;
      type.structure = model::StructId{declaration.index};
      return value(analysis, written, type, std::nullopt);
    case DeclarationKind::Alias:
      if (const auto& alias = analysis.aliases[declaration.index].type)
        return value(analysis, written, *alias, declaration.index);
      return {};
    case DeclarationKind::Mixin: break;
  }
  analysis.report(codes::not_a_type, written.path.span, quoted(declaration.name) + " is a mixin, not a type")
      .with_help("a model takes it in with `model … with " + declaration.name + " { … }`")
      .with_related(declaration.span, "declared here");
  return {};
}

TypeMeaning other_side(Analysis& analysis, const ast::Type& written) {
  const ast::Name& owner = written.path.parts[0];
  const Declaration* declaration = analysis.declared.find(owner.text);
  if (declaration == nullptr) {
    type_is_declared(analysis, owner);
    return {};
  }
  if (declaration->kind != DeclarationKind::Model || written.path.parts.size() > 2) {
    analysis
        .report(codes::not_a_type, written.path.span,
                quoted(written.path.text()) + " names no relation of a model")
        .with_help("the other side of a relation is written as `Model.relation[]`");
    return {};
  }
  if (!takes_no_arguments(analysis, written)) return {};
  TypeMeaning meaning;
  meaning.shape = Shape::OtherSide;
  meaning.target = model::ModelId{declaration->index};
  meaning.named = &written.path.parts[1];
  return meaning;
}

}  // namespace

TypeMeaning meaning_of(Analysis& analysis, const ast::Type& written) {
  if (!written.readable()) return {};
  if (written.path.parts.size() > 1) return other_side(analysis, written);
  const ast::Name& name = written.path.parts[0];
  if (const auto which = scalar_named(name.text)) return scalar(analysis, written, *which);
  if (const Declaration* declaration = analysis.declared.find(name.text))
    return declared(analysis, written, *declaration);
  type_is_declared(analysis, name);
  return {};
}

std::optional<TypeMeaning> value_meaning(Analysis& analysis, const ast::Type& written, base::Code law,
                                         std::string_view what) {
  TypeMeaning meaning = meaning_of(analysis, written);
  if (meaning.shape == Shape::Value) return meaning;
  if (meaning.shape != Shape::Poisoned)
    analysis.report(
        law, written.span,
        std::string(what) + " holds a value, but " + quoted(written.path.parts[0].text) + " is a model");
  return std::nullopt;
}

std::string_view scalar_name(model::Scalar scalar) { return scalar_names[static_cast<std::size_t>(scalar)]; }

std::string spelled(const Analysis& analysis, const model::Type& type) {
  std::string out;
  if (type.kind == model::TypeKind::Enum)
    out = analysis.schema.enumeration(type.enumeration).name;
  else if (type.kind == model::TypeKind::Struct)
    out = analysis.declared.structs[static_cast<std::size_t>(*type.structure)]->name.text;
  else
    out = scalar_name(type.scalar);
  if (type.is(model::Scalar::Decimal))
    out += "(" + std::to_string(type.precision) + ", " + std::to_string(type.scale) + ")";
  if (type.max_length) out += "(" + std::to_string(*type.max_length) + ")";
  if (type.kind == model::TypeKind::Scalar && type.structure)
    out += "<" + analysis.declared.structs[static_cast<std::size_t>(*type.structure)]->name.text + ">";
  if (type.array) out += "[]";
  if (type.optional) out += "?";
  return out;
}

}  // namespace ochrec::sema
