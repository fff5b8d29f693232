#include "sema/structs.hpp"

#include <algorithm>

#include "sema/codes.hpp"
#include "sema/fields.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

bool flattened(const model::Type& type) { return type.kind == model::TypeKind::Struct && !type.array; }

std::optional<model::Field> resolve_field(Analysis& analysis, const ast::Field& written) {
  const AttributeSet attributes = attributes_at(analysis, written.attributes, Place::StructField,
                                                "a struct's field, " + quoted(written.name.text));
  const auto meaning = value_meaning(analysis, written.type, codes::struct_relation, "a struct's field");
  if (!meaning) return std::nullopt;
  return described_field(analysis, written, attributes, meaning->type, meaning->alias);
}

model::Struct resolve_struct(Analysis& analysis, const ast::Struct& written) {
  model::Struct out;
  out.name = written.name.text;
  out.doc = written.doc.text;
  out.span = written.name.span;
  attributes_at(analysis, written.attributes, Place::Nothing, "the struct " + quoted(out.name));
  if (written.fields.empty() && !written.incomplete)
    analysis.report(codes::struct_empty, out.span, "the struct " + quoted(out.name) + " has no fields");
  FieldNames names;
  for (const ast::Field& field : written.fields) {
    if (!field_names_differ(analysis, field.name, names)) continue;
    if (auto resolved = resolve_field(analysis, field)) out.fields.push_back(std::move(*resolved));
  }
  json_names_differ(analysis, out.fields);
  return out;
}

/// Finds structs that hold themselves, at any depth and in any form: C++ and the database could hold some of
/// those in arrays, but neither can say where they end.
class Nesting {
 public:
  explicit Nesting(Analysis& analysis)
      : analysis_(analysis), progress_(analysis.schema.structs.size()), heights_(progress_.size()) {}

  void visit(std::uint32_t index, int depth = 0) {
    progress_[index] = Progress::Started;
    auto& fields = analysis_.schema.structs[index].fields;
    std::erase_if(fields, [&](const model::Field& field) {
      return field.type.structure && !is_finite(index, field, depth);
    });
    progress_[index] = Progress::Done;
    analysis_.struct_facts[index] = facts(fields);
  }

  void visit_all() {
    for (std::uint32_t index = 0; index < progress_.size(); ++index)
      if (progress_[index] == Progress::Untouched) visit(index);
  }

 private:
  bool is_finite(std::uint32_t index, const model::Field& field, int depth) {
    const auto inner = static_cast<std::uint32_t>(*field.type.structure);
    if (progress_[inner] == Progress::Untouched && depth < longest_chain) visit(inner, depth + 1);
    if (progress_[inner] != Progress::Done || heights_[inner] >= longest_chain) {
      report(index, field, inner);
      return false;
    }
    heights_[index] = std::max(heights_[index], heights_[inner] + 1);
    return true;
  }

  StructFacts facts(const std::vector<model::Field>& fields) const {
    constexpr std::uint32_t enough = 100'000;
    StructFacts out;
    for (const model::Field& field : fields) {
      const bool flat = flattened(field.type);
      const StructFacts inner = flat ? analysis_.struct_facts[static_cast<std::size_t>(*field.type.structure)]
                                     : StructFacts{true, 1};
      out.required_leaf |= !field.type.optional && inner.required_leaf;
      out.leaves = std::min(enough, out.leaves + inner.leaves);
    }
    return out;
  }

  void report(std::uint32_t index, const model::Field& field, std::uint32_t inner) {
    const model::Struct& outer = analysis_.schema.structs[index];
    const model::Struct& held = analysis_.schema.structs[inner];
    if (progress_[inner] != Progress::Started) {
      analysis_.report(codes::struct_cycle, field.span,
                       "structs hold each other more than " + std::to_string(longest_chain) + " deep here");
      return;
    }
    const bool direct = index == inner;
    analysis_
        .report(codes::struct_cycle, field.span,
                "the struct " + quoted(outer.name) + " holds " +
                    (direct ? "itself" : quoted(held.name) + ", which holds it"))
        .with_help("use a model with a relation to itself, or plain `json`")
        .with_related(held.span, quoted(held.name) + " is declared here");
  }

  Analysis& analysis_;
  std::vector<Progress> progress_;
  std::vector<int> heights_;  // of the tallest chain below each
};

}  // namespace

void resolve_structs(Analysis& analysis) {
  for (const ast::Struct* written : analysis.declared.structs)
    analysis.schema.structs.push_back(resolve_struct(analysis, *written));
  analysis.struct_facts.resize(analysis.schema.structs.size());
  Nesting(analysis).visit_all();
  for (const model::Struct& of : analysis.schema.structs)
    for (const model::Field& field : of.fields)
      optional_struct_can_be_absent(analysis, field.type, field.span);
}

void optional_struct_can_be_absent(Analysis& analysis, const model::Type& type, base::Span span) {
  if (!flattened(type) || !type.optional) return;
  const model::Struct& of = analysis.schema.structure(*type.structure);
  if (of.fields.empty() || analysis.struct_facts[static_cast<std::size_t>(*type.structure)].required_leaf)
    return;
  analysis
      .report(codes::struct_absence, span,
              "an absent " + quoted(of.name) +
                  " could not be told from an empty one: all its fields are optional")
      .with_help("make one of its fields required, or store it as " + quoted("json<" + of.name + ">?"))
      .with_related(of.span, "declared here");
}

}  // namespace ochrec::sema
