// Thousands of random queries over random rows: what the database answers must be what an independent
// evaluation in memory does. Every condition is made twice, as an expression and as a function with
// three-valued logic.
#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <random>
#include <span>

#include "database.hpp"
#include "ochre/aggregate.hpp"
#include "ochre/functions.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

namespace {

using Truth = std::optional<bool>;
using Random = std::mt19937_64;

struct Check {
  ochre::Expr<bool> expression;
  std::function<Truth(const User&)> holds;
};

int pick(Random& random, int below) { return static_cast<int>(random() % static_cast<std::uint64_t>(below)); }

const std::vector<std::string> names = {"Ann", "ann", "Bob", "Zoë", "%", "a_b", "x'y", "\"", "東京", "b"};

Truth both(Truth left, Truth right) {
  if (left == false || right == false) return false;
  return left && right ? Truth(true) : std::nullopt;
}
Truth negated(Truth truth) { return truth ? Truth(!*truth) : std::nullopt; }

template <class T>
Truth compare(int op, const std::optional<T>& left, const T& right) {
  if (!left) return std::nullopt;
  switch (op) {
    case 0: return *left == right;
    case 1: return *left != right;
    case 2: return *left < right;
    case 3: return *left <= right;
    case 4: return *left > right;
    default: return *left >= right;
  }
}

template <class Column, class V>
ochre::Expr<bool> compared(int op, const Column& column, const V& value) {
  switch (op) {
    case 0: return column == value;
    case 1: return column != value;
    case 2: return column < value;
    case 3: return column <= value;
    case 4: return column > value;
    default: return column >= value;
  }
}

Check random_leaf(Random& random) {
  const int op = pick(random, 6);
  const int number = 15 + pick(random, 10);
  const std::string text = names[static_cast<std::size_t>(pick(random, static_cast<int>(names.size())))];
  switch (pick(random, 9)) {
    case 0:
      return {compared(op, users.age, number),
              [=](const User& user) { return compare(op, user.age, number); }};
    case 1:
      return {compared(op, users.name, text),
              [=](const User& user) { return compare<std::string>(op, user.name, text); }};
    case 2:
      return {compared(op, users.score, number - 20),
              [=](const User& user) { return compare<double>(op, user.score, number - 20); }};
    case 3: return {users.age.is_null(), [](const User& user) { return Truth(!user.age.has_value()); }};
    case 4: {
      const auto role = static_cast<Role>(pick(random, 3));
      return {users.role == role, [=](const User& user) { return Truth(user.role == role); }};
    }
    case 5:
      return {users.name.contains(text),
              [=](const User& user) { return Truth(user.name.find(text) != std::string::npos); }};
    case 6:
      return {users.age.in({16, 17, number}), [=](const User& user) {
                return user.age ? Truth(*user.age == 16 || *user.age == 17 || *user.age == number)
                                : std::nullopt;
              }};
    case 7:
      return {users.age + 2 > users.id,
              [](const User& user) { return user.age ? Truth(*user.age + 2 > user.id) : std::nullopt; }};
    default: return {users.active == true, [](const User& user) { return Truth(user.active); }};
  }
}

Check random_condition(Random& random, int depth) {
  if (depth == 0) return random_leaf(random);
  switch (pick(random, 4)) {
    case 0: {
      const Check inner = random_condition(random, depth - 1);
      return {!inner.expression, [=](const User& user) { return negated(inner.holds(user)); }};
    }
    case 1: return random_leaf(random);
    default: break;
  }
  const Check left = random_condition(random, depth - 1);
  const Check right = random_condition(random, depth - 1);
  if (pick(random, 2) == 0) {
    return {left.expression && right.expression,
            [=](const User& user) { return both(left.holds(user), right.holds(user)); }};
  }
  return {left.expression || right.expression, [=](const User& user) {
            return negated(both(negated(left.holds(user)), negated(right.holds(user))));
          }};
}

std::vector<User> random_rows(ochre::Database& db, Random& random) {
  std::vector<NewUser> rows;
  for (int i = 0; i < 40; ++i) {
    NewUser fields{.email = std::to_string(i), .name = names[static_cast<std::size_t>(pick(random, 10))]};
    if (pick(random, 3) != 0) fields.age = 13 + pick(random, 12);
    fields.role = pick(random, 2) == 0 ? Role::Reader : Role::Admin;
    fields.active = pick(random, 2) == 0;
    fields.score = pick(random, 8) - 4;
    rows.push_back(fields);
  }
  return db.insert_returning(users, std::span(rows));
}

/// NULLs last in both directions, then by id.
bool age_before(const User& left, const User& right, bool descending) {
  if (left.age == right.age) return left.id < right.id;
  if (!left.age || !right.age) return left.age.has_value();
  return descending ? *left.age > *right.age : *left.age < *right.age;
}

std::vector<User> evaluated(const std::vector<User>& rows, const Check& check, bool descending,
                            std::int64_t offset, std::int64_t limit) {
  std::vector<User> found;
  for (const User& user : rows) {
    if (check.holds(user) == true) found.push_back(user);
  }
  std::sort(found.begin(), found.end(),
            [&](const User& left, const User& right) { return age_before(left, right, descending); });
  const auto begin = std::min<std::size_t>(static_cast<std::size_t>(offset), found.size());
  const auto end = std::min<std::size_t>(begin + static_cast<std::size_t>(limit), found.size());
  return {found.begin() + static_cast<std::ptrdiff_t>(begin),
          found.begin() + static_cast<std::ptrdiff_t>(end)};
}

}  // namespace

TEST_CASE("random queries answer what an evaluation in memory does") {
  Random random(20'26);
  for (int round = 0; round < 20; ++round) {
    ochre::Database db = empty_blog();
    const std::vector<User> rows = random_rows(db, random);
    for (int i = 0; i < 150; ++i) {
      const Check check = random_condition(random, 4);
      const bool descending = pick(random, 2) == 0;
      const int offset = pick(random, 5);
      const int limit = pick(random, 40);
      const auto conditioned = from(users).where(check.expression);
      const auto ordered = descending ? conditioned.order_by(users.age.desc(), users.id)
                                      : conditioned.order_by(users.age, users.id);
      INFO(ordered.sql(ochre::Dialect::Sqlite).text);
      const std::vector<User> expected = evaluated(rows, check, descending, offset, limit);
      REQUIRE(db.all(ordered.offset(offset).limit(limit)) == expected);

      const std::vector<User> all = evaluated(rows, check, descending, 0, 1000);
      REQUIRE(db.count(conditioned) == static_cast<std::int64_t>(all.size()));
      REQUIRE(db.exists(conditioned) == !all.empty());
      const auto sum = db.one(conditioned.select(ochre::sum(users.id), ochre::count(users.age)));
      std::int64_t ids = 0;
      std::int64_t ages = 0;
      for (const User& user : all) ids += user.id, ages += user.age ? 1 : 0;
      REQUIRE(std::get<0>(sum).value_or(0) == ids);
      REQUIRE(std::get<1>(sum) == ages);
    }
  }
}

TEST_CASE("random updates and erases change exactly the rows they select") {
  Random random(7);
  for (int round = 0; round < 60; ++round) {
    ochre::Database db = empty_blog();
    std::vector<User> rows = random_rows(db, random);
    const Check changed = random_condition(random, 3);
    const Check erased = random_condition(random, 3);
    std::int64_t changes = 0;
    for (User& user : rows) {
      if (changed.holds(user) == true) user.score += 1, ++changes;
    }
    REQUIRE(db.update(from(users).where(changed.expression).set(users.score, users.score + 1)) == changes);
    const auto removed = std::erase_if(rows, [&](const User& user) { return erased.holds(user) == true; });
    REQUIRE(db.erase(from(users).where(erased.expression)) == static_cast<std::int64_t>(removed));
    const auto left = db.all(from(users).order_by(users.id).select(users.id, users.score));
    REQUIRE(left.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) REQUIRE(left[i] == std::tuple(rows[i].id, rows[i].score));
  }
}
