// ochre explain: what a diagnostic means, with a wrong and a right example.
#include <algorithm>
#include <iostream>
#include <memory>

#include "base/suggest.hpp"
#include "cli/command.hpp"
#include "cli/reference.hpp"

namespace ochrec::cli {
namespace {

// Of nothing where one file cannot show it.
std::string example(std::string_view heading, std::string_view schema) {
  if (schema.empty()) return {};
  std::string out = "\n" + std::string(heading) + ":\n\n";
  while (!schema.empty()) {
    const std::size_t end = schema.find('\n');
    const std::string_view line = schema.substr(0, end);
    out += line.empty() ? "\n" : "    " + std::string(line) + "\n";
    schema.remove_prefix(end == std::string_view::npos ? schema.size() : end + 1);
  }
  return out;
}

std::string page_text(const base::Explanation& page) {
  return std::string(page.code.id) + ": " + std::string(page.code.title) + "\n\n" + std::string(page.text) +
         "\n" + example("Wrong", page.wrong) + example("Right", page.right);
}

// Markdown keeps as code what is indented; a heading makes each page a place to link to.
std::string reference(const std::vector<base::Explanation>& pages) {
  std::string out =
      "# What the compiler says\n\n"
      "Every error and warning has a code that never changes its meaning. `ochre explain CODE` prints these "
      "pages, too;\nthis file is `ochre explain --all`.\n";
  for (const base::Explanation& page : pages) out += "\n## " + page_text(page);
  return out;
}

ExitCode explain(std::string id, bool list, bool all) {
  const std::vector<base::Explanation> pages = all_explanations();
  if (all) {
    std::cout << reference(pages);
    return ExitCode::Ok;
  }
  if (list) {
    for (const base::Explanation& page : pages) std::cout << page.code.id << "  " << page.code.title << "\n";
    return ExitCode::Ok;
  }
  std::transform(id.begin(), id.end(), id.begin(), [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
  });
  for (const base::Explanation& page : pages) {
    if (page.code.id != id) continue;
    std::cout << page_text(page);
    return ExitCode::Ok;
  }
  std::vector<std::string> ids;
  for (const base::Explanation& page : pages) ids.emplace_back(page.code.id);
  const auto near = base::nearest(id, ids);
  throw Failure("there is no diagnostic `" + id + "`" + (near ? "; did you mean `" + *near + "`?" : "") +
                " `ochre explain --list` names them all");
}

}  // namespace

void add_explain(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand("explain", "Say what a diagnostic means");
  auto id = std::make_shared<std::string>();
  auto list = std::make_shared<bool>(false);
  auto all = std::make_shared<bool>(false);
  command->add_option("CODE", *id, "Code of a diagnostic, such as E0110");
  command->add_flag("--list", *list, "List every code with its law");
  command->add_flag("--all", *all, "Print the pages of all codes, as Markdown");
  command->callback([id, list, all, &session] {
    if (id->empty() && !*list && !*all) throw CLI::RequiredError("CODE");
    session.run = [id, list, all] { return explain(*id, *list, *all); };
  });
}

}  // namespace ochrec::cli
