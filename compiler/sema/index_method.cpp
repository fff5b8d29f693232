#include "sema/index_method.hpp"

#include <algorithm>

#include "sema/codes.hpp"
#include "sema/column_lists.hpp"

namespace ochrec::sema {
namespace {

/// postgresql.org/docs/15/sql-createindex.html: access methods, and the storage parameters of each.
struct Method {
  std::string_view name;
  bool include;
  bool ordered;
  std::size_t most_parts;
  std::vector<std::string> parameters;
};

const std::vector<Method>& methods() {
  static const std::vector<Method> all = {
      {"btree", true, true, most_key_columns, {"fillfactor", "deduplicate_items"}},
      {"hash", false, false, 1, {"fillfactor"}},
      {"gin", false, false, most_key_columns, {"fastupdate", "gin_pending_list_limit"}},
      {"gist", true, false, most_key_columns, {"fillfactor", "buffering"}},
      {"brin", false, false, most_key_columns, {"pages_per_range", "autosummarize"}},
  };
  return all;
}

std::vector<std::string> method_names() {
  std::vector<std::string> names;
  for (const Method& method : methods()) names.emplace_back(method.name);
  return names;
}

const Method& method_of(const model::Index& index) {
  const auto found = std::find_if(methods().begin(), methods().end(),
                                  [&](const Method& method) { return method.name == index.method; });
  return found == methods().end() ? methods()[0] : *found;
}

bool clause_is_physical(Analysis& analysis, base::Span span, std::string_view clause) {
  analysis.report(codes::physical_clause, span, quoted(clause) + " is a matter of one database")
      .with_help("put the index into `on postgres { … }`");
  return false;
}

bool stands_in_database(Analysis& analysis, const ast::Index& written, const model::Index& index) {
  if (index.only) return true;
  bool logical = true;
  if (written.method) logical = clause_is_physical(analysis, written.method->span, "using");
  if (!written.include.empty()) logical = clause_is_physical(analysis, written.include[0].span, "include");
  if (!written.with.empty()) logical = clause_is_physical(analysis, written.with[0].span, "with");
  return logical;
}

bool database_has(Analysis& analysis, base::Span span, std::string message) {
  analysis.report(codes::index_method, span, std::move(message));
  return false;
}

bool method_exists(Analysis& analysis, const ast::Name& name, model::Index& index) {
  const auto names = method_names();
  if (std::find(names.begin(), names.end(), name.text) == names.end()) {
    base::Diagnostic& finding =
        analysis.report(codes::index_method, name.span, "there is no index method " + quoted(name.text));
    suggest(analysis, finding, name, [&] { return names; });
    if (finding.help.empty()) finding.with_help("the methods are " + listed(names, "and"));
    return false;
  }
  if (index.only == model::Database::Sqlite && name.text != "btree")
    return database_has(analysis, name.span, "SQLite has btree indexes only");
  index.method = name.text;
  return true;
}

bool add_include(Analysis& analysis, model::ModelId id, const ast::Index& written, model::Index& index) {
  if (written.include.empty()) return true;
  const base::Span span = written.include[0].span;
  if (index.only == model::Database::Sqlite)
    return database_has(analysis, span, "SQLite's indexes have no `include`");
  if (!method_of(index).include)
    return database_has(analysis, span, quoted(index.method) + " indexes have no `include`");
  for (const ast::Path& path : written.include) {
    const auto listed = listed_columns(analysis, id, path);
    if (!listed) return false;
    index.include.insert(index.include.end(), listed->columns.begin(), listed->columns.end());
  }
  return true;
}

std::optional<std::string> parameter_value(const ast::Argument& argument) {
  const auto* expression = std::get_if<ast::Expression>(&argument.value);
  if (expression == nullptr) return std::nullopt;
  if (const auto* number = std::get_if<ast::IntegerLiteral>(&expression->node)) return number->digits;
  if (const auto* flag = std::get_if<ast::BoolLiteral>(&expression->node)) return flag->value ? "on" : "off";
  const auto* word = std::get_if<ast::Reference>(&expression->node);
  if (word == nullptr || word->path.parts.size() != 1) return std::nullopt;
  const std::string& text = word->path.parts[0].text;
  return text == "on" || text == "off" || text == "auto" ? std::optional(text) : std::nullopt;
}

bool add_with(Analysis& analysis, const ast::Index& written, model::Index& index) {
  if (written.with.empty()) return true;
  if (index.only == model::Database::Sqlite)
    return database_has(analysis, written.with[0].span, "SQLite's indexes have no parameters");
  const std::vector<std::string>& known = method_of(index).parameters;
  for (const ast::Argument& argument : written.with) {
    const bool exists =
        argument.name && std::find(known.begin(), known.end(), argument.name->text) != known.end();
    const auto value = parameter_value(argument);
    if (!exists || !value) {
      analysis
          .report(
              codes::index_method, argument.span,
              "this is no parameter of a " + std::string(method_of(index).name) + " index with a plain value")
          .with_help("there are " + listed(known, "and") + ", as in `with (" + known[0] + ": 70)`");
      return false;
    }
    index.with.emplace_back(argument.name->text, *value);
  }
  return true;
}

}  // namespace

bool add_method(Analysis& analysis, model::ModelId id, const ast::Index& written, model::Index& index) {
  if (!stands_in_database(analysis, written, index)) return false;
  if (written.method && !method_exists(analysis, *written.method, index)) return false;
  const bool include = add_include(analysis, id, written, index);
  return add_with(analysis, written, index) && include;
}

bool looks_inside_values(const model::Index& index) {
  return index.method == "gin" || index.method == "gist";
}

bool parts_suit_method(Analysis& analysis, const ast::Index& written, const model::Index& index) {
  const Method& method = method_of(index);
  if (index.parts.size() > method.most_parts)
    return database_has(analysis, written.span, "a " + index.method + " index is over one value");
  for (const ast::Term& term : written.terms)
    if (term.direction && !method.ordered)
      return database_has(analysis, term.span, "a " + index.method + " index has no order");
  return true;
}

}  // namespace ochrec::sema
