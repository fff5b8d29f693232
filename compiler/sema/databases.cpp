#include "sema/databases.hpp"

#include "sema/codes.hpp"

namespace ochrec::sema {

std::optional<model::Database> database_is_known(Analysis& analysis, const ast::Name& name) {
  if (name.text == "sqlite") return model::Database::Sqlite;
  if (name.text == "postgres") return model::Database::Postgres;
  base::Diagnostic& finding =
      analysis.report(codes::unknown_database, name.span, "there is no database " + quoted(name.text));
  suggest(analysis, finding, name, [] { return std::vector<std::string>{"sqlite", "postgres"}; });
  if (finding.help.empty()) finding.with_help("the databases are `sqlite` and `postgres`");
  return std::nullopt;
}

}  // namespace ochrec::sema
