// packages: reads the package lists that every Debian machine has into a database, and asks it questions.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "deb822/index_file.hpp"
#include "debian/models.hpp"
#include "survey/answers.hpp"
#include "survey/import.hpp"

namespace {

struct Arguments {
  std::string url = "sqlite:packages.db";
  std::filesystem::path status = "/var/lib/dpkg/status";
  std::filesystem::path lists = "/var/lib/apt/lists";
  std::string package;
  bool everything = false;
  std::size_t limit = 10;

  [[nodiscard]] survey::Scope scope() const {
    return everything ? survey::Scope::Everything : survey::Scope::Installed;
  }
};

void import_all(const Arguments& arguments) {
  // dpkg's own list comes first: only it knows what is installed.
  std::vector<std::filesystem::path> files = {arguments.status};
  for (std::filesystem::path& index : deb822::find_indices(arguments.lists))
    files.push_back(std::move(index));
  ochre::Database db = debian::open(arguments.url);
  db.create_missing();
  survey::Progress progress;
  survey::import_listings(db, files, progress);
}

CLI::App* add_question(CLI::App& app, const char* name, const char* description, Arguments& arguments) {
  CLI::App* question = app.add_subcommand(name, description);
  question->add_flag("--all", arguments.everything, "ask about every known version, not only installed ones");
  return question;
}

void define(CLI::App& app, Arguments& arguments) {
  app.require_subcommand(1);
  app.add_option("--database", arguments.url, "where the packages are kept")->capture_default_str();

  CLI::App* reading =
      app.add_subcommand("import", "read what dpkg and apt know, replacing what was read before");
  reading->add_option("--status", arguments.status, "dpkg's list of packages")->capture_default_str();
  reading->add_option("--lists", arguments.lists, "folder with apt's *_Packages files")
      ->capture_default_str();
  reading->callback([&] { import_all(arguments); });

  const auto open = [&] { return debian::open(arguments.url); };
  app.add_subcommand("counts", "how many rows of each kind there are")->callback([open] {
    ochre::Database db = open();
    survey::print_counts(db);
  });
  const auto add_about_one = [&](const char* question_name, const char* description, auto print) {
    CLI::App* question = add_question(app, question_name, description, arguments);
    question->add_option("package", arguments.package, "its name")->required();
    question->callback([&arguments, open, print] {
      ochre::Database db = open();
      print(db, arguments.package, arguments.scope());
    });
  };
  add_about_one("depends", "which packages need a package, directly and over others",
                survey::print_dependents);
  add_about_one("needs", "what a package needs, directly and over others", survey::print_requirements);
  CLI::App* maintainers = add_question(app, "maintainers", "who maintains most", arguments);
  maintainers->add_option("--limit", arguments.limit, "how many to show")->capture_default_str();
  maintainers->callback([&arguments, open] {
    ochre::Database db = open();
    survey::print_maintainers(db, arguments.scope(), arguments.limit);
  });
  add_question(app, "orphans", "packages that no other one needs", arguments)->callback([&arguments, open] {
    ochre::Database db = open();
    survey::print_orphans(db, arguments.scope());
  });
  add_question(app, "cycles", "sets of packages that need each other", arguments)
      ->callback([&arguments, open] {
        ochre::Database db = open();
        survey::print_cycles(db, arguments.scope());
      });
}

}  // namespace

int main(int count, char** values) {
  CLI::App app("What is on this Debian machine, and why.", "packages");
  Arguments arguments;
  try {
    define(app, arguments);
    app.parse(count, values);
    return 0;
  } catch (const CLI::ParseError& error) {
    return app.exit(error);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "packages: %s\n", error.what());
    return 1;
  }
}
