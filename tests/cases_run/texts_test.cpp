// Columns that are kept as text, in tables that Ochre makes: written in one form, and in every query their
// values.
#include <catch2/catch.hpp>
#include <span>
#include <tuple>

#include "ochre/aggregate.hpp"
#include "ochre/functions.hpp"
#include "ochre/graph.hpp"
#include "ochre/query_json.hpp"
#include "texts.hpp"
#include "texts/json.hpp"

namespace {

using namespace texts_test;
using ochre::from;
using texts::events;
using texts::NewEvent;
using texts::NewPerson;
using texts::persons;
using texts::readings;
using Price = ochre::Decimal<10, 2>;
using Amount = ochre::Decimal<12, 3>;

struct Texts {
  File file;
  ochre::Database db = texts::open(file.url());

  Texts() {
    db.create_missing();
    db.insert(NewPerson{.id = ada, .name = "Ada", .born = day(1815, 12, 10)});
    db.insert(NewPerson{.id = bob, .name = "Bob"});
  }

  texts::Event add(ochre::Timestamp at, const char* price, std::optional<ochre::Uuid> token = std::nullopt) {
    return db.insert(NewEvent{.owner_id = ada, .at = at, .price = Price(price), .token = token});
  }
  template <class Condition>
  std::string prices(const Condition& condition) {
    std::string out;
    for (const texts::Event& event : db.all(from(events).where(condition).order_by(events.id)))
      out += to_string(event.price) + " ";
    return out;
  }
};

}  // namespace

TEST_CASE_METHOD(Texts, "values are written in one form and come back") {
  const texts::Event made = db.insert(NewEvent{.owner_id = bob,
                                               .at = moment(2024, 5, 1, 12, 30, 5),
                                               .local = local(9999, 12, 31, 23, 59),
                                               .day = day(0, 1, 1),
                                               .clock = ochre::TimeOfDay::of(23, 59, 59, 7),
                                               .price = Price("12345678.75"),
                                               .token = bob,
                                               .plain = ada});
  CHECK(
      file.run("select owner_id, at, local, day, clock, price, token, fixed, hex(plain), length(changed) "
               "from events") ==
      "1f112233-4455-6677-8899-aabbccddeeff|2024-05-01 12:30:00.000005|9999-12-31 23:59:00.000000|0000-01-01|"
      "23:59:59.000007|12345678.75|1f112233-4455-6677-8899-aabbccddeeff|"
      "00112233-4455-6677-8899-aabbccddeeff|00112233445566778899AABBCCDDEEFF|26");
  CHECK(db.find(events, made.id) == made);
  CHECK(db.all(from(events)).front() == made);
  CHECK(made.taken == 2024);
  CHECK(made.cents == made.price);
  CHECK(made.month == 1);
  CHECK(made.mark == bob);
  CHECK(made.copy == made.at);
  CHECK(db.find(persons, ada)->born == day(1815, 12, 10));
  CHECK_FALSE(db.find(persons, bob)->born);
  const auto again = ochre::from_json<texts::Event>(ochre::to_json(made));
  REQUIRE(again);
  CHECK(*again.value == made);
}

TEST_CASE_METHOD(Texts, "rows are updated, saved and erased by keys that are text") {
  texts::Person person = *db.find(persons, ada);
  person.born = day(1816, 1, 2);
  db.update(person);
  CHECK(file.run("select born from persons where name = 'Ada'") == "1816-01-02");
  texts::Person changed = person;
  changed.born = std::nullopt;
  CHECK(db.save(person, changed));
  CHECK(file.run("select born from persons where name = 'Ada'") == "null");
  std::vector<texts::Person> both = db.all(from(persons));
  for (texts::Person& each : both) each.born = day(2000, 1, 1);
  db.update(persons, both);
  CHECK(file.run("select distinct born from persons") == "2000-01-01");
  CHECK(db.erase(*db.find(persons, bob)));
  CHECK_FALSE(db.find(persons, bob));
  CHECK(db.count(persons) == 1);
}

TEST_CASE_METHOD(Texts, "an upsert meets the row that is there") {
  add(moment(2024, 1, 1), "1.25", ada);
  const auto put = [&](const char* price, const auto& conflict) {
    const auto row = db.upsert(
        events, NewEvent{.owner_id = bob, .at = moment(2025, 1, 1), .price = Price(price), .token = ada},
        conflict);
    return row ? file.run(
                     "select price, substr(at, 1, 10), owner_id = (select id from persons where name = "
                     "'Bob') from events")
               : "";
  };
  const auto token = [] { return ochre::on_conflict(events.token); };
  CHECK(put("2.00", token()).empty());
  CHECK(put("2.00", token().update(events.price)) == "2.00|2024-01-01|0");
  CHECK(put("3.00", token().update(events.at, events.owner_id)) == "2.00|2025-01-01|1");
  CHECK(put("3.50", token().set(events.price, ochre::excluded(events.price))) == "3.50|2025-01-01|1");
  CHECK(put("4.00", token().set(events.at, moment(2026, 1, 1))) == "3.50|2026-01-01|1");
  const auto [found, is_new] = db.get_or_insert(NewEvent{.owner_id = ada, .token = ada}, events.token);
  CHECK_FALSE(is_new);
  CHECK(found.price == Price("3.50"));
}

TEST_CASE_METHOD(Texts, "conditions compare values") {
  add(moment(2024, 1, 1), "2.00", ada);
  add(moment(2024, 1, 1, 0, 0, 1), "10.00", bob);
  add(moment(2025, 6, 1), "9.75");
  CHECK(prices(events.at == moment(2024, 1, 1)) == "2.00 ");
  CHECK(prices(events.at != moment(2024, 1, 1)) == "10.00 9.75 ");
  CHECK(prices(events.at > moment(2024, 1, 1)) == "10.00 9.75 ");
  CHECK(prices(events.at <= moment(2024, 1, 1, 0, 0, 1)) == "2.00 10.00 ");
  CHECK(prices(events.at.between(moment(2024, 1, 1, 0, 0, 1), moment(2025, 6, 1))) == "10.00 9.75 ");
  CHECK(prices(events.at.in({moment(2024, 1, 1), moment(2025, 6, 1)})) == "2.00 9.75 ");
  CHECK(prices(events.price < Price("10.00")) == "2.00 9.75 ");  // as texts, "10.00" would be the least
  CHECK(prices(events.price == Price("10.00")) == "10.00 ");
  CHECK(prices(events.price.in({Price("10.00"), Price("9.75")})) == "10.00 9.75 ");
  CHECK(prices(events.token == ada) == "2.00 ");
  CHECK(prices(events.token != ada) == "10.00 ");
  CHECK(prices(events.token > ada) == "10.00 ");
  CHECK(prices(events.token.in({bob, ada})) == "2.00 10.00 ");
  CHECK(prices(events.token.not_in({bob})) == "2.00 ");
  CHECK(prices(events.token.is_null()) == "9.75 ");
  CHECK(prices(events.token == std::nullopt) == "9.75 ");
  CHECK(prices(events.token == events.fixed) == "2.00 ");
  CHECK(prices(events.day == day(2024, 2, 29)) == "2.00 10.00 9.75 ");
  CHECK(prices(events.clock < ochre::TimeOfDay::of(8, 30)).empty());
  CHECK(prices(events.clock >= ochre::TimeOfDay::of(8, 30)) == "2.00 10.00 9.75 ");
  CHECK(prices(ochre::year(events.at) == 2025) == "9.75 ");
  CHECK(prices(ochre::month(events.day) == 2) == "2.00 10.00 9.75 ");
  CHECK(prices(ochre::coalesce(events.local, local(2020, 1, 1)) == local(2020, 1, 1)) == "2.00 10.00 9.75 ");
  CHECK(prices(events.copy == moment(2025, 6, 1)) == "9.75 ");
  CHECK(prices(events.mark == bob) == "10.00 ");
  CHECK(prices(events.at < moment(20000, 1, 1)) == "2.00 10.00 9.75 ");  // beyond what a text holds
  CHECK(prices(events.at < moment(-1, 1, 1)).empty());
}

TEST_CASE_METHOD(Texts, "selected values, orders, groups and aggregates are values") {
  add(moment(2024, 1, 1), "2.00", ada);
  add(moment(2024, 1, 2), "10.00");
  add(moment(2024, 1, 3), "9.50", bob);
  CHECK(db.all(from(events).select(events.at).order_by(events.at)) ==
        std::vector{moment(2024, 1, 1), moment(2024, 1, 2), moment(2024, 1, 3)});
  CHECK(db.all(from(events).select(events.price).order_by(events.price)) ==
        std::vector{Price("2.00"), Price("9.50"), Price("10.00")});
  CHECK(db.one(from(events).select(ochre::max(events.at))) == moment(2024, 1, 3));
  CHECK(db.one(from(events).select(ochre::min(events.at))) == moment(2024, 1, 1));
  CHECK(db.one(from(events).select(ochre::max(events.price))) == Price("10.00"));
  CHECK(db.all(from(events).group_by(events.owner_id).select(events.owner_id, ochre::count())) ==
        std::vector{std::tuple(ada, std::int64_t{3})});
  const auto query = from(events).where(events.at > moment(2024, 1, 1) && events.token == bob);
  const auto read = ochre::query_from_json(events, texts::schema, query.to_json());
  CHECK(db.all(read) == db.all(query));
  CHECK(db.all(read).size() == 1);
}

TEST_CASE_METHOD(Texts, "pages follow the order of values") {
  for (int at = 0; at < 9; ++at)
    add(moment(2024, 1, 1 + static_cast<unsigned>(at) / 2), std::to_string(11 - at).c_str());
  const auto walk = [&](const auto& query) {
    std::string out;
    ochre::PageRequest request{.size = 2, .after = ""};
    do {
      const auto page = db.page(query, request);
      for (const texts::Event& event : page.rows) out += to_string(event.price) + " ";
      request.after = page.next;
    } while (!request.after.empty());
    return out;
  };
  CHECK(walk(from(events)) == "3.00 5.00 4.00 7.00 6.00 9.00 8.00 11.00 10.00 ");
  CHECK(walk(from(events).order_by(events.price)) == "3.00 4.00 5.00 6.00 7.00 8.00 9.00 10.00 11.00 ");
  std::string names;
  ochre::PageRequest request{.size = 1, .after = ""};
  do {
    const auto page = db.page(from(persons).order_by(persons.id.desc()), request);
    names += page.rows.front().name + " ";
    request.after = page.next;
  } while (!request.after.empty());
  CHECK(names == "Bob Ada ");
}

TEST_CASE_METHOD(Texts, "relations lead over keys that are text") {
  add(moment(2024, 1, 1), "1.00");
  add(moment(2024, 1, 2), "2.00");
  db.insert(NewEvent{.owner_id = bob, .price = Price("3.00")});
  const auto tag = db.insert(texts::NewTag{.at = moment(2000, 1, 1), .label = "old"});
  CHECK(db.link(*db.find(persons, ada), persons.tags, tag) == 1);
  CHECK(db.link(*db.find(persons, ada), persons.tags, tag) == 0);
  CHECK(file.run("select * from person_tags") ==
        "00112233-4455-6677-8899-aabbccddeeff|2000-01-01 00:00:00.000000");

  const auto graph = db.graph(from(persons).include(persons.events).include(persons.tags));
  std::string out;
  for (const texts::Person& person : graph) {
    out += person.name + ":";
    for (const texts::Event& event : graph.of(person, persons.events)) out += " " + to_string(event.price);
    for (const texts::Tag& each : graph.of(person, persons.tags)) out += " " + each.label;
    out += "; ";
  }
  CHECK(out == "Ada: 2.00 1.00 old; Bob: 3.00; ");
  const auto limited = db.graph(from(persons).include(persons.events.limit(1)));
  for (const texts::Person& person : limited) CHECK(limited.of(person, persons.events).size() == 1);

  CHECK(prices(events.owner().name == "Bob") == "3.00 ");
  CHECK(db.count(from(persons).where(persons.events.any(events.price > Price("2.00")))) == 1);
  CHECK(db.count(from(persons).where(persons.tags.any())) == 1);
  CHECK(db.count(from(persons).join(persons.events)) == 3);
  CHECK(db.unlink(*db.find(persons, ada), persons.tags, tag) == 1);

  const auto price = db.insert(texts::NewPrice{.amount = Amount("12.500")});
  db.insert(texts::NewPart{.price_amount = price.amount});
  CHECK(db.find(texts::prices, Amount("12.5")));
  const auto parts = db.graph(from(texts::prices).include(texts::prices.parts));
  CHECK(parts.of(*parts.begin(), texts::prices.parts).size() == 1);
  CHECK_THROWS_AS(db.insert(texts::NewPart{.price_amount = Amount("1")}), ochre::ForeignKeyViolation);
}

TEST_CASE_METHOD(Texts, "set writes the text, and rows can be chosen by an order") {
  add(moment(2024, 1, 1), "1.00");
  add(moment(2024, 1, 2), "2.00");
  CHECK(db.update(from(events).where(events.price == Price("1")).set(events.at, moment(2030, 1, 1))) == 1);
  CHECK(file.run("select at from events where price = '1.00'") == "2030-01-01 00:00:00.000000");
  db.update(from(events)
                .set(events.local, std::nullopt)
                .set(events.at, ochre::case_when(events.id == 1, moment(2031, 1, 1)).otherwise(events.at)));
  CHECK(file.run("select at from events order by id") ==
        "2031-01-01 00:00:00.000000 2024-01-02 00:00:00.000000");
  const auto changed =
      db.update_returning(from(events).where(events.owner_id == ada).set(events.token, events.plain));
  CHECK(changed.size() == 2);
  CHECK(db.erase(from(events).order_by(events.at).limit(1)) == 1);
  CHECK(file.run("select price from events") == "1.00");
}

TEST_CASE_METHOD(Texts, "many rows go in at once and come back with what the database added") {
  std::vector<NewEvent> many;
  for (int at = 0; at < 300; ++at)
    many.push_back({.owner_id = at % 2 == 0 ? ada : bob, .at = moment(2024, 1, 1, 0, 0, at)});
  CHECK(db.insert(events, many) == 300);
  const auto rows = db.insert_returning(events, std::span(many).first(130));
  CHECK(rows.size() == 130);
  CHECK(rows[129].at == moment(2024, 1, 1, 0, 0, 129));
  CHECK(rows[129].owner_id == bob);
  CHECK(rows[129].taken == 2024);
  CHECK(db.count(from(events).where(events.owner_id == ada)) == 215);
}

TEST_CASE_METHOD(Texts, "a query meets columns that keep the same values in the usual form") {
  add(moment(2024, 1, 1), "2.00", ada);
  db.insert(texts::NewReading{
      .at = moment(2024, 1, 1), .day = day(2024, 2, 29), .token = ada, .price = Price("2")});
  const auto joined = [&](const auto& condition) { return db.count(from(events).join(readings, condition)); };
  CHECK(joined(events.at == readings.at) == 1);
  CHECK(joined(readings.at == events.at) == 1);
  CHECK(joined(events.day == readings.day) == 1);
  CHECK(joined(events.token == readings.token) == 1);
  CHECK(joined(readings.token == events.fixed) == 1);
  CHECK(joined(events.price == readings.price) == 1);
  CHECK(joined(events.price < readings.price) == 0);
}

TEST_CASE_METHOD(Texts, "what four digits of a year do not hold is no value") {
  const auto problems = [&](auto&& work) -> std::string {
    try {
      work();
    } catch (const ochre::ValidationFailed& failed) {
      std::string out;
      for (const ochre::Violation& violation : failed.violations())
        out += violation.field + " " + violation.rule + " ";
      return out;
    }
    return "none";
  };
  CHECK(problems([&] { add(moment(10000, 1, 1), "1.00"); }) == "at range ");
  CHECK(problems([&] { add(moment(-1, 12, 31, 23, 59), "1.00"); }) == "at range  young ");
  CHECK(problems([&] { add(moment(8999, 12, 31, 23, 59, 59'999'999), "1.00"); }) == "none");
  CHECK(problems([&] { db.update(from(events).set(events.at, moment(10000, 1, 1))); }) == "at range ");
}

TEST_CASE_METHOD(Texts, "C++ and the database admit the same rows") {
  using Clock = ochre::TimeOfDay;
  const std::vector<std::pair<ochre::Timestamp, std::string>> moments = {
      {moment(1969, 12, 31, 23, 59, 59'999'998), "1969-12-31 23:59:59.999998"},
      {moment(1969, 12, 31, 23, 59, 59'999'999), "1969-12-31 23:59:59.999999"},
      {moment(1970, 1, 1), "1970-01-01 00:00:00.000000"},
      {moment(8999, 12, 31, 23, 59, 59'999'999), "8999-12-31 23:59:59.999999"},
      {moment(9000, 1, 1), "9000-01-01 00:00:00.000000"}};
  const std::vector<std::pair<ochre::Date, std::string>> days = {{day(1949, 12, 31), "1949-12-31"},
                                                                 {day(1950, 1, 1), "1950-01-01"}};
  const std::vector<std::pair<Clock, std::string>> clocks = {{Clock::of(8, 30), "08:30:00.000000"},
                                                             {Clock::of(8, 30, 0, 1), "08:30:00.000001"},
                                                             {Clock::of(12, 0), "12:00:00.000000"},
                                                             {Clock::of(12, 0, 0, 1), "12:00:00.000001"}};
  const std::vector<std::optional<ochre::Uuid>> uuids = {std::nullopt, ada, bob};
  const auto quoted = [](const std::string& text) { return "'" + text + "'"; };
  int refused = 0;
  for (const auto& [at, at_text] : moments)
    for (const auto& [date, date_text] : days)
      for (const auto& [clock, clock_text] : clocks)
        for (const char* price : {"0.00", "-0.25", "7.25", "7.30"})
          for (const auto& token : uuids)
            for (const auto& plain : uuids) {
              const NewEvent fields{.owner_id = ada,
                                    .at = at,
                                    .day = date,
                                    .clock = clock,
                                    .price = Price(price),
                                    .token = token,
                                    .plain = plain};
              std::string blob = plain ? to_string(*plain) : "";
              std::erase(blob, '-');
              const std::string values = quoted(to_string(ada)) + ", " + quoted(at_text) + ", " +
                                         quoted(date_text) + ", " + quoted(clock_text) + ", " +
                                         quoted(price) + ", " + (token ? quoted(to_string(*token)) : "null") +
                                         ", " + (plain ? "x'" + blob + "'" : "null");
              bool admitted = true;
              try {
                file.run(
                    "begin; insert into events (owner_id, at, day, clock, price, token, plain) values (" +
                    values + "); rollback");
              } catch (const std::runtime_error&) {
                admitted = false;
                ++refused;
              }
              CAPTURE(values);
              CHECK(validate(fields).empty() == admitted);
            }
  CHECK(refused > 100);
}

TEST_CASE_METHOD(Texts, "decimals that are text are computed with") {
  add(moment(2024, 1, 1), "2.50");
  add(moment(2024, 1, 2), "10.00");
  CHECK(prices(events.price + Price("1") > Price("3.50")) == "10.00 ");
  CHECK(db.one(from(events).select(ochre::sum(events.price))) == ochre::Decimal<18, 2>("12.50"));
  CHECK(db.update(from(events).set(events.price, events.price * 2)) == 2);
  CHECK(file.run("select price from events order by id") == "5.00 20.00");
  CHECK_THROWS_AS(db.update(from(events).set(events.price, events.price * 1'000'000'000'000'000'000)),
                  ochre::Overflow);
  CHECK_THROWS_AS(db.update(from(events).set(events.price, events.price * 1'000'000'000)),
                  ochre::CheckViolation);
}
