#include "sema/other_sides.hpp"

#include <algorithm>

#include "model/naming.hpp"
#include "sema/codes.hpp"
#include "sema/pairing.hpp"
#include "sema/unique_keys.hpp"

namespace ochrec::sema {
namespace {

std::vector<std::string> relations_to(const Pairing& pairing, model::ModelId from, model::ModelId to) {
  std::vector<std::string> names;
  for (const Side side : Pairing::sides(pairing.to_one, from, to))
    names.push_back(pairing.field(side).syntax->name.text);
  return names;
}

void list_is_never_null(Analysis& analysis, const ast::Type& type) {
  if (!type.optional) return;
  const base::Span mark{type.span.file, type.span.end - 1, type.span.end};
  analysis.report(codes::other_side_mismatch, type.span, "a list of models is never null, only empty")
      .with_fix(mark, "");
}

/// `posts: Post.author[]`, one at a time.
class NamedSide {
 public:
  NamedSide(Pairing& pairing, Side side)
      : pairing_(pairing),
        analysis_(pairing.analysis),
        side_(side),
        field_(pairing.field(side)),
        named_(field_.syntax->type.path.parts[1]) {}

  void pair() {
    const auto partner = relation_exists();
    if (!partner || !leads_here(*partner) || !counts_agree(*partner)) return;
    if (pairing_.relation(*partner).inverse) {
      relation_has_one_other_side(*partner);
      return;
    }
    pairing_.connect(side_, *partner);
  }

 private:
  std::optional<Side> relation_exists() {
    const Draft& owner = analysis_.draft(field_.target);
    const auto found = owner.scope.find(named_.text);
    if (found != owner.scope.end()) return Side{field_.target, found->second};
    if (owner.incomplete) return std::nullopt;
    const std::string& model = analysis_.name_of(field_.target);
    base::Diagnostic& finding = analysis_.report(codes::unknown_other_side, named_.span,
                                                 quoted(model) + " has no relation " + quoted(named_.text));
    const auto candidates = relations_to(pairing_, field_.target, side_.model);
    if (candidates.empty())
      finding.with_help("add it to " + quoted(model) + ": " +
                        quoted(named_.text + ": " + analysis_.name_of(side_.model)));
    else
      suggest(analysis_, finding, named_, [&] { return candidates; });
    if (finding.help.empty())
      finding.with_help(quoted(model) + " leads here by " + listed(candidates, "and"));
    return std::nullopt;
  }

  bool leads_here(Side partner) {
    const DraftField& other = pairing_.field(partner);
    if (other.shape == Shape::Poisoned) return false;
    if (other.shape == Shape::ToOne && other.target == side_.model) return true;
    const std::string path = quoted(pairing_.path(partner));
    base::Diagnostic& finding = analysis_.report(
        codes::other_side_mismatch, field_.syntax->type.span,
        other.shape == Shape::ToOne ? path + " leads to " + quoted(analysis_.name_of(other.target)) +
                                          ", not to " + quoted(analysis_.name_of(side_.model))
        : other.shape == Shape::Value ? path + " is not a relation"
                                      : path + " holds no key, so it has no other side of this kind");
    finding.with_related(other.syntax->name.span, "declared here");
    if (other.shape == Shape::List) {
      finding.with_help("many to many is written as a list on both sides: " +
                        quoted(field_.syntax->name.text + ": " + analysis_.name_of(partner.model) + "[]"));
      pairing_.field(partner).shape = Shape::Poisoned;  // it would miss its own other side
    }
    return false;
  }

  bool counts_agree(Side partner) {
    const ast::Type& type = field_.syntax->type;
    if (!type.array && !type.optional) {
      const base::Span end{type.span.file, type.span.end, type.span.end};
      const bool unique = key_is_unique(analysis_, partner.model, *pairing_.field(partner).relation);
      analysis_
          .report(codes::other_side_mismatch, type.span,
                  "the other side of a relation is a list, or optional: there may be no such row")
          .with_help("write " + quoted(type.path.text() + (unique ? "?" : "[]")))
          .with_fix(end, unique ? "?" : "[]");
      return false;
    }
    if (type.array) list_is_never_null(analysis_, type);
    return type.array || one_to_one_key_is_unique(partner);
  }

  bool one_to_one_key_is_unique(Side partner) {
    const DraftField& other = pairing_.field(partner);
    if (key_is_unique(analysis_, partner.model, *other.relation)) return true;
    const ast::Type& type = field_.syntax->type;
    const base::Span end{other.syntax->type.span.file, other.syntax->type.span.end,
                         other.syntax->type.span.end};
    analysis_
        .report(codes::one_to_one_key, type.span,
                "several rows of " + quoted(analysis_.name_of(partner.model)) + " could have the same " +
                    quoted(other.syntax->name.text) + ", so this is not one to one")
        .with_help("mark " + quoted(pairing_.path(partner)) + " with `@unique`, or write " +
                   quoted(type.path.text() + "[]") + " here")
        .with_related(other.syntax->name.span, "declared here")
        .with_fix(end, " @unique");
    return false;
  }

  void relation_has_one_other_side(Side partner) {
    const model::Relation& first =
        analysis_.model(side_.model).relations[*pairing_.relation(partner).inverse];
    analysis_
        .report(codes::other_side_twice, field_.syntax->name.span,
                quoted(pairing_.path(partner)) + " already has an other side, " + quoted(first.name))
        .with_related(first.span, "declared here");
  }

  Pairing& pairing_;
  Analysis& analysis_;
  Side side_;
  const DraftField& field_;
  const ast::Name& named_;
};

void list_has_one_possible_other_side(const Pairing& pairing, Side side,
                                      const std::vector<Side>& candidates) {
  constexpr std::size_t most_shown = 8;
  const DraftField& field = pairing.field(side);
  const std::vector<Side> shown(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                             most_shown, candidates.size())));
  std::vector<std::string> ways;
  for (const Side candidate : shown)
    ways.push_back(field.syntax->name.text + ": " + pairing.path(candidate) + "[]");
  base::Diagnostic& finding = pairing.analysis.report(
      codes::ambiguous_other_side, field.syntax->type.span,
      quoted(field.syntax->name.text) + " could be the other side of several relations of " +
          quoted(pairing.analysis.name_of(field.target)));
  finding.with_help("name the one that is meant: " + listed(ways, "or"));
  for (const Side candidate : shown)
    finding.with_related(pairing.field(candidate).syntax->name.span, "this one");
}

void other_side_is_taken(const Pairing& pairing, Side side, Side candidate) {
  const model::Relation& first =
      pairing.analysis.model(side.model).relations[*pairing.relation(candidate).inverse];
  pairing.analysis
      .report(codes::other_side_twice, pairing.field(side).syntax->name.span,
              quoted(pairing.path(candidate)) + " already has an other side, " + quoted(first.name))
      .with_related(first.span, "declared here");
}

// A list pairs with the only relation with a key that leads back and was not claimed by name.
void pair_list(Pairing& pairing, Side side) {
  if (pairing.field(side).shape == Shape::Poisoned) return;
  const auto& candidates = Pairing::sides(pairing.unclaimed, pairing.field(side).target, side.model);
  if (candidates.empty())
    pair_lists(pairing, side);
  else if (candidates.size() > 1)
    list_has_one_possible_other_side(pairing, side, candidates);
  else if (pairing.relation(candidates[0]).inverse)
    other_side_is_taken(pairing, side, candidates[0]);
  else
    pairing.connect(side, candidates[0]);
}

Pairing sort_relations(Analysis& analysis) {
  Pairing out(analysis);
  for (std::uint32_t index = 0; index < analysis.drafts.size(); ++index) {
    const model::ModelId model{index};
    auto& fields = analysis.drafts[index].fields;
    for (std::uint32_t at = 0; at < fields.size(); ++at) {
      const DraftField& field = fields[at];
      const Side side{model, at};
      if (field.shape == Shape::ToOne) out.to_one[{model, field.target}].push_back(side);
      if (field.shape == Shape::OtherSide) out.named.push_back(side);
      if (field.shape != Shape::List) continue;
      list_is_never_null(analysis, field.syntax->type);
      if (field.attributes.has(Attr::Through)) {
        out.through.push_back(side);
      } else {
        out.lists[{model, field.target}].push_back(side);
        out.list_order.push_back(side);
      }
    }
  }
  return out;
}

SidesByDirection unclaimed_relations(const Pairing& pairing) {
  SidesByDirection out;
  for (const auto& [direction, sides] : pairing.to_one)
    for (const Side side : sides)
      if (!pairing.relation(side).inverse) out[direction].push_back(side);
  return out;
}

}  // namespace

void pair_other_sides(Analysis& analysis) {
  Pairing pairing = sort_relations(analysis);
  for (const Side side : pairing.named) NamedSide(pairing, side).pair();
  pairing.unclaimed = unclaimed_relations(pairing);
  for (const Side side : pairing.list_order) pair_list(pairing, side);
  pair_through(pairing);
  make_join_models(pairing);
}

}  // namespace ochrec::sema
