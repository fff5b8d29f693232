#include "sema/mixins.hpp"

#include <algorithm>
#include <unordered_map>

#include "sema/codes.hpp"

namespace ochrec::sema {

Mixins::Mixins(Analysis& analysis)
    : analysis_(analysis),
      includes_(analysis.declared.mixins.size()),
      complete_(includes_.size(), true),
      progress_(includes_.size()),
      heights_(includes_.size()),
      used_(includes_.size(), false) {
  for (std::uint32_t index = 0; index < includes_.size(); ++index) {
    const ast::Mixin& mixin = *analysis.declared.mixins[index];
    attributes_at(analysis, mixin.attributes, Place::Nothing, "the mixin " + quoted(mixin.name.text));
    bool complete = true;
    includes_[index] = resolve(mixin.mixins, complete);
    complete_[index] = complete;
  }
  for (std::uint32_t index = 0; index < includes_.size(); ++index)
    if (progress_[index] == Progress::Untouched) visit(index, 0);
}

MixinList Mixins::of(const std::vector<ast::Name>& names) {
  MixinList list;
  if (names.empty()) return list;
  std::vector<bool> seen(includes_.size(), false);
  for (const std::uint32_t index : resolve(names, list.complete)) expand(index, list, seen);
  return list;
}

std::vector<const ast::Mixin*> Mixins::unused() const {
  std::vector<const ast::Mixin*> out;
  for (std::uint32_t index = 0; index < used_.size(); ++index)
    if (!used_[index]) out.push_back(analysis_.declared.mixins[index]);
  return out;
}

std::vector<std::uint32_t> Mixins::resolve(const std::vector<ast::Name>& names, bool& complete) {
  std::vector<std::uint32_t> out;
  std::unordered_map<std::uint32_t, base::Span> seen;
  for (const ast::Name& name : names) {
    const Declaration* declaration = mixin_is_declared(name, complete);
    if (declaration == nullptr) continue;
    const auto [first, added] = seen.emplace(declaration->index, name.span);
    if (added)
      out.push_back(declaration->index);
    else
      analysis_.report(codes::mixin_twice, name.span, quoted(name.text) + " is included twice")
          .with_related(first->second, "first included here");
  }
  return out;
}

const Declaration* Mixins::mixin_is_declared(const ast::Name& name, bool& complete) {
  const Declaration* declaration = analysis_.declared.find(name.text);
  if (declaration != nullptr && declaration->kind == DeclarationKind::Mixin) return declaration;
  complete = false;
  if (declaration == nullptr && analysis_.declared.incomplete) return nullptr;
  base::Diagnostic& finding = analysis_.report(
      codes::unknown_mixin, name.span,
      declaration == nullptr
          ? "there is no mixin " + quoted(name.text)
          : quoted(name.text) + " is " + std::string(described(declaration->kind)) + ", not a mixin");
  if (declaration != nullptr) finding.with_related(declaration->span, "declared here");
  suggest(analysis_, finding, name, [&] { return analysis_.declared.names_of({DeclarationKind::Mixin}); });
  return nullptr;
}

void Mixins::visit(std::uint32_t index, int depth) {
  progress_[index] = Progress::Started;
  std::erase_if(includes_[index], [&](std::uint32_t inner) {
    if (progress_[inner] == Progress::Untouched && depth < longest_chain) visit(inner, depth + 1);
    if (progress_[inner] != Progress::Done || heights_[inner] >= longest_chain) {
      cannot_include(index, inner);
      return true;
    }
    heights_[index] = std::max(heights_[index], heights_[inner] + 1);
    return false;
  });
  progress_[index] = Progress::Done;
}

void Mixins::cannot_include(std::uint32_t index, std::uint32_t inner) {
  const ast::Name& name = analysis_.declared.mixins[index]->name;
  const ast::Name& other = analysis_.declared.mixins[inner]->name;
  if (progress_[inner] != Progress::Started) {
    analysis_.report(codes::mixin_cycle, name.span,
                     "mixins include each other more than " + std::to_string(longest_chain) + " deep here");
    return;
  }
  analysis_
      .report(codes::mixin_cycle, name.span,
              "the mixin " + quoted(name.text) + " includes " +
                  (index == inner ? "itself" : quoted(other.text) + ", which includes it"))
      .with_related(other.span, quoted(other.text) + " is declared here");
}

void Mixins::expand(std::uint32_t index, MixinList& list, std::vector<bool>& seen) {
  if (seen[index]) return;
  seen[index] = true;
  used_[index] = true;
  list.complete = list.complete && complete_[index];
  list.mixins.push_back(analysis_.declared.mixins[index]);
  for (const std::uint32_t inner : includes_[index]) expand(inner, list, seen);
}

}  // namespace ochrec::sema
