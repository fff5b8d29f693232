// Keyset pages and their cursors.
#include <catch2/catch.hpp>

#include <string_view>
#include <utility>

#include "database.hpp"
#include "ochre/errors.hpp"
#include "wiki/models.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

namespace {

/// Reads all pages and returns the ids in order, checking the size of each.
template <class Query>
std::vector<std::int64_t> walk(const ochre::Database& db, const Query& query, std::int64_t size) {
  std::vector<std::int64_t> ids;
  ochre::PageRequest request{.size = size, .after = ""};
  do {
    const auto page = db.page(query, request);
    CHECK(static_cast<std::int64_t>(page.rows.size()) <= size);
    for (const User& user : page.rows) ids.push_back(user.id);
    request.after = page.next;
  } while (!request.after.empty());
  return ids;
}

template <class Query>
std::vector<std::int64_t> at_once(const ochre::Database& db, const Query& query) {
  std::vector<std::int64_t> ids;
  for (const User& user : db.all(query.order_by(users.id))) ids.push_back(user.id);
  return ids;
}

struct Crowd {
  ochre::Database db = empty_blog();

  Crowd() {
    for (int i = 0; i < 23; ++i) {
      NewUser fields{.email = std::to_string(i), .name = "n" + std::to_string(i % 4)};
      if (i % 3 != 0) fields.age = 20 + i % 5;
      if (i % 3 == 1) fields.role = Role::Author;
      if (i % 5 == 0) fields.role = Role::Admin;
      db.insert(fields);
    }
  }
};

}  // namespace

TEST_CASE_METHOD(Crowd, "walking the pages meets every row once, in order, NULLs included") {
  const auto all = from(users);
  for (const std::int64_t size : {1, 2, 7, 23, 50}) {
    CHECK(walk(db, all, size) == at_once(db, all));
    CHECK(walk(db, all.order_by(users.name), size) == at_once(db, all.order_by(users.name)));
    CHECK(walk(db, all.order_by(users.age), size) == at_once(db, all.order_by(users.age)));
    CHECK(walk(db, all.order_by(users.age.desc()), size) == at_once(db, all.order_by(users.age.desc())));
    CHECK(walk(db, all.order_by(users.age.asc().nulls_first()), size) ==
          at_once(db, all.order_by(users.age.asc().nulls_first())));
    const auto mixed = all.order_by(users.age.desc().nulls_first(), users.name.desc());
    CHECK(walk(db, mixed, size) == at_once(db, mixed));
    const auto some = all.where(users.age > 21).order_by(users.name.desc());
    CHECK(walk(db, some, size) == at_once(db, some));
  }
}

TEST_CASE_METHOD(Crowd, "pages follow an enum in the order of its declaration") {
  const auto all = from(users);
  for (const std::int64_t size : {1, 2, 7, 50}) {
    CHECK(walk(db, all.order_by(users.role), size) == at_once(db, all.order_by(users.role)));
    const auto mixed = all.order_by(users.role.desc(), users.age, users.name.desc());
    CHECK(walk(db, mixed, size) == at_once(db, mixed));
  }
  const auto first = db.page(all.order_by(users.role.desc()), {.size = 1, .after = ""});
  CHECK(first.rows[0].role == Role::Admin);
  const std::string cursor = db.page(all.order_by(users.role), {.size = 1, .after = ""}).next;
  CHECK_THROWS_AS(db.page(all.order_by(users.role.desc()), {.size = 1, .after = cursor}),
                  ochre::ValidationFailed);
}

TEST_CASE_METHOD(Crowd, "a page after rows came and went continues where it was") {
  const auto query = from(users).order_by(users.id);
  const auto page = db.page(query, {.size = 5, .after = ""});
  db.erase(page.rows[4]);
  db.erase(page.rows[0]);
  CHECK(db.page(query, {.size = 1, .after = page.next}).rows[0].id == 6);
}

TEST_CASE_METHOD(Crowd, "cursors that are not of this query are refused") {
  const auto query = from(users).order_by(users.name);
  const std::string cursor = db.page(query, {.size = 5, .after = ""}).next;
  CHECK_THROWS_AS(db.page(from(users).order_by(users.age), {.size = 5, .after = cursor}),
                  ochre::ValidationFailed);
  CHECK_THROWS_AS(db.page(from(users).order_by(users.name.desc()), {.size = 5, .after = cursor}),
                  ochre::ValidationFailed);
  for (std::size_t i = 0; i < cursor.size(); ++i) {
    std::string damaged = cursor.substr(0, i);
    CHECK_THROWS_AS(db.page(query, {.size = 5, .after = damaged.empty() ? "A" : damaged}),
                    ochre::ValidationFailed);
  }
  CHECK_THROWS_AS(db.page(query, {.size = 5, .after = "' OR 1=1 --"}), ochre::ValidationFailed);
  CHECK_THROWS_AS(db.page(query, {.size = 0, .after = ""}), ochre::ValidationFailed);
  CHECK_THROWS_AS(db.page(query.limit(3)), ochre::Unsupported);
  CHECK_THROWS_AS(db.page(from(users).order_by(users.age + 1)), ochre::Unsupported);
}

TEST_CASE_METHOD(Crowd, "a cursor with any character changed, added, dropped or swapped is refused") {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const auto query = from(users).where(users.age > 20).order_by(users.name, users.age.desc());
  const std::string cursor = db.page(query, {.size = 2, .after = ""}).next;
  CHECK(db.page(query, {.size = 2, .after = cursor}).rows.size() == 2);
  int accepted = 0;
  const auto try_one = [&](const std::string& text) {
    try {
      static_cast<void>(db.page(query, {.size = 2, .after = text}));
      ++accepted;
    } catch (const ochre::ValidationFailed&) {
    }
  };
  for (std::size_t i = 0; i < cursor.size(); ++i) {
    std::string damaged = cursor;
    for (const char c : alphabet) {
      if (c == cursor[i]) continue;
      damaged[i] = c;
      try_one(damaged);
    }
    try_one(std::string(cursor).erase(i, 1));
    try_one(std::string(cursor).insert(i, 1, 'A'));
    if (i > 0 && cursor[i] != cursor[i - 1]) {
      damaged = cursor;
      std::swap(damaged[i], damaged[i - 1]);
      try_one(damaged);
    }
  }
  try_one(cursor + "A");
  CHECK(accepted == 0);
}

TEST_CASE_METHOD(Crowd,
                 "a cursor belongs to one query: its tables, conditions, and what they are compared with") {
  const auto all = from(users).order_by(users.name);
  const auto cursor_of = [&](const auto& query) { return db.page(query, {.size = 1, .after = ""}).next; };
  const auto refused = [&](const auto& query, const std::string& cursor) {
    CHECK_THROWS_AS(db.page(query, {.size = 1, .after = cursor}), ochre::ValidationFailed);
  };
  const std::string of_all = cursor_of(all);
  refused(all.where(users.id > 0), of_all);
  refused(all.distinct(), of_all);
  refused(from(users).join(users.posts).distinct().order_by(users.name), of_all);
  const auto older = [&](std::int32_t age) { return all.where(users.age >= age); };
  const std::string of_older = cursor_of(older(20));
  refused(all, of_older);
  refused(older(21), of_older);
  refused(all.where(users.age > 20), of_older);
  refused(all.where(users.id >= 20), of_older);
  CHECK(db.page(older(20), {.size = 7, .after = of_older}).rows.size() == 7);  // pages of any size
  const auto listed = [&](std::vector<std::string> names) {
    return all.where(users.name.in(std::move(names)));
  };
  const std::string of_list = cursor_of(listed({"n1", "n2"}));
  CHECK_NOTHROW(db.page(listed({"n1", "n2"}), {.size = 1, .after = of_list}));
  refused(listed({"n1", "n2", "n3"}), of_list);
  refused(listed({"n1", "n3"}), of_list);
  refused(listed({"n1n2"}), of_list);
}

TEST_CASE("pages follow what stands at the end of a path, where there may be no row") {
  ochre::Database db = empty_blog();
  std::vector<User> people;
  for (const char* name : {"b", "a", "c"}) people.push_back(add_user(db, name));
  for (std::size_t i = 0; i < 20; ++i) {
    Post post = add_post(db, people[i % 3], "t" + std::to_string(i));
    if (i % 4 == 0) continue;
    post.editor_id = people[i * i % 3].id;
    db.update(post);
  }
  const auto walked = [&](const auto& query, std::int64_t size) {
    std::vector<Post> rows;
    ochre::Page<Post> page;
    do {
      page = db.page(query, {.size = size, .after = page.next});
      CHECK(page.rows.size() <= static_cast<std::size_t>(size));
      rows.insert(rows.end(), page.rows.begin(), page.rows.end());
    } while (!page.next.empty());
    return rows;
  };
  for (const std::int64_t size : {1, 3, 7, 20}) {
    const auto by_author = from(posts).order_by(posts.author().name.desc());
    CHECK(walked(by_author, size) == db.all(by_author.order_by(posts.id)));
    const auto by_editor = from(posts).order_by(posts.editor().name, posts.title.desc());
    CHECK(walked(by_editor, size) == db.all(by_editor.order_by(posts.id)));
    const auto none_first = from(posts)
                                .where(posts.author().name != "c")
                                .order_by(posts.editor().role.desc().nulls_first(), posts.words);
    CHECK(walked(none_first, size) == db.all(none_first.order_by(posts.id)));
  }
  const std::string cursor = db.page(from(posts).order_by(posts.author().name), {.size = 1}).next;
  CHECK_THROWS_AS(db.page(from(posts).order_by(posts.editor().name), {.size = 1, .after = cursor}),
                  ochre::ValidationFailed);
  CHECK_THROWS_AS(db.page(from(posts).order_by(ochre::alias(posts, 1).title)), ochre::Unsupported);
}

TEST_CASE("pages follow the default order of a model, which an enum may begin") {
  ochre::Database db = wiki::open("sqlite::memory:");
  db.create_missing();
  using wiki::State;
  const std::optional<State> states[] = {State::Open, State::Blocked, State::Done, std::nullopt};
  for (std::size_t i = 0; i < 13; ++i)
    db.insert(wiki::NewTask{.state = states[i * 3 % 4], .title = std::to_string(i % 5)});
  for (const std::int64_t size : {1, 4, 13}) {
    std::vector<wiki::Task> walked;
    ochre::Page<wiki::Task> page;
    do {
      page = db.page(wiki::tasks, {.size = size, .after = page.next});
      walked.insert(walked.end(), page.rows.begin(), page.rows.end());
    } while (!page.next.empty());
    CHECK(walked == db.all(wiki::tasks));
    CHECK(walked.front().state == State::Done);
  }
}
