// Names and texts that C++ would misread.
#include <catch2/catch.hpp>

#include "emit/literal.hpp"
#include "emit/names.hpp"

namespace emit = ochrec::emit;

TEST_CASE("what C++ has taken gets an underscore") {
  for (const char* taken : {"class", "int", "and", "not_eq", "operator", "new", "co_await", "errno", "linux",
                            "unix", "assert", "stdin", "EOF", "NULL", "INT_MAX", "major"}) {
    CAPTURE(taken);
    CHECK(emit::member_name(taken) == std::string(taken) + "_");
    CHECK(emit::scope_name(taken) == std::string(taken) + "_");
    CHECK(emit::namespace_name(taken) == std::string(taken) + "_");
  }
  for (const char* fine :
       {"name", "classes", "string", "import", "module", "final", "user", "ID", "USD", "Linux"}) {
    CAPTURE(fine);
    CHECK(emit::member_name(fine) == fine);
  }
}

TEST_CASE("places have names of their own") {
  CHECK(emit::member_name("Row") == "Row_");
  CHECK(emit::scope_name("Row") == "Row");
  CHECK(emit::member_name("std") == "std");
  CHECK(emit::scope_name("std") == "std_");
  CHECK(emit::scope_name("open") == "open_");
  CHECK(emit::namespace_name("std") == "std_");
  CHECK(emit::namespace_name("ochre") == "ochre_");
  // Functions of the C library live where a schema's namespace does.
  for (const char* global : {"time", "log", "index", "link", "stat", "select", "remove", "y1"}) {
    CAPTURE(global);
    CHECK(emit::namespace_name(global) == std::string(global) + "_");
    CHECK(emit::member_name(global) == global);
  }
  CHECK(emit::namespace_name("blog") == "blog");
}

TEST_CASE("enumerators are PascalCase and no macros") {
  CHECK(emit::enumerator_name("admin_user") == "AdminUser");
  CHECK(emit::enumerator_name("class") == "Class");
  CHECK(emit::enumerator_name("NULL") == "NULL_");
  CHECK(emit::enumerator_name("EOF") == "EOF_");
  CHECK(emit::enumerator_name("usd") == "Usd");
}

TEST_CASE("string literals hold any bytes") {
  CHECK(emit::string_literal("plain") == R"("plain")");
  CHECK(emit::string_literal("\"\\\n\t") == R"("\"\\\n\t")");
  CHECK(emit::string_literal("gr\xC3\xBC\xC3\x9F"
                             "e") == R"("gr\303\274\303\237e")");
  CHECK(emit::string_literal(std::string("\0001", 2)) == R"("\0001")");
  CHECK(emit::string_literal("what?\?/") == R"("what?\?/")");
}

TEST_CASE("raw literals keep lines and never end early") {
  CHECK(emit::raw_literal("CREATE\nTABLE", "sql") == "R\"sql(CREATE\nTABLE)sql\"");
  CHECK(emit::raw_literal("a)sql\"b", "sql") == "R\"sql_(a)sql\"b)sql_\"");
  CHECK(emit::raw_literal("a\rb", "sql") == R"("a\015b")");
  CHECK(emit::raw_literal("a\xE2\x80\xAE"
                          "b",
                          "sql") == R"("a\342\200\256b")");
}

TEST_CASE("numbers read back as themselves") {
  CHECK(emit::integer_literal(-5) == "-5");
  CHECK(emit::integer_literal(INT64_MIN) == "INT64_MIN");
  CHECK(emit::integer_literal(INT64_MAX) == "9223372036854775807");
  CHECK(emit::float_literal(0.0) == "0.0");
  CHECK(emit::float_literal(0.1) == "0.1");
  CHECK(emit::float_literal(1e300) == "1e+300");
  CHECK(emit::float_literal(0.1F) == "0.1F");
}

TEST_CASE("comments end where they should") {
  using Lines = std::vector<std::string>;
  CHECK(emit::comment_lines("one\ntwo\n\nfour") == Lines{"one", "two", "", "four"});
  CHECK(emit::comment_lines("C:\\") == Lines{"C:\\."});
  CHECK(emit::comment_lines("what?\?/") == Lines{"what?\?/."});
  CHECK(emit::comment_lines("a */ b // c") == Lines{"a */ b // c"});
  CHECK(emit::comment_lines("a\xE2\x80\xAE"
                            "b\tc\r") == Lines{"ab c"});
}
