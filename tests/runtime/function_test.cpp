// Functions and operators as the database answers them: dates, JSON paths, trimming, choices, negation.
#include "ochre/functions.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <span>

#include "ochre/aggregate.hpp"
#include "ochre/driver/sqlite.hpp"
#include "ochre/errors.hpp"
#include "wiki/models.hpp"

using namespace wiki;
using ochre::from;

namespace {

using namespace std::chrono_literals;
using Names = std::vector<std::string>;

ochre::Date on(std::chrono::year_month_day day) { return std::chrono::sys_days(day); }

/// Art (1901-02-28), Bees (1968-12-31) and Clay without a date; facts about the first two.
struct Wiki {
  ochre::Database db = [] {
    ochre::Database made = wiki::open("sqlite::memory:");
    made.create_missing();
    return made;
  }();

  Wiki() {
    const std::vector<NewTopic> rows{
        {.name = "Art",
         .facts =
             ochre::Json{R"({"pages": 12, "price": 2.5, "editor": {"name": "Ann"}, "words": ["x", "y"]})"},
         .founded = on(1901y / 2 / 28)},
        {.name = "  Bees\t",
         .facts = ochre::Json{R"({"pages": 9007199254740993, "editor": null})"},
         .founded = on(1968y / 12 / 31)},
        {.name = "Clay"}};
    db.insert(topics, std::span(rows));
  }

  /// The value for each topic, in order.
  template <class E>
  auto values(const E& expression) const {
    return db.all(from(topics).order_by(topics.id).select(expression));
  }
  template <class C>
  Names names(const C& condition) const {
    return db.all(from(topics).where(condition).order_by(topics.id).select(ochre::trim(topics.name)));
  }
};

template <class T>
using Maybe = std::vector<std::optional<T>>;

}  // namespace

TEST_CASE_METHOD(Wiki, "the parts of a date") {
  CHECK(values(ochre::year(topics.founded)) == Maybe<std::int32_t>{1901, 1968, std::nullopt});
  CHECK(values(ochre::month(topics.founded)) == Maybe<std::int32_t>{2, 12, std::nullopt});
  CHECK(values(ochre::day(topics.founded)) == Maybe<std::int32_t>{28, 31, std::nullopt});
  CHECK(names(ochre::month(topics.founded) == 12 && ochre::day(topics.founded) > 30) == Names{"Bees"});
}

TEST_CASE_METHOD(Wiki, "JSON paths give values of their type, and NULL where there is none") {
  CHECK(values(ochre::json_text(topics.facts, "$.editor.name")) ==
        Maybe<std::string>{"Ann", std::nullopt, std::nullopt});
  CHECK(values(ochre::json_text(topics.facts, "$.words[1]")) ==
        Maybe<std::string>{"y", std::nullopt, std::nullopt});
  CHECK(values(ochre::json_integer(topics.facts, "$.pages")) ==
        Maybe<std::int64_t>{12, 9007199254740993, std::nullopt});
  CHECK(values(ochre::json_real(topics.facts, "$.price")) == Maybe<double>{2.5, std::nullopt, std::nullopt});
  CHECK(names(ochre::json_integer(topics.facts, "$.pages") > 12) == Names{"Bees"});
  CHECK(names(ochre::json_text(topics.facts, "$.editor.name") == "Ann") == Names{"Art"});
  CHECK_THROWS_AS(values(ochre::json_text(topics.facts, "no path")), ochre::Error);
}

TEST_CASE_METHOD(Wiki, "trimmed and folded texts") {
  CHECK(values(ochre::trim(topics.name)) == Names{"Art", "Bees", "Clay"});
  CHECK(names(topics.name.ends_with_fold("RT")) == Names{"Art"});
  CHECK(names(topics.name.ends_with_fold("%")).empty());
  CHECK(names(ochre::trim(topics.name).ends_with_fold("EES")) == Names{"Bees"});
}

TEST_CASE_METHOD(Wiki, "a choice without a last resort, and negations that keep NULL") {
  CHECK(values(ochre::case_when(topics.name == "Art", 1).when(topics.name == "Clay", 2).otherwise_null()) ==
        Maybe<std::int64_t>{1, std::nullopt, 2});
  CHECK(names(ochre::not_(topics.name == "Art")) == Names{"Bees", "Clay"});
  CHECK(names(ochre::not_(ochre::year(topics.founded) == 1901)) == Names{"Bees"});
}

TEST_CASE_METHOD(Wiki, "NULLs come last when asked to, in both directions") {
  const auto order = [&](const auto& by) { return db.all(from(topics).order_by(by).select(topics.id)); };
  using Ids = std::vector<std::int64_t>;
  CHECK(order(topics.founded.asc().nulls_last()) == Ids{1, 2, 3});
  CHECK(order(topics.founded.desc().nulls_last()) == Ids{2, 1, 3});
  CHECK(order(topics.founded.asc().nulls_first().nulls_last()) == Ids{1, 2, 3});
  CHECK(order(topics.founded.desc().nulls_first()) == Ids{3, 2, 1});
}

TEST_CASE_METHOD(Wiki, "a plan names what it reads, and locks leave SQLite's statement as it was") {
  CHECK_THAT(db.explain(from(topics).where(topics.id == 1)),
             Catch::Contains("SEARCH") && Catch::Contains("PRIMARY KEY"));
  CHECK_THAT(db.explain(from(topics).where(topics.name == "Art")), Catch::Contains("SCAN"));
  const auto art = from(topics).where(topics.name == "Art");
  CHECK(art.for_update().sql(ochre::Dialect::Sqlite).text == art.sql(ochre::Dialect::Sqlite).text);
  CHECK_THAT(art.for_update().sql(ochre::Dialect::Postgres).text, Catch::EndsWith(" FOR UPDATE"));
  db.transaction([&](ochre::Transaction& tx) {
    Topic row = tx.one(art.for_update());
    row.name = "Arts";
    tx.update(row);
  });
  CHECK(db.exists(from(topics).where(topics.name == "Arts")));
}
