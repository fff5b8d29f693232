// The state that the laws of one analysis share: the program, what is declared, and the schema as far as it
// is known. Each stage fills its part and reads the parts of the stages before it; analyze.cpp has the order.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/suggest.hpp"
#include "model/schema.hpp"
#include "sema/attributes.hpp"
#include "sema/declarations.hpp"
#include "sema/text.hpp"
#include "syntax/load.hpp"

namespace ochrec::sema {

/// Declarations that build on each other form chains no longer than this, so that recursion stays shallow.
inline constexpr int longest_chain = 100;

/// A named type, resolved. Nothing when it was wrong and has been reported.
struct Alias {
  std::optional<model::Type> type;
  model::Rules rules;
};

/// What holds for a struct with all it contains. Kept, because looking again at every use would be
/// exponential in the depth of nesting.
struct StructFacts {
  bool required_leaf = false;  // some leaf is never null when the struct is present
  std::uint32_t leaves = 0;    // columns when flattened; counted up to a little over the greatest table
};

enum class Shape : unsigned char {
  Poisoned,   // wrong, and reported
  Value,      // a scalar, enum or struct, or an array of them
  ToOne,      // `author: User`
  OtherSide,  // `posts: Post.author[]`
  List        // `posts: Post[]`
};

/// A field as written in a model or in one of its mixins.
struct DraftField {
  const ast::Field* syntax = nullptr;
  Shape shape = Shape::Poisoned;
  model::Type type;                    // Value
  std::optional<std::uint32_t> alias;  // Value of a named type
  model::ModelId target{};             // relations
  AttributeSet attributes;
  std::uint32_t first = 0;  // the fields of the model that it became
  std::uint32_t count = 0;
  std::optional<std::uint32_t> relation;  // the relation of the model that it became
};

/// One part of a model's key, before the model is laid out; what a relation's key field copies.
struct KeyColumn {
  std::string name;
  model::Type type;
  model::ColumnTypes column_type;
};

enum class Progress : unsigned char { Untouched, Started, Done };

/// A model on its way to a model::Model: mixins expanded, names in scope known.
struct Draft {
  const ast::Model* syntax = nullptr;
  std::vector<DraftField> fields;
  std::vector<const ast::Member*> statements;            // all members but fields; the model's own first
  std::unordered_map<std::string, std::uint32_t> scope;  // name → index into `fields`
  std::unordered_map<std::string, std::uint32_t> made;   // name → index into Model::fields, once laid out
  std::vector<std::uint32_t> first_column;               // of each of Model::fields, once laid out
  std::vector<KeyColumn> key;                            // empty when it has none, or a wrong one
  Progress key_progress = Progress::Untouched;
  bool incomplete = false;  // a member could not be read, so a missing name may be that one
  bool has_poison = false;  // a field is wrong

  const DraftField* field(const std::string& name) const;
  /// Whether a name that it does not have could be one that a mistake hides: `author_id` of a relation that
  /// is wrong would exist if it were right.
  bool may_have(const std::string& name) const;
};

struct Analysis {
  const syntax::Program& program;
  base::Diagnostics& diagnostics;
  model::Schema schema{};
  Declarations declared{};
  std::vector<Alias> aliases{};             // parallel to declared.aliases
  std::vector<StructFacts> struct_facts{};  // parallel to schema.structs
  std::size_t members = 0;                  // of all models, with those of their mixins
  std::size_t candidates_left = 1'000'000;  // names that suggest() may still compare
  std::vector<Draft> drafts{};              // parallel to schema.models, which later also get join models

  base::Diagnostic& report(base::Code code, base::Span span, std::string message) {
    return diagnostics.report(code, span, std::move(message));
  }
  model::Model& model(model::ModelId id) { return schema.models[static_cast<std::size_t>(id)]; }
  Draft& draft(model::ModelId id) { return drafts[static_cast<std::size_t>(id)]; }
  const std::string& name_of(model::ModelId id) const {
    return declared.models[static_cast<std::size_t>(id)]->name.text;
  }
};

/// "did you mean `x`?" with an edit, when a candidate is near. Beyond the limit of kept findings, or when
/// very many candidates were looked at, it does nothing, so that a million slips stay cheap; `candidates` is
/// called only when needed.
template <class Candidates>
void suggest(Analysis& analysis, base::Diagnostic& finding, const ast::Name& written, Candidates candidates) {
  if (analysis.diagnostics.error_count() > base::Diagnostics::limit || analysis.candidates_left == 0) return;
  const auto names = candidates();
  analysis.candidates_left -= std::min(analysis.candidates_left, names.size());
  if (const auto near = base::nearest(written.text, names))
    finding.with_help("did you mean " + quoted(*near) + "?").with_fix(written.span, *near);
}

}  // namespace ochrec::sema
