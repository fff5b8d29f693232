// The parts of docs/queries.md about values that no database has seen yet: validation and JSON.
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "blog/json.hpp"
#include "ochre/validate_all.hpp"
#include "sample.hpp"

using namespace blog;

TEST_CASE("docs: validate") {
  // [validate]
  ochre::Violations found = validate(NewUser{.email = "nobody", .name = "", .age = 5});
  // [end]
  REQUIRE(found.size() == 3);
  CHECK(found[0].field == "email");
  CHECK(found[1].message == "must have 1..80 characters, is 0");
  CHECK(found[2].rule == "range");
  CHECK(found[2].limit == "13..130");
  CHECK(found[2].value == "5");
}

TEST_CASE("docs: validate_all") {
  std::vector<NewUser> batch(10'000, NewUser{.email = "ada@example.com", .name = "Ada"});
  batch[7].name = "";
  std::size_t reported = 0;
  const auto report = [&](std::size_t index, const ochre::Violations& violations) {
    reported += index + violations.size();
  };
  // [validate_all]
  for (const ochre::InvalidRow& row : ochre::validate_all(batch)) report(row.index, row.violations);

  ochre::InvalidRows wrong = ochre::validate_all(batch, 4);  // on four threads; 0: one for each processor
  // [end]
  CHECK(reported == 8);
  REQUIRE(wrong.size() == 1);
  CHECK(wrong[0].index == 7);
}

TEST_CASE("docs: JSON") {
  ochre::Database db = docs::sample();
  std::string pointer;
  const auto complain = [&](const std::string& field) { pointer = field; };
  // [json]
  std::string text = ochre::to_json(db.all(ochre::from(users)));  // of rows, of one row, of a struct

  ochre::FromJson<User> one = ochre::from_json<User>(R"({"id": 1, "name": 7})");
  if (!one) complain(one.violations.front().field);  // "/name": a JSON pointer (RFC 6901)

  std::vector<User> all = ochre::from_json_array<User>(text).get();  // or throws ValidationFailed
  // [end]
  CHECK(all == db.all(ochre::from(users)));
  CHECK(pointer == "/name");
  CHECK(one.violations.size() == 5);

  // [json_new]
  std::vector<NewTag> fresh =
      ochre::from_json_array<NewTag>(R"([{"name": "music"}, {"name": "maps"}])").get();
  db.insert(tags, fresh);

  std::string draft = ochre::to_json(NewTag{.name = "games"});  // {"name":"games"}
  // [end]
  CHECK(db.find(tags, "maps").has_value());
  CHECK(draft == R"({"name":"games"})");

  // [json_unknown]
  auto lenient = ochre::from_json<NewTag>(R"({"name": "music", "colour": [1, 2]})", {.ignore_unknown = true});
  // [end]
  CHECK(lenient.get().name.value() == "music");
}

TEST_CASE("docs: JSON lines") {
  ochre::Database db = docs::sample();
  std::string out;
  for (const Tag& tag : db.all(ochre::from(tags))) ochre::append_json_line(out, tag);
  const std::vector<std::string> pieces = {out.substr(0, 5), out.substr(5)};
  std::vector<Tag> read;
  // [json_lines]
  ochre::JsonLines lines;
  for (const std::string& piece : pieces) {  // as a socket or a file hands them out
    lines.feed(piece);
    while (auto tag = lines.next_as<Tag>()) read.push_back(tag->get());
  }
  // [end]
  CHECK(read == db.all(ochre::from(tags)));
}
