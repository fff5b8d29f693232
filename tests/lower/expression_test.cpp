#include "lower/expression.hpp"

#include <catch2/catch.hpp>

#include "build.hpp"
#include "support/sqlite_database.hpp"

using namespace build;
namespace lower = ochrec::lower;
namespace sql = ochrec::sql;

namespace {

// One row; every column may be null, and n_… are.
struct Row {
  model::Schema schema;
  ochre_test::SqliteDatabase db;

  Row() {
    schema.enums.push_back({"Role", "", {}, false, "", {}});
    schema.enums[0].values = {{"reader", "reader", "", "", "", {}},
                              {"admin", "administrator", "", "", "", {}}};
    model::Model all = keyed("All", "alls");
    const auto integer = type(Scalar::Int64);
    std::string values;
    const auto value = [&](const std::string& name, model::Type of, const std::string& stored) {
      add(all, name, optional(of));
      values += ", " + stored;
    };
    value("seven", integer, "7");
    value("minus", integer, "-7");
    value("zero", integer, "0");
    value("n_int", integer, "NULL");
    value("half", type(Scalar::Float64), "0.5");
    value("tenth", type(Scalar::Float32), "0.100000001490116119384765625");
    value("yes", type(Scalar::Bool), "1");
    value("no", type(Scalar::Bool), "0");
    value("n_bool", type(Scalar::Bool), "NULL");
    value("word", type(Scalar::String), "'Größe'");
    value("blank", type(Scalar::String), "char(9, 10, 11, 12, 13, 32) || ' a b ' || char(10)");
    value("odd", type(Scalar::String), "'50%_[x]*?\\'");
    value("empty", type(Scalar::String), "''");
    value("n_text", type(Scalar::String), "NULL");
    value("raw", type(Scalar::Bytes), "x'00ff00'");
    value("price", decimal(10, 2), "1250");
    value("loss", decimal(10, 2), "-1255");
    value("wide", decimal(30, 2), "'12.50'");
    value("role", enumeration(0), "'administrator'");
    value("day", type(Scalar::Date), "-1");
    value("leap", type(Scalar::Date), "19782");
    value("moment", type(Scalar::Timestamp), "-1");
    value("late", type(Scalar::Timestamp), "1709251199999999");
    value("order", integer, "3");
    schema.models.push_back(std::move(all));
    db.run(build::ddl(schema));
    db.run("INSERT INTO alls VALUES (1" + values + ")");
  }

  model::Expr operator[](const std::string& name) const { return build::column(schema.models[0], name); }

  std::string text(const model::Expr& expr) const {
    const lower::Scope scope{schema, schema.models[0], sql::Database::Sqlite};
    return sql::text(lower::expression(scope, expr), sql::Database::Sqlite);
  }

  std::string value(const model::Expr& expr) { return db.one("SELECT " + text(expr) + " FROM alls"); }
};

model::Expr integer(Op op, std::vector<model::Expr> args) {
  return call(op, type(Scalar::Int64), std::move(args));
}

model::Expr words(Op op, std::vector<model::Expr> args) {
  return call(op, type(Scalar::String), std::move(args));
}

model::Expr null(Scalar scalar) { return literal(std::monostate{}, type(scalar)); }
model::Expr truth(bool value) { return literal(value, type(Scalar::Bool)); }

}  // namespace

TEST_CASE("and, or and not know three values") {
  Row row;
  const std::vector<std::pair<model::Expr, std::string>> values = {
      {row["yes"], "1"}, {row["no"], "0"}, {row["n_bool"], "null"}};
  const auto conjunction = [](const std::string& a, const std::string& b) {
    return a == "0" || b == "0" ? "0" : a == "null" || b == "null" ? "null" : "1";
  };
  const auto disjunction = [](const std::string& a, const std::string& b) {
    return a == "1" || b == "1" ? "1" : a == "null" || b == "null" ? "null" : "0";
  };
  for (const auto& [left, a] : values) {
    CHECK(row.value(test(Op::Not, {left})) == (a == "null" ? "null" : a == "1" ? "0" : "1"));
    CHECK(row.value(test(Op::IsNull, {left})) == (a == "null" ? "1" : "0"));
    CHECK(row.value(test(Op::IsNotNull, {left})) == (a == "null" ? "0" : "1"));
    for (const auto& [right, b] : values) {
      CHECK(row.value(test(Op::And, {left, right})) == conjunction(a, b));
      CHECK(row.value(test(Op::Or, {left, right})) == disjunction(a, b));
      CHECK(row.value(test(Op::Equal, {left, right})) == (a == "null" || b == "null" ? "null"
                                                          : a == b                   ? "1"
                                                                                     : "0"));
    }
  }
}

TEST_CASE("comparisons, membership and null") {
  Row row;
  CHECK(row.value(test(Op::Less, {row["minus"], row["zero"]})) == "1");
  CHECK(row.value(test(Op::Greater, {row["n_int"], row["zero"]})) == "null");
  CHECK(row.value(test(Op::NotEqual, {row["n_int"], number(1)})) == "null");
  CHECK(row.value(test(Op::In, {row["seven"], number(1), number(7)})) == "1");
  CHECK(row.value(test(Op::In, {row["seven"], number(1), number(2)})) == "0");
  CHECK(row.value(test(Op::In, {row["n_int"], number(1)})) == "null");
  CHECK(row.value(test(Op::In, {row["seven"], row["n_int"], number(1)})) == "null");
  CHECK(row.value(test(Op::Less, {row["word"], text("a")})) == "1");  // bytewise: G before a
  CHECK(row.value(test(Op::Less, {text("z"), text("ä")})) == "1");    // and z before ä
  CHECK(row.value(test(Op::Equal, {row["empty"], row["n_text"]})) == "null");
  CHECK(row.value(test(Op::Equal, {row["role"], literal(std::int64_t{1}, enumeration(0))})) == "1");
  CHECK(row.value(test(Op::Equal, {row["role"], literal(std::int64_t{0}, enumeration(0))})) == "0");
  CHECK(row.value(test(Op::Equal, {row["tenth"], literal(0.1, type(Scalar::Float32))})) == "1");
  CHECK(row.value(test(Op::Equal, {row["half"], literal(0.5, type(Scalar::Float64))})) == "1");
  CHECK(row.value(test(Op::Equal, {row["yes"], truth(true)})) == "1");
  CHECK(row.value(test(Op::Greater, {row["order"], number(2)})) == "1");
}

TEST_CASE("arithmetic truncates, and a zero divisor gives null") {
  Row row;
  CHECK(row.value(integer(Op::Divide, {row["minus"], number(2)})) == "-3");
  CHECK(row.value(integer(Op::Modulo, {row["minus"], number(2)})) == "-1");
  CHECK(row.value(integer(Op::Modulo, {row["seven"], number(-3)})) == "1");
  CHECK(row.value(integer(Op::Divide, {row["seven"], row["zero"]})) == "null");
  CHECK(row.value(integer(Op::Modulo, {row["seven"], row["zero"]})) == "null");
  CHECK(row.value(call(Op::Divide, type(Scalar::Float64),
                       {row["half"], literal(0.0, type(Scalar::Float64))})) == "null");
  CHECK(row.value(integer(Op::Add, {row["seven"], row["n_int"]})) == "null");
  CHECK(row.value(integer(Op::Negate, {number(-3)})) == "3");
  CHECK(row.value(integer(Op::Subtract, {row["seven"], integer(Op::Subtract, {number(3), number(-2)})})) ==
        "2");
  CHECK(row.value(integer(Op::Multiply, {integer(Op::Add, {number(1), number(2)}), number(3)})) == "9");
  CHECK(row.value(integer(Op::Divide, {number(12), integer(Op::Divide, {number(6), number(2)})})) == "4");
  CHECK(row.value(integer(Op::Abs, {row["minus"]})) == "7");
  CHECK(row.text(integer(Op::Modulo, {row["seven"], number(-3)})) == "seven % (-3)");
  CHECK(row.text(integer(Op::Add, {row["order"], number(1)})) == "\"order\" + 1");
}

TEST_CASE("functions of text count code points and fold ASCII") {
  Row row;
  CHECK(row.value(integer(Op::Length, {row["word"]})) == "5");
  CHECK(row.value(integer(Op::Length, {row["raw"]})) == "3");
  CHECK(row.value(integer(Op::Length, {row["n_text"]})) == "null");
  CHECK(row.value(words(Op::Lower, {row["word"]})) == "größe");
  CHECK(row.value(words(Op::Upper, {row["word"]})) == "GRößE");
  CHECK(row.value(words(Op::Trim, {row["blank"]})) == "a b");
  CHECK(row.value(words(Op::Coalesce, {row["n_text"], text("it's")})) == "it's");
  CHECK(row.value(words(Op::NullIf, {row["empty"], text("")})) == "null");
  CHECK(row.value(words(Op::Coalesce, {row["n_text"], null(Scalar::String)})) == "null");
}

TEST_CASE("like is case-sensitive, with escapes, and takes everything else as it stands") {
  Row row;
  const auto like = [&](const std::string& name, const std::string& pattern) {
    return row.value(test(Op::Like, {row[name], text(pattern)}));
  };
  CHECK(like("word", "Gr%") == "1");
  CHECK(like("word", "gr%") == "0");
  CHECK(like("word", "Gr__e") == "1");
  CHECK(like("word", "%") == "1");
  CHECK(like("word", "Größe") == "1");
  CHECK(like("empty", "%") == "1");
  CHECK(like("empty", "_%") == "0");
  CHECK(like("n_text", "%") == "null");
  CHECK(like("odd", R"(50\%\_[x]*?\\)") == "1");
  CHECK(like("odd", R"(50%[x]*?_)") == "1");
  CHECK(like("odd", R"(50%[y]%)") == "0");
  CHECK(like("odd", R"(50*)") == "0");
  CHECK(like("odd", R"(??%)") == "0");
  CHECK(like("odd", R"(5\0%)") == "1");
}

TEST_CASE("dates and moments fall into parts as calendars have them") {
  Row row;
  const auto parts = [&](const model::Expr& moment) {
    return row.value(integer(Op::Year, {moment})) + "-" + row.value(integer(Op::Month, {moment})) + "-" +
           row.value(integer(Op::Day, {moment}));
  };
  CHECK(parts(row["day"]) == "1969-12-31");
  CHECK(parts(row["leap"]) == "2024-2-29");
  CHECK(parts(row["moment"]) == "1969-12-31");  // a microsecond before 1970 is still the day before
  CHECK(parts(row["late"]) == "2024-2-29");     // and the last one of a day is not rounded into the next
  CHECK(row.value(integer(Op::Year, {call(Op::Add, type(Scalar::Date), {row["day"], number(1)})})) == "1970");
  CHECK(row.value(integer(Op::Year, {null(Scalar::Date)})) == "null");
}

TEST_CASE("decimals are whole numbers of their last digit") {
  Row row;
  const auto compare = [&](Op op, const model::Expr& left, const model::Expr& right) {
    return row.value(test(op, {left, right}));
  };
  CHECK(compare(Op::Less, row["loss"], row["price"]) == "1");
  CHECK(compare(Op::Equal, row["price"], literal(std::int64_t{1250}, decimal(10, 2))) == "1");
  CHECK(compare(Op::Equal, row["wide"], literal(std::int64_t{1250}, decimal(30, 2))) == "1");
  CHECK(compare(Op::Equal, row["wide"], literal(std::string("1251"), decimal(30, 2))) == "0");
  CHECK(row.value(call(Op::Add, decimal(10, 2), {row["price"], row["loss"]})) == "-5");
  CHECK(row.value(call(Op::Multiply, decimal(10, 2), {row["price"], number(3)})) == "3750");
  const auto round = [&](const std::string& name, std::int64_t digits) {
    return row.value(call(Op::Round, decimal(10, 2), {row[name], number(digits)}));
  };
  CHECK(round("price", 0) == "1300");
  CHECK(round("loss", 0) == "-1300");
  CHECK(round("loss", 1) == "-1260");
  CHECK(round("loss", 2) == "-1255");
  CHECK(round("zero", 0) == "0");
  CHECK(round("n_int", 0) == "null");
}

TEST_CASE("virtual fields are inlined") {
  Row row;
  model::Field doubled = field("doubled", type(Scalar::Int64));
  doubled.computed = model::Computed{integer(Op::Add, {row["seven"], row["seven"]}), true};
  row.schema.models[0].fields.push_back(std::move(doubled));
  model::Expr use;
  use.op = Op::Virtual;
  use.type = type(Scalar::Int64);
  use.column = static_cast<std::uint32_t>(row.schema.models[0].fields.size() - 1);
  CHECK(row.text(integer(Op::Multiply, {use, number(2)})) == "(seven + seven) * 2");
}
