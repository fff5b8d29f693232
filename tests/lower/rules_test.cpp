// What each type and rule lets into the database, and what not.
#include <catch2/catch.hpp>
#include <limits>

#include "build.hpp"
#include "support/sqlite_database.hpp"

using namespace build;

namespace {

/// A table `ts` with one more column, `x`, that may be null.
class Probe {
 public:
  explicit Probe(model::Type type, model::Rules rules = {}) {
    model::Model t = keyed("T", "ts");
    add(t, "x", optional(std::move(type))).rules = std::move(rules);
    schema_.models.push_back(std::move(t));
    prepare();
  }
  explicit Probe(model::Schema schema) : schema_(std::move(schema)) { prepare(); }

  bool takes(const std::string& value) {
    const std::string message = db_.error("INSERT INTO ts (x) VALUES (" + value + ")");
    CHECK((message.empty() || message.find("constraint failed: ts_x_") != std::string::npos ||
           message.find("cannot store") != std::string::npos));
    return message.empty();
  }
  std::string why_not(const std::string& value) {
    return db_.error("INSERT INTO ts (x) VALUES (" + value + ")");
  }

 private:
  void prepare() {
    db_.run(build::ddl(schema_));
    REQUIRE(takes("NULL"));  // unknown is not a violation
  }

  model::Schema schema_;
  ochre_test::SqliteDatabase db_;
};

model::ValueRange range(std::optional<model::Value> low, std::optional<model::Value> high) {
  return {std::move(low), std::move(high), false, false};
}

model::Rules with_range(model::ValueRange range) {
  model::Rules out;
  out.range.push_back(std::move(range));
  return out;
}

}  // namespace

TEST_CASE("bool, integers and uuids are held to their type") {
  Probe truth(type(Scalar::Bool));
  CHECK((truth.takes("0") && truth.takes("1")));
  CHECK_FALSE((truth.takes("2") || truth.takes("-1") || truth.takes("'true'")));
  Probe small(type(Scalar::Int16));
  CHECK((small.takes("32767") && small.takes("-32768")));
  CHECK_FALSE((small.takes("32768") || small.takes("-32769")));
  Probe middle(type(Scalar::Int32));
  CHECK((middle.takes("2147483647") && middle.takes("-2147483648")));
  CHECK_FALSE((middle.takes("2147483648") || middle.takes("-2147483649")));
  Probe large(type(Scalar::Int64));
  CHECK((large.takes("9223372036854775807") && large.takes("-9223372036854775808")));
  CHECK_FALSE((large.takes("9223372036854775808") || large.takes("1.5") || large.takes("'x'")));
  Probe uuid(type(Scalar::Uuid));
  CHECK(uuid.takes("randomblob(16)"));
  CHECK_FALSE((uuid.takes("randomblob(15)") || uuid.takes("x''") || uuid.takes("'0123456789abcdef'")));
  Probe time(type(Scalar::Time));
  CHECK((time.takes("0") && time.takes("86399999999")));
  CHECK_FALSE((time.takes("-1") || time.takes("86400000000")));
}

TEST_CASE("lengths count code points of text and bytes of bytes") {
  Probe text(string(3));
  CHECK((text.takes("''") && text.takes("'abc'") && text.takes("'äöü'") && text.takes("'🦊🦊🦊'")));
  CHECK_FALSE((text.takes("'abcd'") || text.takes("'🦊🦊🦊🦊'")));
  model::Rules rules;
  rules.length = {{2, std::nullopt}, {std::nullopt, 8}, {0, 4}};
  Probe both(string(6), rules);
  CHECK((both.takes("'ab'") && both.takes("'äöüß'")));
  CHECK_FALSE((both.takes("'a'") || both.takes("''") || both.takes("'abcde'")));
  model::Type bytes = type(Scalar::Bytes);
  bytes.max_length = 2;
  Probe blob(bytes);
  CHECK((blob.takes("x''") && blob.takes("x'0000'")));
  CHECK_FALSE((blob.takes("x'000000'") || blob.takes("'ab'")));
  model::Rules exact;
  exact.length = {{4, 4}};
  Probe four(type(Scalar::String), exact);
  CHECK(four.takes("'abcd'"));
  CHECK_FALSE((four.takes("'abc'") || four.takes("'abcde'")));
}

TEST_CASE("ranges, open and exclusive, within what the type allows") {
  Probe age(type(Scalar::Int32), with_range(range(std::int64_t{13}, std::int64_t{130})));
  CHECK((age.takes("13") && age.takes("130")));
  CHECK_FALSE((age.takes("12") || age.takes("131")));
  Probe open(type(Scalar::Int32), with_range(range(std::int64_t{1}, std::nullopt)));
  CHECK((open.takes("1") && open.takes("2147483647")));
  CHECK_FALSE((open.takes("0") || open.takes("2147483648")));
  model::ValueRange exclusive = range(std::int64_t{0}, std::int64_t{5});
  exclusive.low_exclusive = exclusive.high_exclusive = true;
  Probe inner(type(Scalar::Int64), with_range(exclusive));
  CHECK((inner.takes("1") && inner.takes("4")));
  CHECK_FALSE((inner.takes("0") || inner.takes("5")));
  model::ValueRange portion = range(0.0, 1.0);
  portion.low_exclusive = portion.high_exclusive = true;
  Probe real(type(Scalar::Float64), with_range(portion));
  CHECK((real.takes("0.5") && real.takes("4.9e-324")));
  CHECK_FALSE((real.takes("0.0") || real.takes("1.0") || real.takes("9e999")));
  model::ValueRange nothing = range(std::numeric_limits<std::int64_t>::max(), std::nullopt);
  nothing.low_exclusive = true;
  Probe none(type(Scalar::Int64), with_range(nothing));
  CHECK_FALSE((none.takes("9223372036854775807") || none.takes("-9223372036854775808") || none.takes("0")));
  Probe moment(type(Scalar::Timestamp), with_range(range(std::int64_t{0}, std::nullopt)));
  CHECK(moment.takes("0"));
  CHECK_FALSE(moment.takes("-1"));
}

TEST_CASE("choices and multiples") {
  model::Rules some;
  some.one_of = {{std::string("a"), std::string("it's")}};
  Probe choice(type(Scalar::String), some);
  CHECK((choice.takes("'a'") && choice.takes("'it''s'")));
  CHECK_FALSE((choice.takes("'A'") || choice.takes("''")));
  model::Rules fives;
  fives.multiple_of = {std::int64_t{5}};
  Probe five(type(Scalar::Int64), fives);
  CHECK((five.takes("0") && five.takes("-15")));
  CHECK_FALSE((five.takes("1") || five.takes("-4")));
  Probe cents(decimal(6, 2), fives);  // 0.05
  CHECK((cents.takes("1005") && !cents.takes("1001")));
}

TEST_CASE("enumerations take their stored texts") {
  model::Schema schema;
  schema.enums.push_back({"Role", "", {}, false, "", {}});
  schema.enums[0].values = {{"reader", "reader", "", "", "", {}},
                            {"admin", "the \"administrator\"'s", "", "", "", {}}};
  model::Model t = keyed("T", "ts");
  add(t, "x", optional(enumeration(0))).default_value = literal(std::int64_t{1}, enumeration(0));
  schema.models.push_back(std::move(t));
  Probe role(schema);
  CHECK((role.takes("'reader'") && role.takes("'the \"administrator\"''s'")));
  CHECK_FALSE((role.takes("'admin'") || role.takes("'Reader'") || role.takes("''") || role.takes("0")));
}

TEST_CASE("json and arrays are well formed, and counted") {
  Probe json(type(Scalar::Json));
  CHECK((json.takes("'{}'") && json.takes("'null'") && json.takes("'[1]'")));
  CHECK_FALSE((json.takes("'{'") || json.takes("''") || json.takes("x'00'")));
  Probe list(array(type(Scalar::Int64)));
  CHECK((list.takes("'[]'") && list.takes("'[1, 2]'")));
  CHECK_FALSE((list.takes("'{}'") || list.takes("'['") || list.takes("'1'")));
  model::Rules rules;
  rules.items = {{1, 2}};
  rules.length = {{1, 1}};  // of each element: not for the database
  Probe counted(array(type(Scalar::String)), rules);
  CHECK((counted.takes("'[\"ab\"]'") && counted.takes("'[1, 2]'")));
  CHECK_FALSE((counted.takes("'[]'") || counted.takes("'[1, 2, 3]'") || counted.takes("'x'")));
}

TEST_CASE("decimals keep to their digits") {
  Probe price(decimal(4, 2));
  CHECK((price.takes("9999") && price.takes("-9999")));
  CHECK_FALSE((price.takes("10000") || price.takes("-10000") || price.takes("0.5")));
  Probe largest(decimal(18, 0));
  CHECK(largest.takes("999999999999999999"));
  CHECK_FALSE(largest.takes("1000000000000000000"));

  Probe wide(decimal(20, 2));
  for (const std::string good : {"'0.00'", "'-0.01'", "'12.50'", "'-123456789012345678.90'"})
    CHECK(wide.takes(good));
  for (const std::string bad :
       {"'0'", "'-0.00'", "'1.5'", "'1.500'", "'01.50'", "'.50'", "'--1.50'", "'1-2.50'", "'+1.50'",
        "'1.2.50'", "'1234567890123456789.00'", "' 1.50'", "'1e5.00'", "''"}) {
    INFO(bad);
    CHECK_FALSE(wide.takes(bad));
  }
  Probe whole(decimal(20, 0));
  CHECK((whole.takes("'0'") && whole.takes("'-12345678901234567890'")));
  CHECK_FALSE((whole.takes("'123456789012345678901'") || whole.takes("'1.0'") || whole.takes("'-0'")));
  Probe fraction(decimal(20, 20));
  CHECK(fraction.takes("'0.12345678901234567890'"));
  CHECK_FALSE(fraction.takes("'1.12345678901234567890'"));
}

TEST_CASE("a normalised unique is checked, as raw SQL passes no normaliser") {
  model::Schema schema;
  model::Model t = keyed("T", "ts");
  add(t, "x", optional(type(Scalar::String))).rules.lower = true;
  t.indexes.push_back(index({1}, true));
  schema.models.push_back(t);
  Probe unique(schema);
  CHECK(unique.takes("'größe'"));
  CHECK_FALSE(unique.takes("'Ada'"));
  CHECK(unique.why_not("'größe'") == "UNIQUE constraint failed: ts.x");
  model::Rules lower;
  lower.lower = true;
  Probe plain(type(Scalar::String), lower);
  CHECK(plain.takes("'Ada'"));
}

TEST_CASE("a failed check names the rule") {
  Probe age(type(Scalar::Int32), with_range(range(std::int64_t{13}, std::int64_t{130})));
  const std::string message = age.why_not("5");
  CHECK(message.starts_with("CHECK constraint failed: ts_x_range_"));
  CHECK(message.size() == std::string("CHECK constraint failed: ts_x_range_").size() + 8);
}
