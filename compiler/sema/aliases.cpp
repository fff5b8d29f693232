#include "sema/aliases.hpp"

#include "sema/codes.hpp"
#include "sema/rules.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

class Resolver {
 public:
  explicit Resolver(Analysis& analysis) : analysis_(analysis), progress_(analysis.aliases.size()) {}

  void resolve(std::uint32_t index, int depth = 0) {
    if (progress_[index] != Progress::Untouched) return;
    progress_[index] = Progress::Started;
    const ast::TypeAlias& written = *analysis_.declared.aliases[index];
    if (const Declaration* base = base_alias(written)) {
      if (!is_not_made_of_itself(written, *base) || !chain_is_short(written, depth)) return;
      resolve(base->index, depth + 1);
    }
    analysis_.aliases[index] = meaning(written);
    progress_[index] = Progress::Done;
  }

 private:
  const Declaration* base_alias(const ast::TypeAlias& written) const {
    if (written.type.path.parts.size() != 1) return nullptr;
    const Declaration* base = analysis_.declared.find(written.type.path.parts[0].text);
    return base != nullptr && base->kind == DeclarationKind::Alias ? base : nullptr;
  }

  bool is_not_made_of_itself(const ast::TypeAlias& written, const Declaration& base) {
    if (progress_[base.index] != Progress::Started) return true;
    analysis_
        .report(codes::alias_cycle, written.type.span,
                "the type " + quoted(written.name.text) + " is made of " + quoted(base.name) +
                    ", which is made of it")
        .with_related(base.span, "declared here");
    return false;
  }

  bool chain_is_short(const ast::TypeAlias& written, int depth) {
    if (depth < longest_chain) return true;
    analysis_.report(
        codes::alias_cycle, written.type.span,
        "named types are made of each other more than " + std::to_string(longest_chain) + " deep here");
    return false;
  }

  Alias meaning(const ast::TypeAlias& written) {
    Alias alias;
    const auto type = value_meaning(analysis_, written.type, codes::not_a_type, "a named type");
    if (!type) return alias;
    if (!leaves_absence_to_the_field(written)) return alias;
    alias.type = type->type;
    alias.type->optional = false;
    if (type->alias) alias.rules = analysis_.aliases[*type->alias].rules;
    const AttributeSet attributes = attributes_at(analysis_, written.attributes, Place::Alias,
                                                  "the named type " + quoted(written.name.text));
    add_rules(analysis_, attributes, *alias.type, written.name, alias.rules);
    return alias;
  }

  bool leaves_absence_to_the_field(const ast::TypeAlias& written) {
    if (!written.type.optional) return true;
    const base::Span mark{written.type.span.file, written.type.span.end - 1, written.type.span.end};
    analysis_
        .report(codes::alias_optional, mark,
                "the named type " + quoted(written.name.text) + " cannot be optional itself")
        .with_help("write `?` where the type is used: `field: " + written.name.text + "?`")
        .with_fix(mark, "");
    return false;
  }

  Analysis& analysis_;
  std::vector<Progress> progress_;
};

}  // namespace

void resolve_aliases(Analysis& analysis) {
  analysis.aliases.resize(analysis.declared.aliases.size());
  Resolver resolver(analysis);
  for (std::uint32_t index = 0; index < analysis.aliases.size(); ++index) resolver.resolve(index);
}

}  // namespace ochrec::sema
