// Columns that are kept as text, in tables that another program made and filled: every usual form is read,
// and means its value in every query.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>

#include "ochre/aggregate.hpp"
#include "ochre/functions.hpp"
#include "ochre/graph.hpp"
#include "ochre/time.hpp"
#include "texts.hpp"

namespace {

using namespace texts_test;
using ochre::from;
using texts::events;
using texts::persons;
using Price = ochre::Decimal<10, 2>;

constexpr const char* tables = R"(
create table persons (id varchar(36) primary key, name varchar, born date);
create table tags (at datetime primary key, label text not null);
create table person_tags (person_id text references persons, tag_at datetime references tags);
create table prices (amount text primary key);
create table parts (id integer primary key, price_amount text references prices);
create table events (
  id integer primary key, owner_id char(36) references persons, at datetime default current_timestamp, local datetime,
  day date, clock time, price text, token text unique, fixed text, plain blob, changed datetime default current_timestamp,
  taken integer as (cast(strftime('%Y', at) as integer)) stored, cents integer as (cast(round(price * 100) as integer)) stored);
create index events_at on events (at);
create index events_owner on events (owner_id);
create index events_day on events (day);
)";

constexpr const char* rows = R"(
insert into persons values ('00112233-4455-6677-8899-AABBCCDDEEFF', 'Ada', '1815-12-10');
insert into persons values ('1f112233-4455-6677-8899-aabbccddeeff', 'Bob', null);
insert into events (id, owner_id, at, day, clock, price, token, fixed) values
  (1, '00112233-4455-6677-8899-AABBCCDDEEFF', '2024-05-01 12:30:00', '2024-05-01', '12:30', '9.5',
   '2F112233-4455-6677-8899-AABBCCDDEEFF', '1f112233-4455-6677-8899-aabbccddeeff'),
  (2, '00112233-4455-6677-8899-AABBCCDDEEFF', '2024-05-01T12:30:00.123456Z', '2024-05-01', '12:30:00', '10', null,
   '1F112233-4455-6677-8899-AABBCCDDEEFF'),
  (3, '1f112233-4455-6677-8899-aabbccddeeff', '2024-05-01T14:30:00+02:00', '2024-05-02', '12:30:00.000', '10.00', null,
   '2f112233-4455-6677-8899-aabbccddeeff'),
  (4, '1f112233-4455-6677-8899-aabbccddeeff', '2024-05-02', '1969-12-31', '23:59:59.999999', '-0.25', null,
   '2f112233-4455-6677-8899-aabbccddeeff'),
  (5, '1f112233-4455-6677-8899-aabbccddeeff', '2024-04-30 23:30:00-0100', '2024-05-03', '00:00', '012.500', null,
   '2f112233-4455-6677-8899-aabbccddeeff');
insert into tags values ('2000-01-01 00:00:00', 'old');
insert into person_tags values ('1f112233-4455-6677-8899-aabbccddeeff', '2000-01-01 00:00:00');
insert into prices values ('12.5'), ('3');
insert into parts values (1, '12.5'), (2, '12.5');
)";

struct Existing {
  File file;
  ochre::Database db;

  Existing() : db(made()) {}
  ochre::Database made() const {
    file.run(tables);
    file.run(rows);
    return texts::open(file.url());
  }

  template <class Condition>
  std::string ids(const Condition& condition) {
    std::string out;
    for (const std::int64_t id : db.all(from(events).where(condition).select(events.id).order_by(events.id)))
      out += std::to_string(id);
    return out;
  }
  std::string in_order(const ochre::Query<texts::Event>& query) {
    std::string out;
    for (const texts::Event& event : db.all(query)) out += std::to_string(event.id);
    return out;
  }
};

/// A moment as a clock that is `offset` minutes ahead of UTC shows it.
std::string text_in_some_form(ochre::Timestamp at, int offset, int form) {
  using namespace std::chrono;
  const auto shown = at + minutes(offset);
  const auto midnight = floor<days>(shown);
  const year_month_day date(midnight);
  const std::int64_t micros = (shown - midnight).count();
  const auto part = [](std::int64_t value, std::size_t width) {
    std::string text = std::to_string(value);
    return text.insert(0, width - text.size(), '0');
  };
  std::string out = part(static_cast<int>(date.year()), 4) + "-" +
                    part(static_cast<unsigned>(date.month()), 2) + "-" +
                    part(static_cast<unsigned>(date.day()), 2);
  if (micros == 0 && offset == 0 && form == 0) return out;
  out += form % 2 == 0 ? " " : "T";
  out += part(micros / 3'600'000'000, 2) + ":" + part(micros / 60'000'000 % 60, 2);
  const std::int64_t seconds = micros % 60'000'000;
  if (seconds != 0 || form > 1) out += ":" + part(seconds / 1'000'000, 2);
  if (seconds % 1'000'000 != 0) out += "." + part(seconds % 1'000'000, 6);
  const int ahead = std::abs(offset);
  if (offset != 0) return out + (offset < 0 ? "-" : "+") + part(ahead / 60, 2) + ":" + part(ahead % 60, 2);
  return form == 3 ? out + "Z" : out;
}

}  // namespace

TEST_CASE_METHOD(Existing, "rows of other programs are read in every usual form") {
  const auto all = db.all(from(events).order_by(events.id));
  REQUIRE(all.size() == 5);
  CHECK(all[0].at == moment(2024, 5, 1, 12, 30));
  CHECK(all[1].at == moment(2024, 5, 1, 12, 30, 123456));
  CHECK(all[2].at == moment(2024, 5, 1, 12, 30));
  CHECK(all[3].at == moment(2024, 5, 2));
  CHECK(all[4].at == moment(2024, 5, 1, 0, 30));
  CHECK(all[0].clock == ochre::TimeOfDay::of(12, 30));
  CHECK(all[3].clock == ochre::TimeOfDay::of(23, 59, 59, 999999));
  CHECK(to_string(all[0].price) == "9.50");
  CHECK(to_string(all[4].price) == "12.50");
  CHECK(all[0].owner_id == ada);
  CHECK(all[1].fixed == bob);
  CHECK(db.find(persons, ada)->born == day(1815, 12, 10));
}

TEST_CASE_METHOD(Existing, "conditions are about values, whatever the form") {
  CHECK(ids(events.at == moment(2024, 5, 1, 12, 30)) == "13");
  CHECK(ids(events.at != moment(2024, 5, 1, 12, 30)) == "245");
  CHECK(ids(events.at < moment(2024, 5, 1, 12, 30)) == "5");
  CHECK(ids(events.at <= moment(2024, 5, 1, 12, 30)) == "135");
  CHECK(ids(events.at > moment(2024, 5, 1, 12, 30)) == "24");
  CHECK(ids(events.at >= moment(2024, 5, 1, 0, 30)) == "12345");
  CHECK(ids(events.at.between(moment(2024, 5, 1), moment(2024, 5, 1, 12, 30))) == "135");
  CHECK(ids(events.at.in({moment(2024, 5, 1, 12, 30), moment(2024, 5, 2)})) == "134");
  CHECK(ids(!(events.at == moment(2024, 5, 1, 12, 30))) == "245");
  CHECK(ids(events.clock == ochre::TimeOfDay::of(12, 30)) == "123");
  CHECK(ids(events.clock > ochre::TimeOfDay::of(12, 30)) == "4");
  CHECK(ids(events.day < day(1970, 1, 1)) == "4");
  CHECK(ids(events.price == Price("10")) == "23");
  CHECK(ids(events.price > Price("9.50")) == "235");
  CHECK(ids(events.price.in({Price("12.5"), Price("-0.25")})) == "45");
  CHECK(ids(events.owner_id == ada) == "12");
  CHECK(ids(events.owner_id.in({ada})) == "12");
  CHECK(ids(events.fixed == bob) == "12");
  CHECK(ids(events.fixed != bob) == "345");
  CHECK(ids(events.token == events.fixed).empty());
  CHECK(ids(events.owner_id == events.fixed).empty());
  CHECK(ids(ochre::day(events.at) == 2) == "4");
  CHECK(ids(events.copy == moment(2024, 5, 2)) == "4");
  CHECK(ids(events.local.is_null()) == "12345");
}

TEST_CASE_METHOD(Existing, "orders, pages and aggregates follow values") {
  CHECK(in_order(from(events).order_by(events.at, events.id)) == "51324");
  CHECK(in_order(from(events).order_by(events.price.desc(), events.id)) == "52314");
  CHECK(in_order(from(events)) == "42135");  // at desc, then the key
  CHECK(in_order(from(events).order_by(events.fixed, events.id)) == "12345");
  CHECK(in_order(from(events).order_by(events.day, events.id)) == "41235");
  CHECK(in_order(from(events).order_by(events.day.desc(), events.id)) == "53124");
  CHECK(db.one(from(events).select(ochre::max(events.at))) == moment(2024, 5, 2));
  CHECK(db.one(from(events).select(ochre::min(events.price))) == Price("-0.25"));
  CHECK(db.one(from(events).select(ochre::count_distinct(events.price))) == 4);
  std::string pages;
  ochre::PageRequest request{.size = 1, .after = ""};
  do {
    const auto page = db.page(from(events).order_by(events.at), request);
    pages += std::to_string(page.rows.front().id);
    request.after = page.next;
  } while (!request.after.empty());
  CHECK(pages == "51324");
}

TEST_CASE_METHOD(Existing, "relations lead over keys in the form they have") {
  const auto graph = db.graph(from(persons).include(persons.events).include(persons.tags));
  std::string out;
  for (const texts::Person& person : graph) {
    out += person.name + ":";
    for (const texts::Event& event : graph.of(person, persons.events)) out += " " + std::to_string(event.id);
    for (const texts::Tag& tag : graph.of(person, persons.tags)) out += " " + tag.label;
    out += "; ";
  }
  CHECK(out == "Ada: 2 1; Bob: 4 3 5 old; ");
  CHECK(ids(events.owner().name == "Ada") == "12");
  CHECK(db.count(from(persons).where(persons.events.any(events.price > Price("10")))) == 1);
  CHECK(db.find(texts::tags, moment(2000, 1, 1)));
  CHECK(db.find(texts::prices, ochre::Decimal<12, 3>("12.500")));
  const auto parts =
      db.graph(from(texts::prices).order_by(texts::prices.amount).include(texts::prices.parts));
  CHECK(parts.of(parts.begin()[1], texts::prices.parts).size() == 2);
}

TEST_CASE_METHOD(Existing, "rows are changed where they are, and what is written has the one form") {
  const texts::Event before = *db.find(events, 1);
  texts::Event after = before;
  after.at = moment(2025, 1, 1);
  CHECK(db.save(before, after));
  CHECK(file.run("select at, price, owner_id, length(changed) from events where id = 1") ==
        "2025-01-01 00:00:00.000000|9.5|00112233-4455-6677-8899-AABBCCDDEEFF|26");
  CHECK(db.update(from(events).where(events.at == moment(2024, 5, 2)).set(events.price, Price("1"))) == 1);
  CHECK(file.run("select price from events where id = 4") == "1.00");
  texts::Person person = *db.find(persons, ada);
  person.name = "Ada L.";
  db.update(person);
  CHECK(file.run("select id from persons where name = 'Ada L.'") == "00112233-4455-6677-8899-AABBCCDDEEFF");
  texts::Event moved = *db.find(events, 3);
  moved.owner_id = bob;
  db.update(moved);
  CHECK(file.run("select at, clock, price, fixed from events where id = 3") ==
        "2024-05-01 12:30:00.000000|12:30:00.000000|10.00|2f112233-4455-6677-8899-aabbccddeeff");
  CHECK(db.erase(*db.find(events, 4)));
  CHECK(db.erase(from(events).where(events.price == Price("12.5"))) == 1);
  CHECK(in_order(from(events).order_by(events.id)) == "123");
}

TEST_CASE_METHOD(Existing, "what refers to a row of another program takes the text of its key") {
  const texts::Event made = db.insert(texts::NewEvent{.owner_id = ada,
                                                      .at = moment(2024, 6, 1),
                                                      .price = Price("1"),
                                                      .token = uuid("3f112233-4455-6677-8899-aabbccddeeff")});
  CHECK(file.run("select owner_id from events where id = 6") == "00112233-4455-6677-8899-AABBCCDDEEFF");
  texts::Event again = made;
  again.price = Price("2");
  db.update(again);
  std::vector<texts::Event> many = {again};
  db.update(events, many);
  CHECK(db.update(from(events).where(events.id == 3).set(events.owner_id, ada)) == 1);
  CHECK(file.run("select distinct owner_id from events where id in (3, 6)") ==
        "00112233-4455-6677-8899-AABBCCDDEEFF");
  CHECK(db.link(*db.find(persons, ada), persons.tags, *db.find(texts::tags, moment(2000, 1, 1))) == 1);
  CHECK(file.run("select person_id, tag_at from person_tags where person_id like '00%'") ==
        "00112233-4455-6677-8899-AABBCCDDEEFF|2000-01-01 00:00:00");
  CHECK(db.unlink(*db.find(persons, ada), persons.tags, *db.find(texts::tags, moment(2000, 1, 1))) == 1);
  CHECK(db.count(from(persons).join(persons.events).where(persons.name == "Ada")) == 4);
  CHECK(file.run("pragma foreign_key_check").empty());
}

TEST_CASE_METHOD(Existing, "a value that is there in another form is not there twice") {
  const ochre::Uuid taken = uuid("2f112233-4455-6677-8899-aabbccddeeff");
  CHECK_THROWS_AS(db.insert(texts::NewPerson{.id = ada, .name = "another"}), ochre::UniqueViolation);
  CHECK_THROWS_AS(db.insert(texts::NewTag{.at = moment(2000, 1, 1), .label = "again"}),
                  ochre::UniqueViolation);
  CHECK_THROWS_AS(db.insert(texts::NewEvent{.owner_id = ada, .token = taken}), ochre::UniqueViolation);
  CHECK_THROWS_AS(db.update(from(events).where(events.id == 2).set(events.token, taken)),
                  ochre::UniqueViolation);
  const auto row = db.upsert(events, texts::NewEvent{.owner_id = ada, .price = Price("7"), .token = taken},
                             ochre::on_conflict(events.token).update(events.price, events.token));
  REQUIRE(row);
  CHECK(row->id == 1);
  CHECK(file.run("select price, token from events where id = 1") ==
        "7.00|2F112233-4455-6677-8899-AABBCCDDEEFF");
  const auto [found, is_new] = db.get_or_insert(texts::NewPerson{.id = ada, .name = "another"}, persons.id);
  CHECK_FALSE(is_new);
  CHECK(found.name == "Ada");
}

TEST_CASE_METHOD(Existing,
                 "rows whose keys have other forms than those they refer to are related all the same") {
  file.run(
      "pragma foreign_keys = off; update events set owner_id = lower(owner_id); "
      "update person_tags set tag_at = '2000-01-01T00:00Z'");
  CHECK(ids(events.owner().name == "Ada") == "12");
  CHECK(db.count(from(persons).join(persons.events).where(persons.name == "Ada")) == 2);
  CHECK(db.count(from(persons).where(persons.events.any())) == 2);
  CHECK(db.count(from(persons).where(persons.tags.any())) == 1);
  CHECK(db.count(from(persons).join(persons.tags)) == 1);
  const auto graph = db.graph(from(persons).where(persons.name == "Bob").include(persons.tags));
  CHECK(graph.of(*graph.begin(), persons.tags).size() == 1);
}

TEST_CASE_METHOD(Existing, "conditions agree with C++ on every form of every moment near the turn of a day") {
  using ochre::Timestamp;
  file.run("delete from events");
  std::mt19937 random(7);
  const auto pick = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
  const auto some = [&] {
    constexpr std::int64_t micros[] = {0, 1, 500'000, 59'999'999, 86'399'999'999, 43'200'000'000};
    return moment(pick(2) == 0 ? 1969 : 2024, pick(2) == 0 ? 12 : 2, 28 + static_cast<unsigned>(pick(2))) +
           ochre::Duration(micros[pick(6)]);
  };
  std::vector<Timestamp> values;
  std::string script;
  for (int id = 1; id <= 200; ++id) {
    values.push_back(some());
    const int offset = pick(3) == 0 ? pick(1439) - 719 : 0;
    const std::string form = text_in_some_form(values.back(), offset, pick(4));
    script += "insert into events (id, owner_id, at) values (" + std::to_string(id) +
              ", '1f112233-4455-6677-8899-aabbccddeeff', '" + form + "');";
  }
  file.run(script);
  const auto agree = [&](const auto& condition, auto&& holds) {
    std::string wanted;
    for (std::size_t at = 0; at < values.size(); ++at)
      if (holds(values[at])) wanted += std::to_string(at + 1);
    CHECK(ids(condition) == wanted);
  };
  for (int round = 0; round < 40; ++round) {
    const Timestamp one = some();
    const Timestamp other = some();
    agree(events.at == one, [&](Timestamp at) { return at == one; });
    agree(events.at != one, [&](Timestamp at) { return at != one; });
    agree(events.at < one, [&](Timestamp at) { return at < one; });
    agree(events.at <= one, [&](Timestamp at) { return at <= one; });
    agree(events.at > one, [&](Timestamp at) { return at > one; });
    agree(!(events.at >= one), [&](Timestamp at) { return at < one; });
    agree(events.at.between(one, other), [&](Timestamp at) { return one <= at && at <= other; });
    agree(events.at.in({one, other}), [&](Timestamp at) { return at == one || at == other; });
  }
}

TEST_CASE_METHOD(Existing, "an index on texts finds values") {
  const auto plan = [&](const auto& query) { return db.explain(query); };
  CHECK_THAT(plan(from(persons).where(persons.id == ada)), Catch::Contains("SEARCH"));
  CHECK_THAT(plan(from(events).where(events.owner_id.in({ada, bob})).order_by(events.id)),
             Catch::Contains("events_owner"));
  CHECK_THAT(plan(from(events).where(events.at > moment(2024, 5, 1))), Catch::Contains("events_at"));
  CHECK_THAT(plan(from(events).where(events.at == moment(2024, 5, 1))), Catch::Contains("events_at"));
  CHECK_THAT(plan(from(persons).join(events, persons.id == events.fixed)), Catch::Contains("SEARCH t0"));
  CHECK_THAT(plan(from(events).order_by(events.day.desc(), events.id.desc())),
             Catch::Contains("events_day") && !Catch::Contains("TEMP B-TREE"));
}

TEST_CASE_METHOD(Existing, "a text that is no value is refused, not read as something else") {
  const auto refused = [&](const char* column, const char* value) -> std::string {
    file.run(std::string("update events set ") + column + " = " + value + " where id = 1");
    try {
      (void)db.find(events, 1);
    } catch (const ochre::Corrupt& corrupt) {
      return corrupt.what();
    }
    return "read";
  };
  CHECK_THAT(refused("at", "'yesterday'"),
             Catch::Contains("The database holds 'yesterday' where the text of a timestamp belongs."));
  for (const char* bad :
       {"''", "'2024-02-30 00:00:00'", "'2024-13-01'", "'24-01-01'", "'2024-01-01 24:00'",
        "'2024-01-01 12:60'", "'2024-01-01 12'", "'2024-01-01 12:00:00.1234567'", "'2024-01-01 12:00:00.'",
        "'2024-01-01 12:00 UTC'", "'2024-01-01Z'", "'2024-01-01 12:00+24:00'", "' 2024-01-01'",
        "'2024-01-01 '", "1714566600", "x'00'", "3.5", "'2024-01-01 12:00Zz'"}) {
    INFO(bad);
    CHECK(refused("at", bad) != "read");
  }
  CHECK(refused("at", "'2024-01-01 12:00:00.1234560Z'") == "read");
  CHECK(refused("local", "'2024-01-01 12:00Z'") != "read");  // has no zone
  CHECK(refused("local", "'2024-01-01 12:00'") == "read");
  CHECK(refused("day", "'2024-01-01 00:00'") != "read");
  CHECK(refused("day", "'2024-01-01'") == "read");
  CHECK(refused("clock", "'9:00'") != "read");
  CHECK(refused("clock", "'09:00'") == "read");
  for (const char* bad : {"'12.345'", "'1e3'", "'.5'", "'+1'", "''", "'1,5'", "'1234567890123456789'"}) {
    INFO(bad);
    CHECK(refused("price", bad) != "read");
  }
  CHECK(refused("price", "'12'") == "read");
  CHECK(refused("fixed", "'1f112233-4455-6677-8899-AABBCCDDEEFF'") != "read");
  CHECK(refused("fixed", "'1f112233445566778899aabbccddeeff'") != "read");
  CHECK(refused("fixed", "x'1f112233445566778899aabbccddeeff'") != "read");
  file.run("update events set at = 'soon' where id = 2");
  CHECK_THROWS_AS(db.all(from(events).select(events.at)), ochre::Corrupt);
  CHECK_THROWS_AS(db.all(from(events).order_by(events.at).select(events.id)), ochre::Corrupt);
}
