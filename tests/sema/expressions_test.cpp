#include "schema_of.hpp"

using namespace ochrec;
using namespace ochrec::test;
using model::Op;
using model::Scalar;

namespace {

constexpr std::string_view model_text = R"(
enum Role { reader, author, admin }
struct Address { city: string  zip: string? }
model User {
  id: int64 @id
  name: string
  age: int32?
  size: int16
  weight: float64
  net: decimal(10, 2)
  role: Role
  home: Address?
  boss: User?
  born: date
  span: duration
)";

/// The condition of a check on a model that has a field of every kind.
model::Expr check(std::string_view condition) {
  const auto schema = schema_of(std::string(model_text) + "  check it: " + std::string(condition) + "\n}\n");
  return schema.models[0].checks.at(0).condition;
}

}  // namespace

TEST_CASE("literals take the type they meet") {
  CHECK(check("size > 3").args[1].type.is(Scalar::Int16));
  CHECK(check("3 < size").args[0].type.is(Scalar::Int16));
  CHECK(check("weight > 3").args[1].value == model::Value(3.0));
  CHECK(check("net > 12.5").args[1].value == model::Value(std::int64_t{1250}));
  CHECK(check("net == -1").args[1].value == model::Value(std::int64_t{-100}));
  CHECK(check("role != author").args[1].value == model::Value(std::int64_t{1}));
  CHECK(check("role == Role.admin").args[1].value == model::Value(std::int64_t{2}));
  CHECK(check("size in [1, 2]").args[2].type.is(Scalar::Int16));
  CHECK(check("size == 1 + 2").args[1].type.is(Scalar::Int16));
  CHECK(check("born < date(\"1970-01-11\")").args[1].value == model::Value(std::int64_t{10}));
}

TEST_CASE("null spreads, and ends where it is tested or replaced") {
  CHECK(check("age > 3").type.optional);
  CHECK(!check("size > 3").type.optional);
  CHECK(!check("age is not null").type.optional);
  CHECK(check("age is not null and age > 3").type.optional);
  CHECK(!check("coalesce(age, 0) > 3").type.optional);
  CHECK(check("size / size > 3").type.optional);
  CHECK(!check("size / 5 > 3").type.optional);
  CHECK(check("size % size == 0").type.optional);
  CHECK(check("nullif(size, 0) > 1").type.optional);
  CHECK(check("home.city == \"\"").type.optional);
}

TEST_CASE("arithmetic has the wider operand's type") {
  CHECK(check("size + id > 3").args[0].type.is(Scalar::Int64));
  CHECK(check("size + weight > 3").args[0].type.is(Scalar::Float64));
  CHECK(check("net * size > 3").args[0].type.is(Scalar::Decimal));
  CHECK(check("net * 2 > 3").args[0].args[1].type.is(Scalar::Int64));
  CHECK(check("2 * net > 3").args[0].args[0].value == model::Value(std::int64_t{2}));
  CHECK(check("span + span > span").args[0].type.is(Scalar::Duration));
  CHECK(check("length(name) / 2 > 3").args[0].type.is(Scalar::Int32));
  CHECK(check("year(born) > 1900").args[1].type.is(Scalar::Int32));
  CHECK(check("round(net, 1) > 3").args[0].args[1].value == model::Value(std::int64_t{1}));
}

TEST_CASE("a relation or struct is absent when its column is null") {
  const auto relation = check("boss is null");
  CHECK(relation.op == Op::IsNull);
  CHECK(relation.args[0].op == Op::Column);
  const auto structure = check("home is not null");
  CHECK(structure.op == Op::IsNotNull);
  const auto schema = schema_of(std::string(model_text) + "  check it: home is not null\n}\n");
  CHECK(schema.models[0].columns.at(structure.args[0].column).name == "home_city");
}

TEST_CASE("a struct in a struct is absent by a leaf of its own") {
  const auto schema = schema_of(R"(
struct Place { note: string?  lat: float64 }
struct Address { street: string  place: Place? }
model User { id: int64 @id  home: Address?  check it: home.place is null or home is not null }
)");
  const auto& user = schema.models[0];
  const auto& condition = user.checks[0].condition;
  CHECK(user.columns.at(condition.args[0].args[0].column).name == "home_place_lat");
  CHECK(user.columns.at(condition.args[1].args[0].column).name == "home_street");
}

TEST_CASE("a composite relation is absent when a part of its key that can be null is") {
  const auto schema = schema_of(R"(
model Item { a: int64  b: int64  id (a, b) }
model Note {
  id: int64 @id
  a: int64
  item_b: int64?
  item: Item? @key(a, item_b)
  other: Item?
  check it: item is null and other is not null
}
)");
  const auto& condition = schema.models[1].checks[0].condition;
  CHECK(condition.args[0].op == Op::IsNull);
  CHECK(schema.models[1].columns.at(condition.args[0].args[0].column).name == "item_b");
  CHECK(condition.args[1].op == Op::And);
}

TEST_CASE("computed fields are written out in each other, and virtual ones stay for the rest") {
  const auto schema = schema_of(R"(
model User {
  id: int64 @id
  a: int32
  b: int32 @computed(a + 1)
  c: int32 @computed(b * 2, virtual)
  check small: c < 100
  index (c)
}
)");
  const auto& user = schema.models[0];
  CHECK(all_columns(user) == "id a b");
  const auto& c = user.fields[3].computed->value;
  CHECK(c.op == Op::Multiply);
  CHECK(c.args[0].op == Op::Add);
  CHECK(user.checks[0].condition.args[0].op == Op::Virtual);
  CHECK(user.checks[0].condition.args[0].column == 3);
  CHECK(all_indexes(user) == "index(expression)");
}

TEST_CASE("defaults are typed, and read as the field's type") {
  const auto schema = schema_of(R"(
enum Role { reader, author }
model User {
  id: uuid @id @default(uuid7())
  role: Role @default(author)
  author: bool @default(false)
  at: timestamp @default(now())
  price: decimal(8, 2) @default(9.9)
  tags: string[] @default([])
  low: int64 @default(-9223372036854775808)
  note: string? @default(null)
  shout: string @default(upper("hi"))
  boss: Boss @default(7)
}
model Boss { id: int64 @id }
)");
  const auto& user = schema.models[0];
  CHECK(user.fields[0].default_value->op == Op::Uuid7);
  CHECK(user.fields[1].default_value->value == model::Value(std::int64_t{1}));
  CHECK(user.fields[3].default_value->op == Op::Now);
  CHECK(user.fields[4].default_value->value == model::Value(std::int64_t{990}));
  CHECK(user.fields[5].default_value->value == model::Value(model::EmptyArray{}));
  CHECK(user.fields[6].default_value->value == model::Value(std::numeric_limits<std::int64_t>::min()));
  CHECK(user.fields[7].default_value->value == model::Value(std::monostate{}));
  CHECK(user.fields[8].default_value->op == Op::Upper);
  CHECK(user.fields[9].name == "boss_id");
  CHECK(user.fields[9].default_value->value == model::Value(std::int64_t{7}));
}

TEST_CASE("policies walk relations and ask the actor") {
  const auto schema = schema_of(R"(
actor { id: int64, role: string? }
model User { id: int64 @id  boss: User?  name: string }
policy top on User { boss.boss is null and boss is not null }
policy own on User for read, update { boss.boss.name == $actor.role or id == $actor.id }
restrict policy sane on User { id > 0 }
)");
  REQUIRE(schema.policies.size() == 3);
  const auto& absent = schema.policies[0].condition.args[0];
  CHECK(absent.op == Op::IsNull);
  CHECK(absent.args[0].path.size() == 1);
  CHECK(schema.models[0].columns.at(absent.args[0].column).name == "boss_id");
  const auto& own = schema.policies[1];
  CHECK(own.operations == (1U | 4U));
  const auto& name = own.condition.args[0].args[0];
  CHECK(name.path.size() == 2);
  CHECK(name.type.optional);
  CHECK(own.condition.args[1].args[1].op == Op::Actor);
  CHECK(own.condition.args[1].args[1].text == "id");
  CHECK(schema.policies[2].restrictive);
  CHECK(schema.policies[2].operations == 15U);
}
