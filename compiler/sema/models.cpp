#include "sema/models.hpp"

#include "sema/codes.hpp"

namespace ochrec::sema {

std::optional<model::ModelId> model_is_declared(Analysis& analysis, const ast::Name& name) {
  const Declaration* declaration = analysis.declared.find(name.text);
  if (declaration != nullptr && declaration->kind == DeclarationKind::Model)
    return model::ModelId{declaration->index};
  if (declaration != nullptr) {
    analysis
        .report(codes::unknown_model, name.span,
                quoted(name.text) + " is " + std::string(described(declaration->kind)) + ", not a model")
        .with_related(declaration->span, "declared here");
  } else if (!analysis.declared.incomplete) {
    base::Diagnostic& finding =
        analysis.report(codes::unknown_model, name.span, "there is no model " + quoted(name.text));
    suggest(analysis, finding, name, [&] { return analysis.declared.names_of({DeclarationKind::Model}); });
  }
  return std::nullopt;
}

}  // namespace ochrec::sema
