#include "sema/declare.hpp"

#include "sema/codes.hpp"

namespace ochrec::sema {
namespace {

class Collector {
 public:
  explicit Collector(Analysis& analysis) : analysis_(analysis), out_(analysis.declared) {}

  void operator()(const ast::Model& model) { named(DeclarationKind::Model, model, out_.models); }
  void operator()(const ast::Enum& declared) { named(DeclarationKind::Enum, declared, out_.enums); }
  void operator()(const ast::Struct& declared) { named(DeclarationKind::Struct, declared, out_.structs); }
  void operator()(const ast::TypeAlias& alias) { named(DeclarationKind::Alias, alias, out_.aliases); }
  void operator()(const ast::Mixin& mixin) { named(DeclarationKind::Mixin, mixin, out_.mixins); }
  void operator()(const ast::Policy& policy) { out_.policies.push_back(&policy); }
  void operator()(const ast::Query& query) { out_.queries.push_back(&query); }

  void operator()(const ast::Actor& actor) {
    if (out_.actor == nullptr) {
      out_.actor = &actor;
      return;
    }
    analysis_.report(codes::actor_twice, actor.keyword_span, "the actor is declared twice")
        .with_help("put all its fields into one declaration")
        .with_related(out_.actor->keyword_span, "first declared here");
  }

 private:
  template <class T>
  void named(DeclarationKind kind, const T& declared, std::vector<const T*>& list) {
    const ast::Name& name = declared.name;
    const Declaration entry{kind, static_cast<std::uint32_t>(list.size()), name.text, name.span};
    const auto [existing, added] = out_.names.emplace(lower_case(name.text), entry);
    if (added) {
      list.push_back(&declared);
      return;
    }
    const Declaration& first = existing->second;
    const bool same = first.name == name.text;
    analysis_
        .report(
            codes::name_taken, name.span,
            quoted(name.text) + " is already the name of " + std::string(described(first.kind)) +
                (same ? "" : ", " + quoted(first.name) + ": names differ in more than upper and lower case"))
        .with_related(first.span, "first declared here");
  }

  Analysis& analysis_;
  Declarations& out_;
};

}  // namespace

void schema_stands_once(Analysis& analysis) {
  const auto& files = analysis.program.files;
  if (files.empty()) return;
  if (files[0].schema) {
    analysis.schema.name = files[0].schema->name.text;
    analysis.schema.name_span = files[0].schema->name.span;
  } else {
    analysis.schema.name_span = {files[0].id, 0, 0};
  }
  const ast::SchemaName* named = files[0].schema ? &*files[0].schema : nullptr;
  for (std::size_t at = 1; at < files.size(); ++at) {
    if (!files[at].schema) continue;
    const ast::SchemaName& further = *files[at].schema;
    if (named == nullptr) {  // a part is looked at alone, and imports the root of its schema
      named = &further;
      continue;
    }
    analysis.report(codes::schema_twice, further.span, "an imported file has a `schema` statement of its own")
        .with_help("imported files belong to the schema of the root file; remove the statement")
        .with_fix(further.span, "")
        .with_related(named->span, "the schema is named here");
  }
}

void declarations_have_different_names(Analysis& analysis) {
  Collector collect(analysis);
  for (const ast::File& file : analysis.program.files) {
    analysis.declared.incomplete |= file.incomplete;
    for (const ast::Declaration& declaration : file.declarations) std::visit(collect, declaration);
  }
}

}  // namespace ochrec::sema
