#include "schema_of.hpp"

using namespace ochrec;
using namespace ochrec::test;

TEST_CASE("fields of the model come first, then those of its mixins, each mixin before what it takes in") {
  const auto schema = schema_of(R"(
mixin Base { created_at: timestamp @default(now()) }
mixin Stamped with Base { updated_at: timestamp @updated  index (updated_at) }
mixin Named { name: string }
model User with Stamped, Named { id: int64 @id }
)");
  CHECK(all_columns(schema.models[0]) == "id updated_at created_at name");
  CHECK(all_indexes(schema.models[0]) == "index(updated_at)");
}

TEST_CASE("structs become columns, absent ones nullable") {
  const auto schema = schema_of(R"(
struct Place { lat: float64  lon: float64 }
struct Address { street: string  zip: string?  place: Place? }
model User {
  id: int64 @id
  home: Address
  work: Address? @column("job")
  past: Address[]
  extra: json<Address>?
  index (home.street, work.place.lat)
}
)");
  const auto& user = schema.models[0];
  CHECK(all_columns(user) ==
        "id home_street home_zip? home_place_lat? home_place_lon? job_street? job_zip? job_place_lat? "
        "job_place_lon? past extra?");
  CHECK(user.columns[3].path == std::vector<std::uint32_t>{2, 0});
  CHECK(user.columns[3].field == 1);
  CHECK(all_indexes(user) == "index(home_street job_place_lat)");
}

TEST_CASE("former names reach the columns") {
  const auto schema = schema_of(R"(
struct Address { town: string @renamed_from("city") }
model Member @renamed_from("User") {
  id: int64 @id
  headline: string @renamed_from("title")
  home: Address @renamed_from("house")
  kept: string @column("old") @renamed_from("old")
  boss: Member? @renamed_from("chief")
}
)");
  const auto& member = schema.models[0];
  CHECK(member.renamed_from == "users");
  CHECK(member.columns[1].renamed_from == "title");
  CHECK(member.columns[2].name == "home_town");
  CHECK(member.columns[2].renamed_from == "house_city");
  CHECK(member.columns[3].renamed_from.empty());
  CHECK(member.columns[4].renamed_from == "chief_id");
}

TEST_CASE("named types bring their base and their rules") {
  const auto schema = schema_of(R"(
type Text = string(120) @trim
type Email = Text @email @lower
model User { id: int64 @id  email: Email? @length(3..) }
)");
  const auto& email = schema.models[0].fields[1];
  CHECK(email.type.max_length == 120U);
  CHECK(email.type.optional);
  CHECK(email.rules.email);
  CHECK(email.rules.lower);
  CHECK(email.rules.trim);
  REQUIRE(email.rules.length.size() == 1);
  CHECK(email.rules.length[0].low == 3);
}

TEST_CASE("words of SQL and C++ are legal names") {
  const auto schema = schema_of(R"(
enum class { int, select, default }
model table {
  id: int64 @id
  order: string
  index: int32
  check: bool
  select: class @default(int)
  namespace: string
  now: int32
  index (order, index)
  check check: index > 3 and check and now > 1
}
)");
  CHECK(all_columns(schema.models[0]) == "id order index check select namespace now");
  CHECK(schema.models[0].checks.size() == 1);
}

TEST_CASE("soft_delete adds its field, and other uniques speak of the rows that are there") {
  const auto schema = schema_of(R"(
model User {
  id: int64 @id
  email: string @unique
  nick: string
  unique (nick) where nick != ""
  index (nick)
  soft_delete
}
)");
  const auto& user = schema.models[0];
  CHECK(all_columns(user) == "id email nick deleted_at?");
  CHECK(user.soft_delete == 3U);
  CHECK(all_indexes(user) == "unique(email)where unique(nick)where index(nick)");
}

TEST_CASE("the default order ends with the key") {
  const auto schema = schema_of(R"(
model User { id: int64 @id  name: string  order by name desc }
)");
  const auto& order = schema.models[0].order;
  REQUIRE(order.size() == 2);
  CHECK(order[0].descending);
  CHECK(order[1].column == 0);
}

TEST_CASE("statements of one database keep to it") {
  const auto schema = schema_of(R"(
model Event {
  id: int64
  at: timestamp
  tags: string[]
  id (id, at)
  on postgres {
    index (tags) using gin
    index (at) using brin with (pages_per_range: 32)
    index (id) include (at)
    partition by range (at) {
      y2026: timestamp("2026-01-01T00:00:00Z")..timestamp("2027-01-01T00:00:00Z")
      rest: default
    }
  }
}
)");
  const auto& event = schema.models[0];
  REQUIRE(event.indexes.size() == 3);
  CHECK(event.indexes[0].method == "gin");
  CHECK(event.indexes[0].only == model::Database::Postgres);
  CHECK(event.indexes[1].with == std::vector<std::pair<std::string, std::string>>{{"pages_per_range", "32"}});
  CHECK(columns_of(event, event.indexes[2].include) == "at");
  REQUIRE(event.partitions.size() == 1);
  CHECK(event.partitions[0].parts[0].values[0] == model::Value(std::int64_t{1767225600000000}));
  CHECK(event.partitions[0].parts[1].values.empty());
}
