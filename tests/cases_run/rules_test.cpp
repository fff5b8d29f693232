// Rules and checks in C++ and in the database give the same answer.
#include <catch2/catch.hpp>
#include <random>

#include "ochre/rules.hpp"
#include "rules/models.hpp"
#include "support/sqlite_database.hpp"

namespace {

class Dice {
 public:
  std::int64_t below(std::int64_t end) {
    return std::uniform_int_distribution<std::int64_t>(0, end - 1)(engine_);
  }
  bool chance(int one_in) { return below(one_in) == 0; }
  std::string text(std::int64_t longest) {
    static const std::vector<std::string> letters = {"A", "b", "ü", "漢", "🎈", "%", "_", "9"};
    std::string out;
    for (std::int64_t left = below(longest + 1); left > 0; --left)
      out += letters[static_cast<std::size_t>(below(static_cast<std::int64_t>(letters.size())))];
    return out;
  }

 private:
  std::mt19937_64 engine_{42};
};

rules::Product random_product(Dice& dice) {
  rules::Product out;
  out.code = "CODE" + std::to_string(dice.below(1'000'000'000));
  if (dice.chance(8)) out.code = dice.text(14);
  ochre::rules::upper(out.code);
  out.label = dice.text(22);
  out.share = static_cast<std::int32_t>(dice.below(104)) - 1;
  out.ratio = static_cast<double>(dice.below(12)) / 10;
  out.price = ochre::Decimal<8, 2>::from_units(dice.below(300) * (dice.chance(4) ? 1 : 5));
  out.pack = dice.below(20) * (dice.chance(3) ? 1 : 6);
  out.size = dice.chance(6) ? "XL" : dice.chance(2) ? "L" : "S";
  for (std::int64_t count = dice.below(5); count > 0; --count)
    out.tags.push_back("tag" + std::to_string(count));
  const auto date = [&] { return ochre::Date(std::chrono::days(18'000 + dice.below(1500))); };
  if (!dice.chance(3)) out.opened = date();
  if (!dice.chance(3)) out.closed = date();
  if (dice.chance(2)) out.note = dice.chance(2) ? "100%_" + dice.text(3) : dice.text(8);
  return out;
}

std::string quoted(const std::string& text) { return "'" + text + "'"; }
std::string days(const std::optional<ochre::Date>& date) {
  return date ? std::to_string(date->time_since_epoch().count()) : "NULL";
}

// What raw SQL would insert: no runtime between the row and the database's checks.
std::string insert_of(const rules::Product& row) {
  std::string tags;
  for (const std::string& tag : row.tags) tags += (tags.empty() ? "\"" : ",\"") + tag + "\"";
  return "INSERT INTO products (code, label, share, ratio, price, pack, size, tags, opened, closed, note) "
         "VALUES (" +
         quoted(row.code) + "," + quoted(row.label) + "," + std::to_string(row.share) + "," +
         std::to_string(row.ratio) + "," + std::to_string(row.price.units()) + "," +
         std::to_string(row.pack) + "," + quoted(row.size) + "," + quoted("[" + tags + "]") + "," +
         days(row.opened) + "," + days(row.closed) + "," + (row.note ? quoted(*row.note) : "NULL") + ")";
}

}  // namespace

TEST_CASE("10,000 random rows: C++ and SQLite accept the same ones") {
  ochre_test::SqliteDatabase db;
  for (const std::string_view statement : ochre::Model<rules::Product>::info.ddl[0].statements)
    db.run(std::string(statement));
  Dice dice;
  int accepted = 0;
  for (int turn = 0; turn < 10'000; ++turn) {
    const rules::Product row = random_product(dice);
    const ochre::Violations violations = validate(row);
    db.run("DELETE FROM products");
    const std::string refused = db.error(insert_of(row));
    INFO(insert_of(row) << "\n" << refused << "\n" << ochre::to_string(violations));
    REQUIRE(refused.empty() == violations.empty());
    accepted += violations.empty() ? 1 : 0;
  }
  CHECK(accepted > 100);
}

TEST_CASE("normalisers run before anything is checked") {
  ochre::Database db = rules::open("sqlite::memory:");
  db.create_missing();
  rules::NewProduct fields{.code = "abc",
                           .label = "  x\t",
                           .share = 10,
                           .ratio = 0.5,
                           .price = ochre::Decimal<8, 2>("1.05"),
                           .size = "S",
                           .tags = {"a"}};
  const rules::Product made = db.insert(fields);
  CHECK(made.code == "ABC");
  CHECK(made.label == "x");
  CHECK(made.total == 12);
  CHECK(made.doubled == 24);
  CHECK(db.find(rules::products, made.id) == made);
  fields.code = "AbC";
  CHECK_THROWS_AS(db.insert(fields), ochre::UniqueViolation);
}

TEST_CASE("every violation is reported at once, with limit and value") {
  const rules::NewProduct fields{.code = "x",
                                 .label = std::string(21, 'y'),
                                 .share = 5,
                                 .ratio = 1,
                                 .price = ochre::Decimal<8, 2>("0.99"),
                                 .pack = 7,
                                 .size = "L",
                                 .tags = {"a", "a", "", "b"},
                                 .note = "other"};
  std::vector<std::string> seen;
  for (const ochre::Violation& violation : validate(fields))
    seen.push_back(violation.field + " " + violation.rule + " " + violation.limit + " " + violation.value);
  CHECK(seen == std::vector<std::string>{"code length 3..12 1", "label length ..20 21", "share range 10.. 5",
                                         "ratio range 0<..<1 1", "price multiple_of 0.05 0.99",
                                         "pack multiple_of 6 7", "tags items 1..3 4", "tags unique_items  ",
                                         "tags[2] length 1..10 0", " bargain  ", " noted  "});
}
