// The rules of the language as functions: what they accept, what they refuse, and how they report it.
#include <catch2/catch.hpp>

#include "ochre/errors.hpp"
#include "ochre/pattern.hpp"
#include "ochre/rules.hpp"

namespace rules = ochre::rules;

TEST_CASE("lengths count code points") {
  CHECK(rules::code_points("") == 0);
  CHECK(rules::code_points("grüße") == 5);
  CHECK(rules::code_points("\xF0\x9F\x8E\x88\xE6\xBC\xA2") == 2);
  CHECK(rules::code_points(std::string(1000, 'x')) == 1000);
}

TEST_CASE("text is UTF-8 without U+0000") {
  for (const char* good :
       {"", "plain", "grüße", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF", "\xE0\xA0\x80", "eight888\xC2\x80"})
    CHECK(rules::is_text(good));
  using namespace std::string_view_literals;
  for (const auto bad : {"a\0b"sv, "\0"sv, "eightchr\0"sv, "\x80"sv, "\xC0\x80"sv, "\xC1\xBF"sv,
                         "\xE0\x9F\xBF"sv, "\xED\xA0\x80"sv, "\xF0\x8F\xBF\xBF"sv, "\xF4\x90\x80\x80"sv,
                         "\xF5\x80\x80\x80"sv, "\xE2\x82"sv, "12345678\xFF"sv, "\xC3("sv}) {
    CAPTURE(bad);
    CHECK(!rules::is_text(bad));
  }
}

TEST_CASE("e-mail addresses are those of HTML forms") {
  for (const char* good : {"ada@example.com", "a@b", "first.last+tag@sub.example.co.uk",
                           "!#$%&'*+/=?^_`{|}~-@x-y.z9", ".a@b.c"}) {
    CAPTURE(good);
    CHECK(rules::is_email(good));
  }
  for (const std::string& bad :
       {std::string(), std::string("ada"), std::string("@example.com"), std::string("ada@"),
        std::string("a@b..c"), std::string("a@-b.c"), std::string("a@b-.c"), std::string("a b@c.d"),
        std::string("a@b@c"), std::string("grüße@x.de"), "a@" + std::string(64, 'b'), std::string("a@b.c."),
        std::string("a@b_c.d"), std::string("a@b.c\n")}) {
    CAPTURE(bad);
    CHECK(!rules::is_email(bad));
  }
  CHECK(rules::is_email("a@" + std::string(63, 'b')));
}

TEST_CASE("URLs have a scheme and a host") {
  for (const char* good :
       {"https://example.com", "http://localhost:8080/a/b?c=d&e=%20#f", "ftp://user:pw@host/x",
        "http://[::1]:80/", "svn+ssh://h", "https://x.y/?q=a/b?c", "HTTP://EXAMPLE.COM/~me"}) {
    CAPTURE(good);
    CHECK(rules::is_url(good));
  }
  for (const char* bad :
       {"", "example.com", "/path", "http:/x", "http://", "http:///path", "1http://x", "http://a b",
        "http://x/%zz", "http://x/%2", "http://x:port", "http://x/grüße", "http://x/a#b#c",
        "javascript:alert(1)", "http://[::1", "http://x/\n", "://x", "http://x:123456"}) {
    CAPTURE(bad);
    CHECK(!rules::is_url(bad));
  }
}

TEST_CASE("normalisers change ASCII only") {
  const auto with = [](void (*change)(std::string&), std::string text) {
    change(text);
    return text;
  };
  CHECK(with(rules::trim, " \t\n\v\f\ra b \r\n") == "a b");
  CHECK(with(rules::trim, " \n ").empty());
  CHECK(with(rules::trim, "\xC2\xA0x") == "\xC2\xA0x");
  CHECK(with(rules::lower, "ÄBC-xyz@Z[") == "Äbc-xyz@z[");
  CHECK(with(rules::upper, "äbc-XYZ`a{") == "äBC-XYZ`A{");
}

TEST_CASE("a broken rule is reported with limit and value") {
  ochre::Violations found;
  rules::broken(found, "name", "length", "1..80", std::int64_t{0});
  rules::broken(found, "home.zip", "pattern", "[0-9]+", std::string_view("abc"));
  rules::broken(found, "weight", "range", "0.5..2", 2.25);
  rules::broken(found, "", "adult_author", "");
  REQUIRE(found.size() == 4);
  CHECK(found[0] == ochre::Violation{"name", "length", "must have 1..80 characters, is 0", "1..80", "0"});
  CHECK(found[1] ==
        ochre::Violation{"home.zip", "pattern", "must match [0-9]+, is \"abc\"", "[0-9]+", "abc"});
  CHECK(found[2] == ochre::Violation{"weight", "range", "must be in 0.5..2, is 2.25", "0.5..2", "2.25"});
  CHECK(found[3].message == "breaks the rule adult_author");
}

TEST_CASE("long values are cut between characters") {
  ochre::Violations found;
  std::string text;
  for (int i = 0; i < 100; ++i) text += "ü";
  rules::broken(found, "name", "text", "", text);
  CHECK(rules::is_text(found[0].value));
  CHECK(found[0].value.size() < 90);
}

TEST_CASE("patterns match the whole text in linear time") {
  const ochre::Pattern zip("[0-9A-Z -]+");
  CHECK(zip.matches("SW1A 1AA"));
  CHECK(!zip.matches("sw1a"));
  CHECK(!zip.matches("12\n"));
  CHECK(!zip.matches(""));
  CHECK(!ochre::Pattern(".*").matches("\xFF"));
  // Exponential for backtracking engines.
  CHECK(!ochre::Pattern("(a*)*b").matches(std::string(100'000, 'a')));
  CHECK_THROWS_AS(ochre::Pattern("(a"), ochre::ValidationFailed);
  CHECK_THROWS_AS(ochre::Pattern("(?=a)"), ochre::ValidationFailed);
}
