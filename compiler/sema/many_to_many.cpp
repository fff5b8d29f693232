#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "model/naming.hpp"
#include "sema/codes.hpp"
#include "sema/columns.hpp"
#include "sema/pairing.hpp"
#include "sema/text_forms.hpp"

namespace ochrec::sema {
namespace {

std::string through_help(const Pairing& pairing, Side side) {
  return "declare the join model, with a relation to each side, and name it: `" +
         pairing.field(side).syntax->name.text + ": " + pairing.analysis.name_of(pairing.field(side).target) +
         "[] @through(Model)`";
}

void list_needs_through(const Pairing& pairing, Side side, std::string message) {
  pairing.analysis
      .report(codes::join_needs_through, pairing.field(side).syntax->type.span, std::move(message))
      .with_help(through_help(pairing, side));
}

// What would have been the partner, had it not gone another way.
void explain_missing_partner(const Pairing& pairing, Side side, base::Diagnostic& finding) {
  const model::ModelId target = pairing.field(side).target;
  const auto& back = Pairing::sides(pairing.lists, target, side.model);
  const auto& forward = Pairing::sides(pairing.unclaimed, side.model, target);
  if (back.empty() || forward.empty()) return;
  finding.with_related(
      pairing.field(back[0]).syntax->name.span,
      quoted(pairing.path(back[0])) + " is taken for the other side of " + quoted(pairing.path(forward[0])));
  finding.with_help("give " + quoted(pairing.path(forward[0])) + " an other side by name in " +
                    quoted(pairing.analysis.name_of(target)) + ": " +
                    quoted("name: " + pairing.path(forward[0]) + "[]"));
}

void list_has_other_side(const Pairing& pairing, Side side) {
  const Analysis& analysis = pairing.analysis;
  const DraftField& field = pairing.field(side);
  const Draft& target = analysis.drafts[static_cast<std::size_t>(field.target)];
  if (target.incomplete || target.has_poison) return;
  const std::string& own = analysis.name_of(side.model);
  const std::string& other = analysis.name_of(field.target);
  base::Diagnostic& finding =
      pairing.analysis.report(codes::no_other_side, field.syntax->type.span,
                              quoted(field.syntax->name.text) + " has no other side: " + quoted(other) +
                                  " has no relation to " + quoted(own));
  const std::string back = model::snake_case(own);
  finding.with_help("add " + quoted(back + ": " + own) + " to " + quoted(other) + ", or, for many to many, " +
                    quoted(model::plural(back) + ": " + own + "[]"));
  finding.with_related(target.syntax->name.span, quoted(other) + " is declared here");
  explain_missing_partner(pairing, side, finding);
}

/// One field of a join model, and its column.
void add_key_part(model::Model& join, const KeyColumn& part, const std::string& relation, base::Span span) {
  model::Field& field = join.fields.emplace_back();
  field.name = relation + "_" + part.name;
  field.type = part.type;
  field.relation = static_cast<std::uint32_t>(join.relations.size() - 1);
  field.column = field.json = field.name;
  field.column_type = part.column_type;
  add_years_of_text(field);
  field.span = span;
  model::Column& column = join.columns.emplace_back();
  column.field = static_cast<std::uint32_t>(join.fields.size() - 1);
  column.name = field.name;
  column.type = part.type;
  join.key.push_back(column.field);
  join.relations.back().columns.push_back(column.field);
}

void add_side(Analysis& analysis, model::Model& join, model::ModelId target) {
  model::Relation& relation = join.relations.emplace_back();
  relation.name = model::snake_case(analysis.name_of(target));
  relation.target = target;
  relation.target_columns = analysis.model(target).key;
  relation.on_delete = model::Action::Cascade;
  relation.on_update = model::Action::Cascade;
  relation.span = join.span;
  const std::string name = relation.name;
  for (const KeyColumn& part : analysis.draft(target).key) add_key_part(join, part, name, join.span);
}

model::Model join_of(const Pairing& pairing, Side first, Side second) {
  model::Model join;
  Analysis& analysis = pairing.analysis;
  const std::string& one = analysis.name_of(first.model);
  const std::string& other = analysis.name_of(second.model);
  join.name = one + other;
  join.table = model::table_name(join.name);
  join.doc = "Connects " + one + " and " + other + ".";
  join.join = true;
  join.span = pairing.field(first).syntax->name.span;
  add_side(analysis, join, first.model);
  add_side(analysis, join, second.model);
  return join;
}

/// Tables by lower-case name.
using Tables = std::unordered_map<std::string, std::size_t>;

Tables tables_of(const model::Schema& schema) {
  Tables tables;
  for (std::size_t at = 0; at < schema.models.size(); ++at)
    tables.emplace(lower_case(schema.models[at].table), at);
  return tables;
}

bool join_name_is_free(const Pairing& pairing, const model::Model& join, Side side, const Tables& tables) {
  Analysis& analysis = pairing.analysis;
  const auto taken = analysis.declared.names.find(lower_case(join.name));
  if (taken != analysis.declared.names.end()) {
    analysis
        .report(codes::name_taken, join.span,
                "the join model of this many to many would be called " + quoted(join.name) +
                    ", which is already the name of " + std::string(described(taken->second.kind)))
        .with_help(through_help(pairing, side))
        .with_related(taken->second.span, "declared here");
    return false;
  }
  const auto table = tables.find(lower_case(join.table));
  if (table == tables.end()) return true;
  const model::Model& model = analysis.schema.models[table->second];
  analysis
      .report(codes::table_twice, join.span,
              "the join table of this many to many would be called " + quoted(join.table) +
                  ", as is that of " + quoted(model.name))
      .with_help(through_help(pairing, side))
      .with_related(model.span, "declared here");
  return false;
}

bool join_names_are_kept(const Pairing& pairing, const model::Model& join, Side side) {
  const std::string* longest = &join.table;
  for (const model::Field& field : join.fields)
    if (field.column.size() > longest->size()) longest = &field.column;
  if (longest->size() <= longest_database_name) return true;
  pairing.analysis
      .report(codes::database_name, join.span,
              "the join table of this many to many would have the name " + quoted(*longest) + " of " +
                  std::to_string(longest->size()) + " bytes, and PostgreSQL keeps " +
                  std::to_string(longest_database_name))
      .with_help(through_help(pairing, side));
  return false;
}

bool key_fields_differ(const Pairing& pairing, const model::Model& join, Side side) {
  for (std::size_t at = 0; at < join.fields.size(); ++at)
    for (std::size_t other = 0; other < at; ++other)
      if (lower_case(join.fields[at].name) == lower_case(join.fields[other].name)) {
        list_needs_through(pairing, side,
                           "the join model would have two fields " + quoted(join.fields[at].name));
        return false;
      }
  return true;
}

}  // namespace

void pair_lists(Pairing& pairing, Side side) {
  const model::ModelId target = pairing.field(side).target;
  const auto& own = Pairing::sides(pairing.lists, side.model, target);
  const auto& back = Pairing::sides(pairing.lists, target, side.model);
  const bool taken = !Pairing::sides(pairing.unclaimed, side.model, target).empty();
  const std::string& model = pairing.analysis.name_of(side.model);
  if (side.model == target) {
    list_needs_through(pairing, side,
                       "a many to many of " + quoted(model) + " with itself needs a join model");
  } else if (back.empty() || taken) {
    list_has_other_side(pairing, side);
  } else if (own.size() == 1 && back.size() == 1) {
    if (side.model < target) pairing.joins.push_back({side, back[0]});
  } else if (own.size() > 1 && (back.size() == 1 || side.model < target) && !(own[0] == side)) {
    list_needs_through(pairing, side,
                       "there is more than one many to many between " + quoted(model) + " and " +
                           quoted(pairing.analysis.name_of(target)));
  }
}

void make_join_models(const Pairing& pairing) {
  Analysis& analysis = pairing.analysis;
  std::vector<WantedJoin> joins = pairing.joins;
  for (WantedJoin& join : joins)
    if (analysis.name_of(join.other.model) < analysis.name_of(join.one.model))
      std::swap(join.one, join.other);
  std::sort(joins.begin(), joins.end(), [&](const WantedJoin& a, const WantedJoin& b) {
    return std::tie(analysis.name_of(a.one.model), analysis.name_of(a.other.model)) <
           std::tie(analysis.name_of(b.one.model), analysis.name_of(b.other.model));
  });
  Tables tables = tables_of(analysis.schema);
  for (const WantedJoin& wanted : joins) {
    model::Model join = join_of(pairing, wanted.one, wanted.other);
    if (!join_name_is_free(pairing, join, wanted.one, tables) ||
        !join_names_are_kept(pairing, join, wanted.one) || !key_fields_differ(pairing, join, wanted.one))
      continue;
    const model::ModelId id{static_cast<std::uint32_t>(analysis.schema.models.size())};
    for (const Side side : {wanted.one, wanted.other}) {
      model::Relation& relation = pairing.relation(side);
      relation.kind = model::RelationKind::ManyToMany;
      relation.through = id;
      relation.near = side == wanted.one ? 0 : 1;
      relation.far = 1 - relation.near;
    }
    pairing.connect(wanted.one, wanted.other);
    tables.emplace(lower_case(join.table), analysis.schema.models.size());
    analysis.schema.models.push_back(std::move(join));
  }
}

}  // namespace ochrec::sema
