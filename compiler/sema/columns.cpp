#include "sema/columns.hpp"

#include <algorithm>
#include <array>

#include "sema/codes.hpp"

namespace ochrec::sema {
namespace {

constexpr std::size_t most_columns = 1600;  // postgresql.org/docs/15/limits.html: columns per table

/// One field's leaves, depth first.
class Flattener {
 public:
  Flattener(const model::Schema& schema, model::Model& model, std::uint32_t field)
      : schema_(schema), model_(model) {
    column_.field = field;
  }

  void flatten() {
    const model::Field& field = model_.fields[column_.field];
    const std::string former = field.renamed_from.empty() ? field.column : field.renamed_from;
    add(field.type, field.column, former, false);
  }

 private:
  void add(const model::Type& type, const std::string& name, const std::string& former, bool nullable) {
    nullable |= type.optional;
    if (type.kind == model::TypeKind::Struct && !type.array) {
      const model::Struct& of = schema_.structure(*type.structure);
      for (std::uint32_t index = 0; index < of.fields.size(); ++index) {
        const model::Field& leaf = of.fields[index];
        column_.path.push_back(index);
        add(leaf.type, name + "_" + leaf.column,
            former + "_" + (leaf.renamed_from.empty() ? leaf.column : leaf.renamed_from), nullable);
        column_.path.pop_back();
      }
      return;
    }
    model::Column column = column_;
    column.name = name;
    column.type = type;
    column.type.optional = nullable;
    if (former != name) column.renamed_from = former;
    model_.columns.push_back(std::move(column));
  }

  const model::Schema& schema_;
  model::Model& model_;
  model::Column column_;
};

std::size_t leaves_of(const Analysis& analysis, const model::Type& type) {
  if (type.kind != model::TypeKind::Struct || type.array) return 1;
  return analysis.struct_facts[static_cast<std::size_t>(*type.structure)].leaves;
}

bool table_is_small(Analysis& analysis, const model::Model& model) {
  std::size_t count = 0;
  for (const model::Field& field : model.fields) count += leaves_of(analysis, field.type);
  if (count <= most_columns) return true;
  analysis
      .report(codes::table_size, model.span,
              "the table of " + quoted(model.name) + " would have " + std::to_string(count) +
                  " columns, and " + std::to_string(most_columns) + " is the most that databases allow")
      .with_help("move some of them to a model of their own, or store structs as `json<…>`");
  return false;
}

void column_names_differ(Analysis& analysis, const model::Model& model) {
  std::unordered_map<std::string, const model::Column*> names;
  for (const model::Column& column : model.columns) {
    const auto [first, added] = names.emplace(lower_case(column.name), &column);
    if (added) continue;
    const model::Field& one = model.fields[column.field];
    const model::Field& other = model.fields[first->second->field];
    analysis
        .report(
            codes::column_twice, one.span,
            quoted(one.name) + " and " + quoted(other.name) + " both need the column " + quoted(column.name))
        .with_help("rename a field, or give one another column with `@column(\"…\")`")
        .with_related(other.span, "the other one");
  }
}

}  // namespace

void add_columns(Analysis& analysis, model::ModelId id) {
  model::Model& model = analysis.model(id);
  Draft& draft = analysis.draft(id);
  const bool small = table_is_small(analysis, model);
  for (std::uint32_t field = 0; field < model.fields.size(); ++field) {
    draft.first_column.push_back(static_cast<std::uint32_t>(model.columns.size()));
    const auto& computed = model.fields[field].computed;
    const bool flat = leaves_of(analysis, model.fields[field].type) == 1;
    if ((small || flat) && !(computed && computed->is_virtual))
      Flattener(analysis.schema, model, field).flatten();
  }
  for (const model::Column& column : model.columns)
    name_suits_databases(analysis, column.name, false, model.fields[column.field].span);
  column_names_differ(analysis, model);
}

void name_suits_databases(Analysis& analysis, std::string_view name, bool table, base::Span span) {
  // postgresql.org/docs/15/ddl-system-columns.html
  constexpr std::array<std::string_view, 6> system_columns = {"tableoid", "xmin", "cmin",
                                                              "xmax",     "cmax", "ctid"};
  constexpr std::size_t longest_word = 255;  // beyond it the word itself was reported
  if (name.size() > longest_database_name && name.size() <= longest_word)
    analysis
        .report(codes::database_name, span,
                std::string(table ? "the table " : "the column ") + quoted(std::string(name)) +
                    " has a name of " + std::to_string(name.size()) + " bytes, and PostgreSQL keeps " +
                    std::to_string(longest_database_name))
        .with_help(table ? "give it a shorter one: `table \"…\"`"
                         : "give it a shorter one: `@column(\"…\")`");
  const std::string lower = lower_case(name);
  if (table && lower.starts_with("sqlite_"))
    analysis.report(codes::database_name, span,
                    "SQLite keeps table names that begin with `sqlite_` to itself");
  if (!table && std::find(system_columns.begin(), system_columns.end(), lower) != system_columns.end())
    analysis
        .report(codes::database_name, span,
                "PostgreSQL has a column " + quoted(lower) + " of its own in every table")
        .with_help("rename the field, or give it another column with `@column(\"…\")`");
}

}  // namespace ochrec::sema
