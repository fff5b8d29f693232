// Every shape of query travels as JSON and comes back as the same typed query; documents that were damaged on
// the way are refused, or are queries all the same.
#include <catch2/catch.hpp>
#include <tuple>

#include "authors.hpp"
#include "json_damage.hpp"
#include "ochre/aggregate.hpp"
#include "ochre/errors.hpp"
#include "ochre/functions.hpp"
#include "ochre/named_query.hpp"
#include "ochre/query_json.hpp"
#include "wiki/models.hpp"

using namespace blog;
using ochre::from;
using ochre::query_from_json;
using namespace ochre_test;

namespace {

struct Blog : Authors {
  Blog() {
    db.insert(NewTag{.name = "cpp"});
    db.link(a1, posts.tags, Tag{.name = "cpp"});
    db.update(from(posts).where(posts.id == a2.id).set(posts.editor_id, bob.id));
  }

  /// Both texts and both answers are the same.
  template <class R, class... Outer>
  void travels(const ochre::Query<R, Outer...>& query) const {
    const std::string text = query.to_json();
    INFO(text);
    const ochre::Query<R> copy = query_from_json<R>(blog::schema, text);
    CHECK(copy.to_json() == text);
    for (const auto dialect : {ochre::Dialect::Sqlite, ochre::Dialect::Postgres}) {
      CHECK(copy.sql(dialect).text == query.sql(dialect).text);
      CHECK(copy.sql(dialect).bindings == query.sql(dialect).bindings);
    }
    CHECK(db.all(copy) == db.all(query));
    CHECK(db.count(copy) == db.count(query));
  }
  /// A value of every row, and a condition on every row.
  template <class E>
  void travels_as_value(const E& expression) const {
    travels(from(posts).join(posts.author).order_by(posts.title).select(posts.title, expression));
  }
  void travels_as_condition(const ochre::Expr<bool>& condition) const {
    travels(from(posts).join(posts.author).where(condition));
    travels(from(posts).join(posts.author).where(!condition).select(posts.id));
  }
};

auto busy() {
  return ochre::named("busy", from(posts).group_by(posts.author_id).select(posts.author_id, ochre::count()));
}

auto reach(std::int64_t first) {
  return ochre::recursive("reach", from(users).where(users.id == first).select(users.id),
                          [](const auto& so_far) {
                            return from(users).join(so_far, users.id == so_far.column() + 1).select(users.id);
                          });
}

}  // namespace

TEST_CASE_METHOD(Blog, "selections travel") {
  travels(from(users));
  travels(from(users).order_by(users.id).select(users.name));
  travels(from(users).order_by(users.id).select(users.name, users.age, users.role, users.created_at));
  travels(from(users).select(users));
  travels(from(users).select(users.active).distinct());
  travels(
      from(posts).order_by(posts.title).select(posts.author().name, ochre::nullable(posts.editor().name)));
  travels(from(posts).order_by(posts.title.desc()).limit(2).offset(1).select(posts.id, posts.words));
  travels(from(users).for_update().select(users.id, users.avatar));
}

TEST_CASE_METHOD(Blog, "joins travel") {
  const auto joined = from(users).join(users.posts).order_by(posts.title);
  travels(joined);
  travels(joined.select(users.name, posts.title));
  travels(joined.select(users, posts));
  travels(joined.select(posts));
  const auto left = from(users).left_join(users.posts).order_by(users.id, posts.title);
  travels(left.select(users.name, posts.title, posts));
  const auto others = ochre::alias(users, 1);
  travels(from(users).join(others, others.id == users.id + 1).select(users.name, others.name));
  travels(from(users).left_join(others, others.id == users.id + 1).select(users, others));
  travels(from(posts).join(posts.tags).select(posts.title, tags.name));
  travels(from(posts).left_join(posts.tags).order_by(posts.title).select(posts.title, tags.name));
  travels(from(posts).left_join(posts.editor, others).order_by(posts.title).select(posts.title, others.name));
}

TEST_CASE_METHOD(Blog, "groups and aggregates travel") {
  const auto groups = from(users).join(users.posts).group_by(users.id).order_by(users.id);
  const auto counted = groups.select(users.name, ochre::count(posts.id));
  travels(counted);
  const auto read = query_from_json<std::tuple<std::string, std::int64_t>>(blog::schema, counted.to_json());
  CHECK(db.all(read.as<NameCount>()) == std::vector<NameCount>{{"Ann", 2}, {"Bob", 1}});
  travels(groups.having(ochre::count(posts.id) > 1).select(users.name));
  travels(from(posts).select(ochre::sum(posts.words), ochre::min(posts.title), ochre::max(posts.created_at),
                             ochre::average(posts.revision), ochre::count()));
  travels(from(posts).select(ochre::count_distinct(posts.author_id), ochre::sum_distinct(posts.words)));
  travels(from(posts).select(ochre::count(posts.id).filter(posts.author_id == ann.id)));
  travels(from(users).select(ochre::sum(users.score), ochre::sum(users.age), ochre::sum(users.id)));
  travels(
      from(users).group_by(users.role).order_by(ochre::count().desc()).select(users.role, ochre::count()));
}

TEST_CASE_METHOD(Blog, "windows travel") {
  const auto window = ochre::partition_by(posts.author_id).order_by(posts.title.desc().nulls_first());
  travels_as_value(ochre::row_number().over(window));
  travels_as_value(ochre::rank().over(window));
  travels_as_value(ochre::dense_rank().over(ochre::window_order_by(posts.words)));
  travels_as_value(ochre::lag(posts.title).over(ochre::window_order_by(posts.title)));
  travels_as_value(ochre::lead(posts.words, 2).over(ochre::window_order_by(posts.title)));
  travels_as_value(ochre::sum(posts.words).over(ochre::partition_by(posts.author_id)));
  travels_as_value(ochre::count().filter(posts.words > 1).over(window));
  travels_as_value(ochre::max(users.name).over(ochre::Window()));
  travels(from(users).order_by(ochre::row_number().over(ochre::window_order_by(users.age)), users.id));
  travels(
      from(posts)
          .group_by(posts.author_id)
          .select(posts.author_id, ochre::sum(ochre::count()).over(ochre::window_order_by(posts.author_id))));
}

TEST_CASE_METHOD(Blog, "unions and named queries travel") {
  const auto names = from(users).select(users.name);
  const auto titles = from(posts).select(posts.title);
  travels(names.union_with(titles));
  travels(names.union_all(names).limit(4));
  travels(names.intersect(names.limit(1)));
  travels(names.except(from(users).where(users.name == "Ann").select(users.name)));
  travels(names.union_all(titles.order_by(posts.title).limit(1)));
  travels(from(users).select(users).union_with(from(users)));
  travels(names.limit(1).union_all(titles.limit(1)).order_by(users.name.desc()).limit(1).offset(1));
  travels(from(users).union_all(from(users)).order_by(users.role.desc(), users.id));

  travels(from(busy()));
  travels(from(users).with(busy()).join(busy(), busy().column<0>() == users.id).order_by(users.id));
  travels(from(users)
              .join(busy(), busy().column<0>() == users.id)
              .with(busy())
              .order_by(users.id)
              .select(users.name, busy().column<1>()));
  travels(from(busy()).where(busy().column<1>() > 1).select(busy().column<0>()));
  travels(from(reach(1)));
  travels(from(users).where(users.id.in(from(reach(2)))).order_by(users.id));
  const auto inner = ochre::named("inner_one", from(busy()).select(busy().column<0>()));
  travels(from(inner));
}

TEST_CASE_METHOD(Blog, "functions and subqueries travel") {
  travels_as_value(ochre::lower(posts.title) + ochre::upper(users.name));
  travels_as_value(ochre::length(ochre::trim(posts.body)) + 1);
  travels_as_value(ochre::substring(ochre::replace(posts.title, "A", "B"), 1, 2));
  travels_as_value(ochre::coalesce(users.age, 0) % 2);
  travels_as_value(ochre::abs(-posts.words) * 2 - posts.revision);
  travels_as_value(users.score / 2);
  travels_as_value(ochre::year(posts.created_at));
  travels_as_value(ochre::month(users.created_at) * 100 + ochre::day(users.created_at));
  travels_as_value(ochre::case_when(posts.published, 1).when(users.active, 2).otherwise(3));
  travels_as_value(ochre::case_when(posts.published, "yes").otherwise_null());
  travels_as_value(ochre::case_when(posts.published, Role::Admin).otherwise(users.role));
  travels_as_value(ochre::nullif(posts.title, "A1"));
  travels_as_value(posts.tags.count());
  travels_as_value(posts.tags.count(tags.name == "cpp"));
  travels_as_value(from(tags).where(tags.posts.any(posts.title == "A1")).limit(1).select(tags.name).value());
  travels_as_condition(posts.title.like("A%") || posts.title.like_fold("b_"));
  travels_as_condition(posts.title.contains("1") && !posts.title.starts_with_fold("b"));
  travels_as_condition(posts.title.ends_with("1") == users.active);
  travels_as_condition(posts.words.between(0, 10) && posts.title.in({"A1", "B1"}));
  travels_as_condition(posts.editor_id == std::nullopt);
  travels_as_condition(posts.author_id.in(from(users).where(users.name < "B").select(users.id)));
  travels_as_condition(posts.author_id.not_in(from(users).where(users.name < "B").select(users.id)));
  travels_as_condition(from(tags).where(tags.name == posts.title).exists());
  travels_as_condition(posts.tags.none() || users.profile.any(profiles.bio != ""));
}

TEST_CASE_METHOD(Blog, "long chains of conditions travel") {
  auto query = from(users);
  auto every = users.id > -1;
  for (int i = 0; i < 400; ++i) {
    query = query.where(users.id != -i - 1);
    every = every && (users.id != -i - 1 || users.age > i);
  }
  travels(query);
  travels(from(users).where(every || users.id == 3).order_by(users.id).select(users.id));
}

TEST_CASE("JSON paths travel") {
  ochre::Database db = wiki::open("sqlite::memory:");
  db.create_missing();
  using namespace wiki;
  db.insert(NewTopic{.name = "Rome", .facts = ochre::Json{R"({"hills": 7, "river": "Tiber"})"}});
  const auto query = from(topics).select(topics.name, ochre::json_integer(topics.facts, "$.hills"),
                                         ochre::json_text(topics.facts, "$.river"),
                                         ochre::json_real(topics.facts, "$.hills"), topics.facts);
  const auto copy = query_from_json<decltype(query)::Result>(wiki::schema, query.to_json());
  CHECK(db.all(copy) == db.all(query));
  CHECK(std::get<1>(db.one(copy)) == 7);
}

TEST_CASE_METHOD(Blog, "graphs travel with their includes") {
  const auto query = from(users)
                         .order_by(users.id)
                         .include(users.posts.where(posts.words >= 0).order_by(posts.title.desc()).limit(1))
                         .include(users.posts, posts.tags);
  const auto copy = ochre::graph_from_json(users, blog::schema, query.to_json());
  CHECK(copy.to_json() == query.to_json());
  const auto graph = db.graph(copy);
  REQUIRE(graph.size() == 3);
  REQUIRE(graph.of(graph[0], users.posts).size() == 1);
  CHECK(graph.of(graph[0], users.posts)[0].id == a2.id);
  CHECK(graph.of(graph.of(graph[0], users.posts)[0], posts.tags).empty());
  CHECK_THROWS_AS(query_from_json(users, blog::schema, query.to_json()), ochre::ValidationFailed);
  CHECK_THROWS_AS(ochre::graph_from_json(posts, blog::schema, query.to_json()), ochre::ValidationFailed);
}

TEST_CASE_METHOD(Blog, "rows that are not of the type asked for are refused") {
  const auto refused = [](auto row, const auto& query) {
    using R = typename decltype(row)::type;
    CHECK_THROWS_AS(query_from_json<R>(blog::schema, query.to_json()), ochre::ValidationFailed);
  };
  const auto name = from(users).select(users.name);
  CHECK(db.all(query_from_json<std::optional<std::string>>(blog::schema, name.to_json())).size() == 3);
  refused(std::type_identity<std::int64_t>(), name);
  refused(std::type_identity<User>(), name);
  refused(std::type_identity<std::tuple<std::string, std::string>>(), name);
  refused(std::type_identity<std::string>(), from(users));
  refused(std::type_identity<Post>(), from(users));
  refused(std::type_identity<std::int32_t>(), from(users).select(users.id));
  refused(std::type_identity<std::int32_t>(), from(users).select(users.age));
  refused(std::type_identity<Role>(), from(users).select(users.name));
  refused(std::type_identity<std::string>(), from(users).left_join(users.posts).select(posts.title));
  refused(std::type_identity<Post>(), from(users).left_join(users.posts).select(posts));
  refused(std::type_identity<std::string>(), from(posts).select(posts.editor().name));
  refused(std::type_identity<bool>(), from(users).select(users.age > 3));
  refused(std::type_identity<std::tuple<std::string, std::int64_t>>(),
          from(users).select(users.name, ochre::count()));
  refused(std::type_identity<std::int64_t>(), from(users).select(ochre::sum(users.id)));
}

TEST_CASE_METHOD(Blog, "an added condition holds for every row of a table that was asked for") {
  const auto others = ochre::alias(users, 1);
  const auto refused = [](const auto& query) {
    CHECK_THROWS_AS(query_from_json(users, blog::schema, query.to_json()), ochre::ValidationFailed);
  };
  refused(from(users).join(others, others.id > 0).select(others));
  refused(from(others).join(users, users.id > 0));
  refused(from(users).select(users));
  const auto mine = query_from_json(users, blog::schema,
                                    from(users).join(others, others.id > 0).group_by(users.id).to_json())
                        .where(users.id == ann.id);
  CHECK(db.all(mine) == std::vector<User>{ann});
}

TEST_CASE("a schema of some tables keeps the others out of reach") {
  const ochre::ModelInfo* const visible[] = {&ochre::Model<User>::info};
  const ochre::SchemaInfo some{.name = "visible", .models = visible};
  CHECK_NOTHROW(query_from_json(users, some, from(users).where(users.age > 3).to_json()));
  for (const auto& query :
       {from(users).where(users.posts.any()), from(users).where(users.posts.count() > 1),
        from(users).join(users.posts), from(users).where(ochre::nullable(users.profile().bio).is_null()),
        from(users).where(users.id.in(from(posts).select(posts.author_id)))})
    CHECK_THROWS_AS(query_from_json(users, some, query.to_json()), ochre::ValidationFailed);
}

TEST_CASE("names of queries mean nothing else") {
  const auto written = [](const char* name) {
    return from(ochre::named(name, from(users).select(users.id))).to_json();
  };
  CHECK_NOTHROW(written("older"));
  for (const char* name :
       {"users", "Users", "t0", "k", "sqlite_schema", "ochre_list", "a b", "", "a\"b", "é"})
    CHECK_THROWS_AS(written(name), ochre::Unsupported);
}

TEST_CASE("text that would multiply itself is refused promptly") {
  ochre::Expr<std::string> text = ochre::lower(users.name);
  for (int i = 0; i < 22; ++i) text = ochre::case_when(text.ends_with("x"), "y").otherwise(users.name);
  CHECK_THROWS_AS(from(users).where(text == "z").to_json(), ochre::Unsupported);
  CHECK_THROWS_AS(from(users).where(text == "z").sql(ochre::Dialect::Sqlite), ochre::Unsupported);
}

TEST_CASE_METHOD(Blog, "documents with a damaged node are refused or are queries all the same") {
  int accepted = 0;
  int refused = 0;
  const auto damage = [&]<class R, class... Outer>(const ochre::Query<R, Outer...>& query) {
    for (const std::string& text : damaged_documents(query.to_json())) {
      INFO(text);
      try {
        const auto copy = query_from_json<R>(blog::schema, text);
        ++accepted;
        CHECK_NOTHROW(db.all(copy));
        CHECK(copy.to_json().size() > 0);
      } catch (const ochre::ValidationFailed&) {
        ++refused;
      }
    }
  };
  const auto others = ochre::alias(users, 1);
  damage(
      from(users).where(users.age > 3 || users.name.in({"Ann", "Bob"})).order_by(users.id.desc()).limit(2));
  damage(from(users).left_join(users.posts).select(users.name, posts));
  damage(from(users).join(others, others.id == users.id + 1).select(users, others.name));
  damage(from(users)
             .join(users.posts)
             .group_by(users.id)
             .having(ochre::count(posts.id) > 1)
             .select(users.name, ochre::max(posts.title), ochre::count().filter(posts.published)));
  damage(from(posts).select(
      posts.title, ochre::lag(posts.title).over(ochre::partition_by(posts.author_id).order_by(posts.id)),
      ochre::sum(posts.words).over(ochre::window_order_by(posts.title))));
  damage(from(users).select(users.name).union_all(from(posts).select(posts.title)).limit(3));
  damage(from(users)
             .with(busy())
             .join(busy(), busy().column<0>() == users.id)
             .select(users.name, busy().column<1>()));
  damage(from(reach(1)));
  damage(from(users).where(users.posts.any(posts.title.like("A%")) &&
                           users.id.not_in(from(posts).select(posts.author_id))));
  damage(from(posts).select(ochre::case_when(posts.published, ochre::year(posts.created_at)).otherwise(0),
                            from(tags).limit(1).select(tags.name).value()));
  CHECK(accepted > 300);
  CHECK(refused > 2000);
}

TEST_CASE_METHOD(Blog, "graphs with a damaged node are refused or are graphs all the same") {
  const auto query = from(users)
                         .include(users.posts.where(posts.words >= 0).order_by(posts.title).limit(1))
                         .include(users.posts, posts.tags);
  for (const std::string& text : damaged_documents(query.to_json())) {
    INFO(text);
    try {
      const auto copy = ochre::graph_from_json(users, blog::schema, text);
      CHECK_NOTHROW(db.graph(copy));
    } catch (const ochre::ValidationFailed&) {
      continue;
    }
  }
}
