// What has no order, or no equality, in C++ has none in queries that come in as JSON either: JSON documents,
// arrays, and decimals of more than 18 digits.
#include "ochre/query_json.hpp"
#include "shop.hpp"

using namespace shop;
using namespace ochre_test;
using ochre::from;

namespace {

using Weight = ochre::Decimal<30, 4>;

std::string column(const char* name) {
  return std::string(R"({"op":"column","of":"items","column":")") + name + "\"}";
}

std::string applied(const std::string& op, const std::string& operands) {
  return "{\"op\":\"" + op + "\",\"args\":[" + operands + "]}";
}

std::string query(const std::string& clause) {
  return R"([{"op":"from","args":[{"op":"table","of":"items"}]},)" + clause + "]";
}

std::string weighs(const char* text) {
  return std::string(R"({"op":"value","kind":"decimal","is":")") + text + "\"}";
}

void refused(const std::string& clause, const std::string& why) {
  INFO(clause);
  CHECK_THROWS_WITH(ochre::query_from_json<std::int64_t>(shop::schema, query(clause)), Catch::Contains(why));
}

void taken(const std::string& clause) {
  INFO(clause);
  CHECK_NOTHROW(ochre::query_from_json(items, shop::schema, query(clause)));
}

}  // namespace

TEST_CASE("rows that came in are not ordered by what has no order") {
  for (const char* name : {"weight", "facts", "words", "size"}) {
    refused(applied("order_by", column(name)), "no order");
    const std::string window = R"({"op":"over","first":0,"second":1,"args":[{"op":"row_number"},)" +
                               applied("window_order", column(name)) + "]}";
    refused(applied("select", window), "no order");
  }
  taken(applied("order_by", column("price")));
  taken(applied("order_by", column("name")));
}

TEST_CASE("what has no order is not compared by it, whoever asks") {
  for (const char* name : {"weight", "facts", "words", "size"}) {
    const std::string two = column(name) + "," + column(name);
    for (const char* op : {"<", "<=", ">", ">="})
      refused(applied("where", applied(op, two)), "does not go with");
    refused(applied("where", applied("between", two + "," + column(name))), "does not go with");
    for (const char* op : {"min", "max"})
      refused(applied("select", applied(op, column(name))), "does not go with");
  }
  for (const char* op : {"sum", "+", "average", "negate", "abs"})
    refused(applied("select", applied(op, column("weight"))), "");
}

TEST_CASE("documents that came in are not equal to anything") {
  const std::string document = R"({"op":"value","kind":"json","is":"{}"})";
  for (const std::string& other : {column("facts"), document, column("size")}) {
    const std::string two = column("facts") + "," + other;
    for (const char* op : {"==", "!="}) refused(applied("where", applied(op, two)), "does not go with");
    refused(applied("select", applied("nullif", two)), "does not go with");
  }
  refused(applied("where", applied("in", column("facts") + R"(,{"op":"list","kind":"json","is":["{}"]})")),
          "another type");
  refused(applied("where", applied("==", column("facts") + "," + column("words"))), "does not go with");
  taken(applied("where", applied("is_null", column("facts"))));
  taken(applied("where", applied("==", column("words") + "," + column("words"))));
  taken(applied("where", applied("==", column("size") + "," + column("size"))));  // structs have
  const auto square = from(items).where(items.size == Size{3, 3});
  CHECK(ochre::query_from_json(items, shop::schema, square.to_json()).to_json() == square.to_json());
  const auto facts = from(items).select(ochre::coalesce(items.facts, ochre::Json{"{}"}));
  CHECK_NOTHROW(ochre::query_from_json<ochre::Json>(shop::schema, facts.to_json()));
}

TEST_CASE_METHOD(Shop, "wide decimals are equal to wide decimals of their scale, and to nothing else") {
  db.update(from(items).where(items.id == 1).set(items.weight, Weight("123456789012345678901.5")));
  const auto heavy =
      from(items).where(items.weight == Weight("123456789012345678901.5") || items.weight.in({Weight("1")}));
  const auto read = ochre::query_from_json(items, shop::schema, heavy.to_json());
  CHECK(db.all(read) == db.all(heavy));
  CHECK(db.count(read) == 1);
  const auto weights = from(items).order_by(items.id).select(items.weight);
  CHECK(db.all(ochre::query_from_json<std::optional<Weight>>(shop::schema, weights.to_json())) ==
        db.all(weights));
  CHECK_THROWS_AS(ochre::query_from_json<std::optional<Exact<4>>>(shop::schema, weights.to_json()),
                  ochre::ValidationFailed);

  const auto equals = [&](const char* name, const std::string& value) {
    return applied("where", applied("==", column(name) + "," + value));
  };
  taken(equals("weight", weighs("1.5000")));
  refused(equals("weight", weighs("1.5")), "does not go with");
  refused(equals("weight", column("price")), "does not go with");
  refused(equals("price", weighs("1.50")), "does not go with");
  refused(equals("weight", R"({"op":"value","kind":"decimal","scale":4,"is":15000})"), "does not go with");
  for (const char* text : {"01.5000", "+1.5000", "1.5000x", "", "-", "-0.0000", "1e4"})
    refused(equals("weight", weighs(text)), "");
  taken(applied("where", applied("in", column("weight") + R"(,{"op":"list","kind":"decimal","is":[]})")));
  refused(applied("where", applied("in", column("weight") +
                                             R"(,{"op":"list","kind":"decimal","is":["1.0000","1.0"]})")),
          "another type");
}
