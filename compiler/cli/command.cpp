#include "cli/command.hpp"

#include <algorithm>
#include <map>

#include "cli/reference.hpp"

namespace ochrec::cli {
namespace {

// A denied warning that does not exist would be a promise nobody keeps.
std::string refuse_unknown_warning(const std::string& id) {
  const auto pages = all_explanations();
  const auto same = [&](const base::Explanation& page) { return page.code.id == id; };
  if (id == "W" || (id.starts_with('W') && std::any_of(pages.begin(), pages.end(), same))) return {};
  return "there is no warning `" + id + "`; `ochre explain --list` names them all, and W means each of them";
}

}  // namespace

std::shared_ptr<const FindingOptions> add_finding_options(CLI::App& command) {
  auto options = std::make_shared<FindingOptions>();
  static const std::map<std::string, base::DiagnosticFormat> formats = {
      {"text", base::DiagnosticFormat::Text},
      {"json", base::DiagnosticFormat::Json},
      {"sarif", base::DiagnosticFormat::Sarif},
      {"gcc", base::DiagnosticFormat::Gcc}};
  command.add_option("--diagnostics", options->format, "How findings are shown: text, json, sarif or gcc")
      ->transform(CLI::CheckedTransformer(formats, CLI::ignore_case))
      ->option_text("FORMAT")
      ->envname("OCHRE_DIAGNOSTICS");
  command.add_option("--deny", options->denied, "Treat this warning (W0001), or all (W), as an error")
      ->check(CLI::Validator(refuse_unknown_warning, ""))
      ->option_text("CODE")
      ->envname("OCHRE_DENY");
  return options;
}

model::Database database_from(const std::string& name) {
  if (name == "sqlite") return model::Database::Sqlite;
  throw Failure("there is no database `" + name + "` in this build of ochre; it knows sqlite",
                ExitCode::Usage);
}

}  // namespace ochrec::cli
