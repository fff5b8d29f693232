// The oddities of real package lists, from control file to answers.
#include "survey/catalogue.hpp"

#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>

#include "reach.hpp"
#include "support/temporary_folder.hpp"
#include "survey/dependency_graph.hpp"
#include "survey/import.hpp"
#include "survey/needs.hpp"

namespace {

using ochre::from;

const char* const status_text = R"(Package: app
Status: install ok installed
Maintainer: A Team <team@example.org>
Section: web
Architecture: amd64
Version: 1:2.0-1
Pre-Depends: lib (>= 1.5)
Depends: mail-transport-agent | absent:any (<< 2~),
 tool:any
Suggests: extra
Description: does things
 At length.

Package: lib
Essential: yes
Status: install ok installed
Maintainer: someone@example.org
Installed-Size: 12
Architecture: amd64
Multi-Arch: same
Version: 2

Package: lib
Status: install ok installed
Architecture: i386
Multi-Arch: same
Version: 2

Package: mailer
Status: install ok installed
Maintainer: A Team <team@example.org>
Architecture: all
Version: 3
Provides: mail-transport-agent (= 3), sendmail

Package: tool
Status: install ok unpacked
Architecture: all
Version: 1
Depends: app

Package: gone
Status: deinstall ok config-files
Architecture: all
Version: 1
Depends: lib

Package: never
Status: purge ok not-installed
)";

const char* const index_text = R"(Package: app
Architecture: amd64
Version: 1:2.0-1
Depends: mailer

Package: app
Architecture: amd64
Version: 1:3.0-1
Depends: mailer, tool

Package: tool
Architecture: all
Version: 2
Depends: app
)";

ochre::Database imported(const ochre_test::TemporaryFolder& folder) {
  std::ofstream(folder.path() / "status") << status_text;
  std::ofstream(folder.path() / "x_Packages") << index_text;
  ochre::Database db = debian::open("sqlite::memory:");
  db.create_missing();
  survey::Progress progress;
  survey::import_listings(db, {folder.path() / "status", folder.path() / "x_Packages"}, progress);
  return db;
}

std::vector<std::string> needed_by(const survey::DependencyGraph& graph, const char* name) {
  std::vector<std::string> names;
  const auto place = std::find(graph.names.begin(), graph.names.end(), name);
  const survey::Graph edges = reversed(graph.needs);
  for (const survey::Node node : edges.next(static_cast<survey::Node>(place - graph.names.begin())))
    names.push_back(graph.names[node]);
  return names;
}

}  // namespace

TEST_CASE("paragraphs become rows, and a version is known by name, architecture and number") {
  const ochre_test::TemporaryFolder folder;
  ochre::Database db = imported(folder);
  using debian::State;
  const auto in_state = [&](State state) {
    return db.count(from(debian::versions).where(debian::versions.state == state));
  };
  CHECK(in_state(State::Installed) == 4);  // lib counts for both architectures
  CHECK(in_state(State::Incomplete) == 1);
  CHECK(in_state(State::Removed) == 1);
  CHECK(in_state(State::Available) == 2);  // app 1:2.0-1 of the index is the installed one
  CHECK(db.count(from(debian::packages)) == 10);

  const auto listed = db.all(from(debian::listings).order_by(debian::listings.id.asc()));
  REQUIRE(listed.size() == 2);
  CHECK(listed[0].paragraphs == 7);
  CHECK(listed[1].paragraphs == 3);
  CHECK(db.count(from(debian::listing_versions)) == 9);
}

TEST_CASE("what a paragraph says is kept, and what it does not say is absent") {
  const ochre_test::TemporaryFolder folder;
  ochre::Database db = imported(folder);
  const auto app = db.one(from(debian::versions).where(debian::versions.number == "1:2.0-1"));
  CHECK(app.section_name == "web");
  CHECK(app.summary == "does things");
  CHECK_FALSE(app.installed_size);
  const auto lib =
      db.one(from(debian::versions).where(debian::versions.number == "2" && debian::versions.essential));
  CHECK(lib.installed_size == 12);
  CHECK_FALSE(lib.section_name);

  const auto team = db.find(debian::maintainers, app.maintainer_id.value());
  REQUIRE(team);
  CHECK(team->name == "A Team");
  CHECK(team->email == "team@example.org");
  const auto someone = db.find(debian::maintainers, lib.maintainer_id.value());
  REQUIRE(someone);
  CHECK(someone->name == "someone@example.org");
  CHECK(someone->email.empty());
}

TEST_CASE("dependencies keep their alternatives, qualifiers and constraints") {
  const ochre_test::TemporaryFolder folder;
  ochre::Database db = imported(folder);
  const auto app = db.one(from(debian::versions).where(debian::versions.number == "1:2.0-1"));
  const auto wanted = db.all(from(debian::dependencies)
                                 .where(debian::dependencies.version_id == app.id)
                                 .order_by(debian::dependencies.id.asc()));
  REQUIRE(wanted.size() == 4);
  CHECK(wanted[0].strength == debian::Strength::PreDepends);
  CHECK(wanted[2].position == 1);

  const auto choices = db.all(from(debian::alternatives)
                                  .where(debian::alternatives.dependency_id == wanted[1].id)
                                  .order_by(debian::alternatives.position.asc()));
  REQUIRE(choices.size() == 2);
  CHECK_FALSE(choices[0].comparison);
  CHECK(choices[1].qualifier == "any");
  CHECK(choices[1].comparison == debian::Comparison::Older);
  CHECK(choices[1].number == "2~");
}

TEST_CASE("who needs whom among the installed, and among everything") {
  const ochre_test::TemporaryFolder folder;
  ochre::Database db = imported(folder);
  const auto installed = survey::load_dependency_graph(db, survey::Scope::Installed);
  CHECK(installed.names == std::vector<std::string>{"app", "lib", "mailer"});
  CHECK(needed_by(installed, "lib") == std::vector<std::string>{"app"});
  CHECK(needed_by(installed, "mailer") == std::vector<std::string>{"app"});  // by the name it provides
  CHECK(needed_by(installed, "app").empty());

  const auto everything = survey::load_dependency_graph(db, survey::Scope::Everything);
  CHECK(everything.names == std::vector<std::string>{"app", "gone", "lib", "mailer", "tool"});
  CHECK(survey::cycles(everything.needs) == std::vector<std::vector<survey::Node>>{{0, 4}});
}

namespace {

/// What the graph reaches from a node, by the algorithm in C++.
std::vector<survey::Relative> reached(const survey::DependencyGraph& graph, const survey::Graph& edges,
                                      survey::Node start) {
  std::vector<survey::Relative> found;
  for (const Reached& one : reachable(edges, start))
    found.push_back({graph.names[one.node], one.distance == 1});
  std::sort(found.begin(), found.end(), [](const survey::Relative& left, const survey::Relative& right) {
    return left.directly != right.directly ? left.directly : left.name < right.name;
  });
  return found;
}

}  // namespace

TEST_CASE("recursive queries find what the graph's algorithms find") {
  const ochre_test::TemporaryFolder folder;
  ochre::Database db = imported(folder);
  for (const survey::Scope scope : {survey::Scope::Installed, survey::Scope::Everything}) {
    const auto graph = survey::load_dependency_graph(db, scope);
    const survey::Graph backwards = reversed(graph.needs);
    std::vector<std::string> orphans;
    for (survey::Node node = 0; node < graph.names.size(); ++node) {
      CAPTURE(graph.names[node]);
      CHECK(survey::dependents(db, graph.names[node], scope) == reached(graph, backwards, node));
      CHECK(survey::requirements(db, graph.names[node], scope) == reached(graph, graph.needs, node));
      if (backwards.next(node).empty()) orphans.push_back(graph.names[node]);
    }
    CHECK(survey::orphans(db, scope) == orphans);
  }
  CHECK(survey::requirements(db, "app", survey::Scope::Everything).size() == 3);
  CHECK_THROWS_WITH(survey::dependents(db, "tool", survey::Scope::Installed),
                    Catch::Contains("no version of tool"));
}

TEST_CASE("importing again replaces, and a file that breaks off changes nothing") {
  const ochre_test::TemporaryFolder folder;
  ochre::Database db = imported(folder);
  survey::Progress progress;
  survey::import_listings(db, {folder.path() / "x_Packages"}, progress);
  CHECK(db.count(from(debian::versions)) == 3);

  std::ofstream(folder.path() / "bad_Packages") << index_text << "\nPackage: bad\nVersion: 1\nDepends: a b\n";
  CHECK_THROWS_WITH(
      survey::import_listings(db, {folder.path() / "status", folder.path() / "bad_Packages"}, progress),
      Catch::Contains("bad_Packages:16"));
  CHECK(db.count(from(debian::versions)) == 3);
}
