#include <map>
#include <tuple>

#include "sema/attribute_arguments.hpp"
#include "sema/codes.hpp"
#include "sema/models.hpp"
#include "sema/pairing.hpp"

namespace ochrec::sema {
namespace {

constexpr std::string_view through_takes =
    "the join model, and where needed its relations to this side and to the other: "
    "`@through(Friendship, from, to)`";

/// One list with `@through`.
class ThroughList {
 public:
  ThroughList(const Pairing& pairing, Side side)
      : pairing_(pairing),
        analysis_(pairing.analysis),
        side_(side),
        field_(pairing.field(side)),
        attribute_(*field_.attributes.find(Attr::Through)) {}

  /// Returns whether the list is settled.
  bool settle() {
    std::vector<const ast::Name*> words;
    for (const ast::Argument& argument : attribute_.arguments)
      if (const ast::Name* word = as_word(argument)) words.push_back(word);
    if (words.size() != attribute_.arguments.size() || (words.size() != 1 && words.size() != 3)) {
      wrong_arguments(analysis_, attribute_, through_takes);
      return false;
    }
    const auto join = model_is_declared(analysis_, *words[0]);
    if (!join) return false;
    const auto near = leg(*join, side_.model, words.size() == 3 ? words[1] : nullptr);
    const auto far = near ? leg(*join, field_.target, words.size() == 3 ? words[2] : nullptr) : std::nullopt;
    if (!far || !legs_differ(*near, *far)) return false;
    model::Relation& relation = pairing_.relation(side_);
    relation.kind = model::RelationKind::ManyToMany;
    relation.through = *join;
    relation.near = *pairing_.field(*near).relation;
    relation.far = *pairing_.field(*far).relation;
    return true;
  }

 private:
  std::optional<Side> leg(model::ModelId join, model::ModelId end, const ast::Name* name) {
    return name != nullptr ? named_leg(join, end, *name) : only_leg(join, end);
  }

  std::optional<Side> named_leg(model::ModelId join, model::ModelId end, const ast::Name& name) {
    const Draft& draft = analysis_.draft(join);
    const auto found = draft.scope.find(name.text);
    if (found != draft.scope.end()) {
      const DraftField& field = draft.fields[found->second];
      if (field.shape == Shape::ToOne && field.target == end) return Side{join, found->second};
      if (field.shape == Shape::Poisoned) return std::nullopt;
    } else if (draft.incomplete) {
      return std::nullopt;
    }
    base::Diagnostic& finding =
        analysis_.report(codes::through_model, name.span,
                         quoted(analysis_.name_of(join)) + " has no relation " + quoted(name.text) + " to " +
                             quoted(analysis_.name_of(end)));
    suggest(analysis_, finding, name, [&] { return names(Pairing::sides(pairing_.to_one, join, end)); });
    return std::nullopt;
  }

  std::optional<Side> only_leg(model::ModelId join, model::ModelId end) {
    const auto& legs = Pairing::sides(pairing_.to_one, join, end);
    if (legs.size() == 1) return legs[0];
    const Draft& draft = analysis_.draft(join);
    if (legs.empty() && (draft.incomplete || draft.has_poison)) return std::nullopt;
    const std::string& name = analysis_.name_of(join);
    base::Diagnostic& finding = analysis_.report(codes::through_model, attribute_.span,
                                                 "the join model " + quoted(name) + " has " +
                                                     (legs.empty() ? "no relation" : "several relations") +
                                                     " to " + quoted(analysis_.name_of(end)));
    if (legs.empty())
      finding.with_help("a join model has a relation to each side");
    else
      finding.with_help("name the one to this side and the one to the other: " +
                        quoted("@through(" + name + ", " + pairing_.field(legs[0]).syntax->name.text + ", " +
                               pairing_.field(legs[1]).syntax->name.text + ")"));
    finding.with_related(draft.syntax->name.span, "declared here");
    return std::nullopt;
  }

  bool legs_differ(Side near, Side far) {
    if (!(near == far)) return true;
    const std::string& name = analysis_.name_of(near.model);
    analysis_
        .report(codes::through_model, attribute_.span,
                "the join model " + quoted(name) + " leads to both sides by the same relation, " +
                    quoted(pairing_.field(near).syntax->name.text))
        .with_help("a join model has a relation to each side")
        .with_related(analysis_.draft(near.model).syntax->name.span, "declared here");
    return false;
  }

  std::vector<std::string> names(const std::vector<Side>& sides) const {
    std::vector<std::string> out;
    for (const Side side : sides) out.push_back(pairing_.field(side).syntax->name.text);
    return out;
  }

  const Pairing& pairing_;
  Analysis& analysis_;
  Side side_;
  const DraftField& field_;
  const ast::Attribute& attribute_;
};

using Route = std::tuple<model::ModelId, std::uint32_t, std::uint32_t>;  // join, near, far

}  // namespace

void pair_through(const Pairing& pairing) {
  std::map<Route, Side> routes;
  for (const Side side : pairing.through) {
    if (!ThroughList(pairing, side).settle()) continue;
    const model::Relation& relation = pairing.relation(side);
    const auto [first, added] = routes.emplace(Route{relation.through, relation.near, relation.far}, side);
    if (added) continue;
    pairing.analysis
        .report(
            codes::other_side_twice, relation.span,
            quoted(relation.name) + " is the same list as " + quoted(pairing.relation(first->second).name))
        .with_related(pairing.relation(first->second).span, "declared here");
  }
  for (const auto& [route, side] : routes) {
    const auto& [join, near, far] = route;
    if (const auto back = routes.find({join, far, near}); back != routes.end())
      pairing.relation(side).inverse = *pairing.field(back->second).relation;
  }
}

}  // namespace ochrec::sema
