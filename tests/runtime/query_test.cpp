// Queries: conditions, order, limits, counts, changes by query; what they find and the SQL they become.
#include <catch2/catch.hpp>

#include "database.hpp"
#include "ochre/aggregate.hpp"
#include "ochre/errors.hpp"
#include "ochre/functions.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

namespace {

/// Ann 20 author, Bob 30 reader, Cid without age, Zoë 40 admin; Ann has posts A1 and A2, Bob has B1.
struct People {
  ochre::Database db = empty_blog();
  User ann = db.insert(NewUser{.email = "ann@x", .name = "Ann", .age = 20, .role = Role::Author});
  User bob = db.insert(NewUser{.email = "bob@y", .name = "Bob", .age = 30});
  User cid = db.insert(NewUser{.email = "cid@x", .name = "Cid", .active = false});
  User zoe = db.insert(NewUser{.email = "zoe@y", .name = "Zoë", .age = 40, .role = Role::Admin});
  Post a1 = add_post(db, ann, "A1");
  Post a2 = add_post(db, ann, "A2");
  Post b1 = add_post(db, bob, "B1");

  template <class Condition>
  std::string names(const Condition& condition) {
    std::string out;
    for (const User& user : db.all(from(users).where(condition).order_by(users.id)))
      out += user.name.substr(0, 1);
    return out;
  }
};

}  // namespace

TEST_CASE_METHOD(People, "comparisons") {
  CHECK(names(users.age >= 30) == "BZ");
  CHECK(names(users.age < 30) == "A");
  CHECK(names(users.age != 30) == "AZ");
  CHECK(names(users.age == std::nullopt) == "C");
  CHECK(names(users.age != std::nullopt) == "ABZ");
  CHECK(names(users.age == std::optional<int>()) == "C");
  CHECK(names(users.age == std::optional<int>(40)) == "Z");
  CHECK(names(users.role == Role::Author) == "A");
  CHECK(names(users.name == "Zoë") == "Z");
  CHECK(names(users.active) == "ABZ");
  CHECK(names(!users.active) == "C");
  CHECK(names(users.age >= 20 && users.age <= 30) == "AB");
  CHECK(names(users.age == 20 || users.name == "Cid") == "AC");
  CHECK(names((users.age == 20 || users.age == 30) && users.active) == "AB");
  CHECK(names(users.age.between(20, 30)) == "AB");
  CHECK(names(users.email == users.name) == "");
  CHECK(names(users.score == 0) == "ABCZ");
}

TEST_CASE_METHOD(People, "lists") {
  CHECK(names(users.id.in({ann.id, zoe.id, 77})) == "AZ");
  CHECK(names(users.id.in(std::vector<std::int64_t>{})) == "");
  CHECK(names(users.id.not_in(std::vector<std::int64_t>{})) == "ABCZ");
  CHECK(names(users.name.in({"Bob", "Zoë"})) == "BZ");
  CHECK(names(users.name.not_in({"Bob", "Zoë"})) == "AC");
  CHECK(names(users.role.in({Role::Author, Role::Admin})) == "AZ");
  CHECK(db.count(from(posts).where(posts.id.in({a1.id, b1.id}))) == 2);
  CHECK(names(users.id.in(from(posts).select(posts.author_id))) == "AB");
  CHECK(names(users.id.not_in(from(posts).select(posts.author_id))) == "CZ");
}

TEST_CASE_METHOD(People, "text") {
  CHECK(names(users.name.contains("o")) == "BZ");
  CHECK(names(users.name.contains("O")) == "");
  CHECK(names(users.name.contains_fold("O")) == "BZ");
  CHECK(names(users.name.starts_with("A")) == "A");
  CHECK(names(users.name.starts_with_fold("a")) == "A");
  CHECK(names(users.name.ends_with("ë")) == "Z");
  CHECK(names(users.name.ends_with("Anna")) == "");
  CHECK(names(users.name.ends_with("")) == "ABCZ");
  CHECK(names(users.name.like("_o%")) == "BZ");
  CHECK(names(users.name.like("_O%")) == "");
  CHECK(names(users.name.like_fold("_O%")) == "BZ");
  CHECK(names(users.name.contains("%")) == "");
  CHECK(names(ochre::lower(users.name) == "bob") == "B");
  CHECK(names(ochre::length(users.name) == 3) == "ABCZ");
  CHECK(names(ochre::substring(users.name, 2, 1) == "o") == "BZ");
  CHECK(names(users.name + "!" == "Bob!") == "B");
  CHECK(names(ochre::replace(users.name, "nn", "") == "A") == "A");
}

TEST_CASE_METHOD(People, "numbers and choices") {
  CHECK(names(users.age + 10 == 30) == "A");
  CHECK(names(users.age * 2 > 50) == "BZ");
  CHECK(names(users.age - users.id == 19) == "A");
  CHECK(names(users.age / 0 == 1) == "");
  CHECK(names((users.age / 0).is_null()) == "ABCZ");
  CHECK(names(users.age % 20 == 0) == "AZ");
  CHECK(names(-users.age == -20) == "A");
  CHECK(names(ochre::abs(-users.age) == 20) == "A");
  CHECK(names(ochre::coalesce(users.age, 0) == 0) == "C");
  CHECK(names(ochre::nullif(users.age, 20).is_null()) == "AC");
  CHECK(names(ochre::case_when(users.age > 25, 1).when(users.age > 15, 2).otherwise(3) == 2) == "A");
  CHECK(names(ochre::year(users.created_at) > 2000) == "ABCZ");
  CHECK(names(ochre::raw<std::int64_t>("length({}) + {}", users.name, 1) == 4) == "ABCZ");
  CHECK_THROWS_AS(names(ochre::raw<bool>("{} = {}", users.name)), ochre::StatementFailed);
}

TEST_CASE_METHOD(People, "relations and paths") {
  CHECK(names(users.posts.any()) == "AB");
  CHECK(names(users.posts.none()) == "CZ");
  CHECK(names(users.posts.any(posts.title == "B1")) == "B");
  CHECK(names(users.posts.none(posts.title == "B1")) == "ACZ");
  CHECK(names(users.posts.count() == 2) == "A");
  CHECK(names(users.posts.count(posts.title.ends_with("1")) == 1) == "AB");
  CHECK(db.count(from(posts).where(posts.author().name == "Ann")) == 2);
  CHECK(db.count(from(posts).where(posts.author().age > 20 && posts.author().active)) == 1);
  CHECK(db.count(from(posts).where(posts.editor().name == "Ann")) == 0);
  CHECK(db.count(from(posts).where(posts.editor().name.is_null())) == 3);
  db.insert(NewTag{.name = "cpp"});
  db.insert(NewPostTag{.post_id = a1.id, .tag_name = "cpp"});
  CHECK(db.one(from(posts).where(posts.tags.any(tags.name == "cpp"))) == a1);
  CHECK(db.count(from(tags).where(tags.posts.count() == 1)) == 1);
  CHECK(names(users.posts.any(posts.tags.any())) == "A");
  CHECK(names(from(posts).where(posts.author_id == users.id && posts.title == "A2").exists()) == "A");
}

TEST_CASE_METHOD(People, "order, limit, offset, optional conditions") {
  const auto first_letters = [&](const auto& query) {
    std::string out;
    for (const User& user : db.all(query)) out += user.name.substr(0, 1);
    return out;
  };
  const auto all = from(users);
  CHECK(first_letters(all.order_by(users.age)) == "ABZC");
  CHECK(first_letters(all.order_by(users.age.desc())) == "ZBAC");
  CHECK(first_letters(all.order_by(users.age.desc().nulls_first())) == "CZBA");
  CHECK(first_letters(all.order_by(users.age.asc().nulls_first())) == "CABZ");
  CHECK(first_letters(all.order_by(users.role.desc(), users.id)) == "ZABC");
  CHECK(first_letters(all.order_by(users.id).limit(2)) == "AB");
  CHECK(first_letters(all.order_by(users.id).offset(3)) == "Z");
  CHECK(first_letters(all.order_by(users.id).limit(1).offset(1)) == "B");
  CHECK(first_letters(all.limit(0)).empty());
  CHECK_THROWS_AS(all.limit(-1), ochre::ValidationFailed);
  CHECK(db.count(all.where_if(std::optional<int>(30), [](int age) { return users.age == age; })) == 1);
  CHECK(db.count(all.where_if(std::optional<int>(), [](int age) { return users.age == age; })) == 4);
  CHECK(db.count(all.where_if(false, users.age == 20)) == 4);
  CHECK(db.count(all.order_by(users.id).limit(3)) == 3);
}

TEST_CASE_METHOD(People, "first, one, exists, each") {
  CHECK(db.first(from(users).order_by(users.age.desc()))->name == "Zoë");
  CHECK_FALSE(db.first(from(users).where(users.age == 1)).has_value());
  CHECK(db.one(from(users).where(users.age == 20)) == ann);
  CHECK_THROWS_AS(db.one(from(users)), ochre::NotExactlyOne);
  CHECK_THROWS_AS(db.one(from(users).where(users.age == 1)), ochre::NotExactlyOne);
  CHECK(db.exists(from(users).where(users.age == 20)));
  CHECK_FALSE(db.exists(from(users).where(users.age == 21)));
  int seen = 0;
  db.each(from(users).order_by(users.id),
          [&](const User& user) { return seen += static_cast<int>(user.id), seen < 3; });
  CHECK(seen == 3);
  std::int64_t inner = 0;
  db.each(from(users),
          [&](const User& user) { inner += db.count(from(posts).where(posts.author_id == user.id)); });
  CHECK(inner == 3);
  int nested = 0;
  db.each(from(users), [&](const User&) { db.each(from(users), [&](const User&) { ++nested; }); });
  CHECK(nested == 16);
}

TEST_CASE_METHOD(People, "update and erase by query") {
  CHECK(db.update(from(posts).where(posts.author_id == ann.id).set(posts.published, true)) == 2);
  const Post changed = *db.find(posts, a1.id);
  CHECK(changed.published);
  CHECK(changed.revision == 2);
  CHECK(db.update(from(posts).where(posts.id == a1.id).set(posts.revision, posts.revision + 10)) == 1);
  CHECK(db.find(posts, a1.id)->revision == 12);
  CHECK(db.update(from(users).where(users.name == "Bob").set(users.age, std::nullopt)) == 1);
  CHECK(db.find(users, bob.id)->age == std::nullopt);
  CHECK(db.find(users, bob.id)->updated_at >= bob.updated_at);
  CHECK(db.update(from(posts).where(posts.author().name == "Ann").set(posts.body, "x")) == 2);
  CHECK(db.update(from(posts).order_by(posts.title).limit(1).set(posts.body, "first")) == 1);
  CHECK(db.find(posts, a1.id)->body == "first");
  CHECK(db.erase(from(posts).where(posts.author().name == "Bob")) == 1);
  CHECK(db.erase(from(posts).order_by(posts.title.desc()).limit(1)) == 1);
  CHECK(db.count(posts) == 1);
  CHECK(db.erase(from(post_tags)) == 0);
}

TEST_CASE_METHOD(People, "hostile values stay values") {
  const std::string hostile = "x'; DROP TABLE users; --";
  CHECK(names(users.name == hostile) == "");
  CHECK(names(users.name.contains(hostile) || users.name.like(hostile)) == "");
  db.update(from(users).where(users.id == ann.id).set(users.name, hostile));
  CHECK(db.find(users, ann.id)->name == hostile);
  CHECK(db.count(users) == 4);
}

TEST_CASE("a query shows its SQL without a database, and equal shapes are equal text") {
  const auto query =
      from(users).where(users.age >= 18 && users.role == Role::Author).order_by(users.id.desc()).limit(5);
  const ochre::SqlText sqlite = query.select(users.name).sql(ochre::Dialect::Sqlite);
  CHECK(sqlite.text ==
        "SELECT t0.name FROM users AS t0 WHERE t0.age >= ?1 AND t0.role = ?2 ORDER BY t0.id DESC LIMIT ?3");
  CHECK(sqlite.bindings == std::vector<std::string>{"18", "'author'", "5"});
  CHECK(query.select(users.name).sql(ochre::Dialect::Postgres).text ==
        "SELECT t0.name FROM users AS t0 WHERE t0.age >= $1 AND t0.role = $2 ORDER BY t0.id DESC LIMIT $3");
  CHECK(from(users).where(users.id.in({1, 2})).select(users.id).sql(ochre::Dialect::Sqlite).text ==
        from(users).where(users.id.in({7})).select(users.id).sql(ochre::Dialect::Sqlite).text);
}

TEST_CASE("a query that uses a table it does not have is refused with a sentence") {
  ochre::Database db = empty_blog();
  CHECK_THROWS_WITH(db.all(from(users).where(posts.published)),
                    "The query uses a column of posts, which is not a part of it; join that table.");
}

TEST_CASE_METHOD(People, "thousands of conditions in a chain run") {
  auto query = from(users);
  auto every = users.id > -1;
  auto some = users.id == -1;
  auto backwards = users.id < 100;
  for (int i = 0; i < 3'000; ++i) {
    query = std::move(query).where(users.id != -i - 1);
    every = std::move(every) && users.id != -i - 1;
    some = std::move(some) || users.id == i + 1;
    if (i < 1'000) backwards = (users.id != -i - 1) && std::move(backwards);
  }
  CHECK(db.count(query) == 4);
  CHECK(names(every) == "ABCZ");
  CHECK(names(some) == "ABCZ");
  CHECK(names(backwards) == "ABCZ");
  CHECK(names(!some) == "");
  CHECK(db.update(query.where(some).set(users.score, 1)) == 4);
  CHECK(db.erase(from(users).where(users.id == cid.id && every)) == 1);
}

TEST_CASE_METHOD(People, "lists of 100,000 values") {
  std::vector<std::int64_t> ids(100'000);
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = static_cast<std::int64_t>(2 * i);
  CHECK(names(users.id.in(ids)) == "BZ");
  CHECK(names(users.id.not_in(ids)) == "AC");
  std::vector<std::string> texts(100'000, std::string(20, 'x'));
  texts.back() = "Ann";
  CHECK(names(users.name.in(texts)) == "A");
}

TEST_CASE_METHOD(People, "there is no row after the last of distinct ones") {
  const auto actives = from(users).where(users.id != cid.id).select(users.active).distinct();
  CHECK(db.exists(actives));
  CHECK_FALSE(db.exists(actives.offset(1)));
  CHECK_FALSE(db.exists(actives.limit(10).offset(1)));
  CHECK(names(actives.offset(1).exists()) == "");
  CHECK(names(from(posts).where(posts.author_id == users.id).select(posts.published).distinct().exists()) ==
        "AB");
  CHECK(
      names(
          from(posts).where(posts.author_id == users.id).select(posts.title).distinct().offset(1).exists()) ==
      "A");
}
