// The rules themselves: each is shown a violation it must find, and the closest lawful thing.
#include <catch2/catch.hpp>

#include "layering/edges.hpp"
#include "layering/rules.hpp"

using namespace ochre_layering;

namespace {

std::vector<SourceFile> one(const char* path, const char* text) { return {read_source(path, text)}; }

}  // namespace

TEST_CASE("includes are found wherever the preprocessor would see them", "[layering]") {
  const SourceFile file = read_source(
      "compiler/sql/ddl.cpp", "#include \"sql/ddl.hpp\"\n  #  include <string>\n// #include <regex>\n");
  REQUIRE(file.includes.size() == 2);
  CHECK(file.includes[0].quoted);
  CHECK(file.includes[1].header == "string");
  CHECK(file.includes[1].line == 2);
  CHECK(file.lines == 3);
}

TEST_CASE("a room includes only what its edges allow", "[layering]") {
  CHECK(includes_follow_edges(one("compiler/sema/a.cpp", "#include \"model/schema.hpp\"\n")).empty());
  CHECK(includes_follow_edges(one("compiler/sema/a.cpp", "#include \"sql/schema.hpp\"\n")) ==
        Findings{"compiler/sema/a.cpp:1: compiler/sema may not include sql (\"sql/schema.hpp\")"});
  CHECK(includes_follow_edges(one("runtime/query/a.cpp", "#include \"session/pool.hpp\"\n")).size() == 1);
  CHECK(includes_follow_edges(one("runtime/core/a.cpp", "#include \"base/source.hpp\"\n")).size() == 1);
  CHECK(includes_follow_edges(one("compiler/emit/a.cpp", "#include <ochre/abi.hpp>\n")).size() == 1);
  CHECK(includes_follow_edges(one("runtime/spell/a.cpp", "#include \"ochre/dialect.hpp\"\n")).empty());
  CHECK(includes_follow_edges(one("runtime/spell/a.cpp", "#include \"ochre/errors.hpp\"\n")).size() == 1);
  CHECK(includes_follow_edges(one("compiler/cli/a.cpp", "#include \"ochre/abi.hpp\"\n")).empty());
}

TEST_CASE("includes name their room, and every file has one", "[layering]") {
  CHECK(includes_follow_edges(one("compiler/sema/a.cpp", "#include \"analyze.hpp\"\n")).size() == 1);
  CHECK(includes_follow_edges(one("compiler/sema/a.cpp", "#include \"nowhere/a.hpp\"\n")).size() == 1);
  CHECK(includes_follow_edges(one("compiler/misc/a.cpp", "")).size() == 1);
  CHECK(includes_follow_edges(one("runtime/include/ochre/unheard_of.hpp", "")).size() == 1);
  CHECK(includes_follow_edges(one("runtime/include/ochre/abi.hpp", "#include \"core/x.hpp\"\n")).size() == 1);
}

TEST_CASE("vendors are seen in their own room only", "[layering]") {
  CHECK(vendors_stay_in_place(one("compiler/syntax/parse.cpp", "#include <antlr4-runtime.h>\n")).empty());
  CHECK(vendors_stay_in_place(one("compiler/syntax/parse.hpp", "#include <antlr4-runtime.h>\n")).size() == 1);
  CHECK(vendors_stay_in_place(one("compiler/sema/a.cpp", "#include \"grammar/OchreParser.h\"\n")).size() ==
        1);
  CHECK(vendors_stay_in_place(one("runtime/sqlite/a.cpp", "#include <sqlite3.h>\n")).empty());
  CHECK(vendors_stay_in_place(one("runtime/session/a.cpp", "#include <sqlite3.h>\n")).size() == 1);
  CHECK(vendors_stay_in_place(one("runtime/include/ochre/database.hpp", "#include <sqlite3.h>\n")).size() ==
        1);
  CHECK(vendors_stay_in_place(one("runtime/include/ochre/driver/sqlite_row.hpp", "#include <sqlite3.h>\n"))
            .empty());
  CHECK(vendors_stay_in_place(one("compiler/lower/a.cpp", "#include <CLI/CLI.hpp>\n")).size() == 1);
}

TEST_CASE("costly standard headers stay out of public headers", "[layering]") {
  for (const char* header : {"regex", "filesystem", "memory", "functional", "sstream", "chrono"}) {
    const std::string text = std::string("#include <") + header + ">\n";
    CHECK(public_headers_stay_cheap(one("runtime/include/ochre/errors.hpp", text.c_str())).size() == 1);
    CHECK(public_headers_stay_cheap(one("runtime/core/errors.cpp", text.c_str())).empty());
  }
  CHECK(public_headers_stay_cheap(one("runtime/include/ochre/time.hpp", "#include <chrono>\n")).empty());
  CHECK(public_headers_stay_cheap(one("runtime/include/ochre/time.hpp", "#include <memory>\n")).size() == 1);
  CHECK(public_headers_stay_cheap(one("runtime/include/ochre/value.hpp", "#include \"ochre/time.hpp\"\n"))
            .size() == 1);
}

TEST_CASE("a source includes its own header first", "[layering]") {
  CHECK(
      own_header_comes_first(one("compiler/sql/ddl.cpp", "#include <string>\n#include \"sql/ddl.hpp\"\n")) ==
      Findings{"compiler/sql/ddl.cpp:2: its own header is not the first"});
  CHECK(own_header_comes_first(one("compiler/sql/ddl.cpp", "#include \"sql/ddl.hpp\"\n#include <string>\n"))
            .empty());
  CHECK(own_header_comes_first(one("runtime/core/a.cpp", "#include <string>\n#include \"ochre/a.hpp\"\n"))
            .size() == 1);
}

TEST_CASE("files have a size and headers an opening", "[layering]") {
  std::string text = "// what it is\n";
  for (int line = 1; line < 500; ++line) text += "\n";
  std::vector<SourceFile> files = {read_source("compiler/sql/a.hpp", text),
                                   read_source("compiler/sql/b.cpp", "\n"),
                                   read_source("compiler/sql/c.cpp", "\n")};
  CHECK(files_tell_one_story(files).empty());
  files[0] = read_source("compiler/sql/a.hpp", text + "\n");
  CHECK(files_tell_one_story(files).size() == 1);
  CHECK(files_tell_one_story(one("compiler/sql/a.hpp", "#pragma once\n")).size() == 1);
  CHECK(files_tell_one_story(one("compiler/sql/a.hpp", text.c_str())).size() == 1);  // the median
}

TEST_CASE("a target links only what its room may include", "[layering]") {
  const auto room = [](const char* path, const char* text) {
    return std::vector<RoomTarget>{read_room_target(path, text)};
  };
  CHECK(targets_follow_edges(room("compiler/sema", "ochre_room(ochrec_sema LINKS ochrec_model)")).empty());
  CHECK(targets_follow_edges(room("compiler/sema", "ochre_room(ochrec_sema\n  LINKS ochrec_sql)")).size() ==
        1);
  CHECK(
      targets_follow_edges(room("runtime/core", "ochre_room(ochre_core PRIVATE_LINKS ochrec_base)")).size() ==
      1);
  CHECK(targets_follow_edges(room("compiler/syntax", "ochre_room(ochrec_syntax PRIVATE_LINKS ochre_grammar)"))
            .empty());
  CHECK(targets_follow_edges(room("compiler/sema", "ochre_room(ochrec_sema PRIVATE_LINKS ochre_grammar)"))
            .size() == 1);
  CHECK(targets_follow_edges(room("compiler/misc", "ochre_room(ochrec_misc)")).size() == 1);
}
