#include "sema/query_fences.hpp"

#include <algorithm>

#include "sema/codes.hpp"
#include "sema/databases.hpp"
#include "sema/sql_fence.hpp"

namespace ochrec::sema {
namespace {

/// `2026-01-31`, perhaps with more behind it: a date or time as text, which SQLite does not store.
bool looks_like_date(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-dd";
  if (text.size() < form.size()) return false;
  for (std::size_t at = 0; at < form.size(); ++at) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    if (form[at] == 'd' ? !digit : text[at] != form[at]) return false;
  }
  return true;
}

/// Reads the fences of one query.
class Reader {
 public:
  Reader(Analysis& analysis, const PolicyTables& guarded, const ast::Query& written, bool parameters_sound,
         model::Query& query)
      : analysis_(analysis),
        guarded_(guarded),
        written_(written),
        parameters_sound_(parameters_sound),
        query_(query),
        used_(query.parameters.size(), false) {
    for (std::uint32_t at = 0; at < query.parameters.size(); ++at)
      parameters_.emplace(query.parameters[at].name, at);
  }

  void read() {
    query_has_sql();
    for (const ast::SqlFence& fence : written_.fences) read_fence(fence);
    parameters_are_used();
    bypass_is_needed();
  }

 private:
  void query_has_sql() {
    if (!written_.fences.empty() || written_.incomplete) return;
    analysis_
        .report(codes::fence_missing, written_.name.span, "the query " + quoted(query_.name) + " has no SQL")
        .with_help("write it as `sql \"\"\" … \"\"\"`");
  }

  void read_fence(const ast::SqlFence& written) {
    model::SqlFence fence;
    if (written.database) {
      fence.only = database_is_known(analysis_, *written.database);
      if (!fence.only) return;
    }
    if (!one_text_for_each_database(written, fence.only)) return;
    cut(written, fence);
    query_.fences.push_back(std::move(fence));
  }

  bool one_text_for_each_database(const ast::SqlFence& written, std::optional<model::Database> only) {
    for (const auto& [other, span] : seen_) {
      if (only && other && *only != *other) continue;
      analysis_
          .report(codes::fence_twice, written.span,
                  only == other ? "there already is SQL for this database"
                                : "there is SQL for all databases, and SQL for one of them")
          .with_help("write one text for all databases, or one for each: `sql(sqlite)` and `sql(postgres)`")
          .with_related(span, "the other one");
      return false;
    }
    seen_.emplace_back(only, written.span);
    return true;
  }

  void cut(const ast::SqlFence& written, model::SqlFence& fence) {
    const std::string& sql = written.sql.value;
    const SqlScan scan = scan_sql(sql);
    if (scan.unclosed)
      analysis_.report(codes::fence_text, written.place(*scan.unclosed, 1),
                       "this quote or comment is not closed");
    std::size_t copied = 0;
    for (const SqlToken& token : scan.tokens) {
      look_at(written, token);
      if (token.kind != TokenKind::Parameter) continue;
      const auto index = parameter_is_declared(written, token);
      if (!index) continue;
      if (token.begin > copied)
        fence.pieces.push_back({sql.substr(copied, token.begin - copied), std::nullopt});
      fence.pieces.push_back({"", *index});
      copied = token.end;
    }
    if (copied < sql.size()) fence.pieces.push_back({sql.substr(copied), std::nullopt});
  }

  base::Span place(const ast::SqlFence& written, const SqlToken& token) const {
    return written.place(token.begin, token.end - token.begin);
  }

  std::optional<std::uint32_t> parameter_is_declared(const ast::SqlFence& written, const SqlToken& token) {
    const std::string name(token.text);
    if (const auto found = parameters_.find(name); found != parameters_.end()) {
      used_[found->second] = true;
      return found->second;
    }
    if (!parameters_sound_ || written_.incomplete) return std::nullopt;
    const base::Span span = place(written, token);
    base::Diagnostic& finding =
        analysis_.report(codes::unknown_parameter, span,
                         "the query " + quoted(query_.name) + " has no parameter " + quoted(name));
    const base::Span word{span.file, span.begin + 1, span.end};
    suggest(analysis_, finding, {name, word}, [&] {
      std::vector<std::string> names;
      for (const model::QueryParameter& parameter : query_.parameters) names.push_back(parameter.name);
      return names;
    });
    return std::nullopt;
  }

  void look_at(const ast::SqlFence& written, const SqlToken& token) {
    if (token.kind == TokenKind::Word) policies_are_bypassed_openly(written, token);
    if (written.database) return;
    const bool date = token.kind == TokenKind::String && looks_like_date(token.text);
    const bool decimal = token.kind == TokenKind::Number && token.text.find('.') != std::string_view::npos;
    if (!date && !decimal) return;
    analysis_
        .report(
            codes::shared_fence_literal, place(written, token),
            date ? "a date or time in SQL text is stored as a number on SQLite, so this is not equal to one"
                 : "a decimal is stored as a scaled whole number on SQLite, so this may not be equal to one")
        .with_help("pass the value as a parameter, which is bound as each database stores it");
  }

  void policies_are_bypassed_openly(const ast::SqlFence& written, const SqlToken& token) {
    const auto found = guarded_.find(lower_case(token.text));
    if (found == guarded_.end()) return;
    touches_guarded_ = true;
    if (query_.bypass_policies || told_) return;
    told_ = true;
    analysis_
        .report(codes::policies_bypassed, place(written, token),
                "this SQL reads or writes " + quoted(found->second) +
                    ", which has policies, and raw SQL does not "
                    "apply them")
        .with_help("if that is meant, say so: `@bypass_policies` before the `{` of the SQL");
  }

  void parameters_are_used() {
    if (written_.fences.empty()) return;
    for (const ast::Field& field : written_.parameters) {
      const auto found = parameters_.find(field.name.text);
      if (found == parameters_.end() || used_[found->second]) continue;
      analysis_
          .report(codes::unused_parameter, field.name.span,
                  "the parameter " + quoted(field.name.text) + " is not used in the SQL")
          .with_help("there it is written " + quoted(":" + field.name.text));
    }
  }

  void bypass_is_needed() {
    if (!query_.bypass_policies || touches_guarded_ || written_.fences.empty()) return;
    analysis_.report(codes::needless_bypass, written_.name.span,
                     "`@bypass_policies` has nothing to bypass: the SQL names no table with policies");
  }

  Analysis& analysis_;
  const PolicyTables& guarded_;
  const ast::Query& written_;
  bool parameters_sound_;
  model::Query& query_;
  std::vector<bool> used_;
  std::unordered_map<std::string, std::uint32_t> parameters_;
  std::vector<std::pair<std::optional<model::Database>, base::Span>> seen_;
  bool touches_guarded_ = false;
  bool told_ = false;
};

}  // namespace

PolicyTables policy_tables(const model::Schema& schema) {
  PolicyTables tables;
  for (const model::Policy& policy : schema.policies)
    tables.emplace(lower_case(schema.model(policy.model).table), schema.model(policy.model).name);
  return tables;
}

void add_fences(Analysis& analysis, const PolicyTables& guarded, const ast::Query& written,
                bool parameters_sound, model::Query& query) {
  Reader(analysis, guarded, written, parameters_sound, query).read();
}

}  // namespace ochrec::sema
