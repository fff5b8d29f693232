// Selections: tuples, structs, joins, groups, aggregates, windows, unions and common table expressions.
#include <catch2/catch.hpp>
#include <tuple>

#include "authors.hpp"
#include "ochre/aggregate.hpp"
#include "ochre/errors.hpp"
#include "ochre/functions.hpp"
#include "ochre/named_query.hpp"
#include "ochre/query_json.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;

namespace {

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE_METHOD(Authors, "columns, tuples and structs") {
  CHECK(db.all(from(users).order_by(users.id).select(users.name)) == Names{"Ann", "Bob", "Cid"});
  const auto pairs = db.all(from(users).where(users.id == ann.id).select(users.name, users.age, users.role));
  CHECK(pairs == std::vector<std::tuple<std::string, std::optional<std::int32_t>, Role>>{
                     {"Ann", std::nullopt, Role::Reader}});
  CHECK(db.first(from(posts).order_by(posts.title).select(posts.id)) == a1.id);
  CHECK(db.one(from(users).select(ochre::count())) == 3);
  CHECK(db.all(from(users).select(users.active).distinct()) == std::vector<bool>{true});
}

TEST_CASE_METHOD(Authors, "a later selection takes the place of an earlier one") {
  const auto longer = ochre::case_when(users.name > "B", std::string("late")).otherwise("early");
  const auto first = from(users).order_by(users.id).limit(2).select(longer, users.id);
  CHECK(db.all(first.select(users.name)) == Names{"Ann", "Bob"});
  CHECK(db.all(first.select(users)) == std::vector<User>{ann, bob});
  CHECK(first.select(users.name).sql(ochre::Dialect::Sqlite).bindings == std::vector<std::string>{"2"});
  CHECK(first.select(users.name).to_json() ==
        from(users).order_by(users.id).limit(2).select(users.name).to_json());
  const auto titled = from(users).where(users.posts.any(posts.title == "B1")).select(users.age, users.role);
  CHECK(db.one(titled.where(users.id > 1).select(users.name, users.id).as<NameCount>()) ==
        NameCount{"Bob", bob.id});
  const auto named = ochre::named("both", first.select(users.id));
  CHECK(db.all(from(named).select(named.column() + 1).select(named.column())) ==
        std::vector<std::int64_t>{1, 2});
  const auto copy =
      ochre::query_from_json<std::tuple<std::string, std::int64_t>>(blog::schema, first.to_json());
  CHECK(db.all(copy.select(users.name)) == Names{"Ann", "Bob"});
}

TEST_CASE_METHOD(Authors, "joins") {
  const auto joined = from(users).join(users.posts).order_by(posts.title);
  CHECK(db.all(joined.select(users.name, posts.title)) ==
        std::vector<std::tuple<std::string, std::string>>{{"Ann", "A1"}, {"Ann", "A2"}, {"Bob", "B1"}});
  CHECK(db.all(joined.select(users, posts)).back() == std::tuple(bob, b1));
  CHECK(db.all(joined).size() == 3);
  CHECK(db.count(joined) == 3);

  const auto left = from(users).left_join(users.posts).order_by(users.id, posts.title);
  const auto rows = db.all(left.select(users.name, posts.title, posts));
  REQUIRE(rows.size() == 4);
  CHECK(std::get<1>(rows[3]) == std::nullopt);
  CHECK(std::get<2>(rows[3]) == std::nullopt);
  CHECK(std::get<2>(rows[0]) == a1);

  const auto others = ochre::alias(users, 1);
  CHECK(db.all(from(users)
                   .join(others, others.id == users.id + 1)
                   .order_by(users.id)
                   .select(users.name, others.name)) ==
        std::vector<std::tuple<std::string, std::string>>{{"Ann", "Bob"}, {"Bob", "Cid"}});
  CHECK_THROWS_AS(db.all(from(users).join(users, users.id == users.id)), ochre::StatementFailed);

  db.insert(NewTag{.name = "cpp"});
  db.insert(NewPostTag{.post_id = a1.id, .tag_name = "cpp"});
  CHECK(db.all(from(posts).join(posts.tags).select(posts.title, tags.name)) ==
        std::vector<std::tuple<std::string, std::string>>{{"A1", "cpp"}});
  CHECK(db.count(from(posts).left_join(posts.tags)) == 3);
}

TEST_CASE_METHOD(Authors, "paths in selections") {
  db.update(from(posts).where(posts.id == a1.id).set(posts.editor_id, bob.id));
  const auto rows = db.all(
      from(posts).order_by(posts.title).select(posts.author().name, ochre::nullable(posts.editor().name)));
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == std::tuple(std::string("Ann"), std::optional<std::string>("Bob")));
  CHECK(rows[1] == std::tuple(std::string("Ann"), std::optional<std::string>()));
  CHECK_THROWS_AS(db.all(from(posts).select(posts.editor().name)), ochre::Corrupt);
}

TEST_CASE_METHOD(Authors, "groups and aggregates") {
  const auto groups = from(users).join(users.posts).group_by(users.id).order_by(users.id);
  CHECK(db.all(groups.select(users.name, ochre::count(posts.id)).as<NameCount>()) ==
        std::vector<NameCount>{{"Ann", 2}, {"Bob", 1}});
  CHECK(db.all(groups.having(ochre::count(posts.id) > 1).select(users.name)) == Names{"Ann"});
  CHECK(db.count(groups) == 2);
  CHECK(db.exists(groups));
  CHECK(db.one(from(posts).select(ochre::sum(posts.words), ochre::min(posts.title), ochre::max(posts.title),
                                  ochre::average(posts.revision))) ==
        std::tuple(std::optional<std::int64_t>(3), std::optional<std::string>("A1"),
                   std::optional<std::string>("B1"), std::optional<double>(1.0)));
  CHECK(db.one(from(posts).where(posts.published).select(ochre::sum(posts.words))) == std::nullopt);
  CHECK(db.one(from(posts).select(ochre::count_distinct(posts.author_id))) == 2);
  CHECK(db.one(from(posts).select(ochre::count(posts.id).filter(posts.author_id == ann.id))) == 2);
}

TEST_CASE_METHOD(Authors, "windows") {
  const auto rows = db.all(
      from(posts)
          .order_by(posts.title)
          .select(posts.title,
                  ochre::row_number().over(ochre::partition_by(posts.author_id).order_by(posts.title.desc())),
                  ochre::lag(posts.title).over(ochre::window_order_by(posts.title))));
  using Row = std::tuple<std::string, std::int64_t, std::optional<std::string>>;
  CHECK(rows == std::vector<Row>{{"A1", 2, std::nullopt}, {"A2", 1, "A1"}, {"B1", 1, "A2"}});
}

TEST_CASE_METHOD(Authors, "subqueries as values") {
  const auto newest = from(posts)
                          .where(posts.author_id == users.id)
                          .order_by(posts.title.desc())
                          .limit(1)
                          .select(posts.title);
  CHECK(db.all(from(users).order_by(users.id).select(newest.value())) ==
        std::vector<std::optional<std::string>>{"A2", "B1", std::nullopt});
}

TEST_CASE_METHOD(Authors, "unions, intersections and differences") {
  const auto names = from(users).select(users.name);
  const auto titles = from(posts).select(posts.title);
  CHECK(db.count(names.union_with(titles)) == 6);
  CHECK(db.count(names.union_with(names)) == 3);
  CHECK(db.count(names.union_all(names)) == 6);
  CHECK(db.count(names.intersect(names.limit(1))) == 1);
  CHECK(db.count(names.except(from(users).where(users.name == "Ann").select(users.name))) == 2);
  CHECK(db.all(names.union_all(titles.order_by(posts.title).limit(1))).size() == 4);
}

TEST_CASE_METHOD(Authors, "common table expressions, also recursive") {
  const auto busy =
      ochre::named("busy", from(posts).group_by(posts.author_id).select(posts.author_id, ochre::count()));
  CHECK(db.all(from(users)
                   .with(busy)
                   .join(busy, busy.column<0>() == users.id)
                   .order_by(users.id)
                   .select(users.name, busy.column<1>())
                   .as<NameCount>()) == std::vector<NameCount>{{"Ann", 2}, {"Bob", 1}});
  CHECK(db.all(from(busy)).size() == 2);

  // Everyone reachable from Ann over "has an id one higher".
  const auto reach = ochre::recursive(
      "reach", from(users).where(users.id == ann.id).select(users.id), [](const auto& so_far) {
        return from(users).join(so_far, users.id == so_far.column() + 1).select(users.id);
      });
  CHECK(db.all(from(reach)) == std::vector<std::int64_t>{1, 2, 3});
  CHECK(db.count(from(users).where(users.id.in(from(reach)))) == 3);
}

TEST_CASE_METHOD(Authors, "unions are ordered by what they select") {
  const auto names = from(users).select(users.name, users.id, users.role);
  const auto with = [&](std::int64_t id) {
    return from(users).where(users.id == id).select(users.name, users.id, users.role);
  };
  db.update(from(users).where(users.id == cid.id).set(users.role, Role::Admin));
  const auto ids = [&](const auto& query) {
    std::vector<std::int64_t> out;
    for (const auto& row : db.all(query)) out.push_back(std::get<1>(row));
    return out;
  };
  using Ids = std::vector<std::int64_t>;
  const auto both = with(1).union_all(with(3)).union_all(with(2));
  CHECK(ids(both.order_by(users.id)) == Ids{1, 2, 3});
  CHECK(ids(both.order_by(users.name.desc())) == Ids{3, 2, 1});
  CHECK(ids(both.order_by(users.id.desc()).limit(1).offset(1)) == Ids{2});
  CHECK(ids(both.order_by(users.role.desc(), users.id)) == Ids{3, 1, 2});
  CHECK(ids(names.except(with(2)).order_by(users.id.desc())) == Ids{3, 1});
  CHECK(db.count(both.order_by(users.id).limit(2)) == 2);

  const auto rows = from(users).where(users.id < 3).union_with(from(users).where(users.id > 1));
  CHECK(db.all(rows.order_by(users.name.desc())) ==
        std::vector<User>{db.one(from(users).where(users.id == 3)), bob, ann});
  CHECK(db.first(rows.order_by(users.role.desc(), users.id))->id == cid.id);
  const auto two =
      from(users).select(users.id).union_with(from(users).select(users.id)).order_by(users.id).limit(2);
  CHECK(db.count(from(users).where(users.id.in(two))) == 2);
}

TEST_CASE_METHOD(Authors, "order and limit before a union are its first query's") {
  const auto names = from(users).order_by(users.name.desc()).limit(1).select(users.name);
  const auto titles = from(posts).order_by(posts.title).limit(1).select(posts.title);
  CHECK(db.all(names.union_all(titles).order_by(users.name)) == Names{"A1", "Cid"});
  CHECK(db.all(names.union_all(titles).order_by(users.name).limit(1)) == Names{"A1"});
  CHECK_THROWS_AS(db.all(names.union_all(titles).order_by(users.age)), ochre::Unsupported);
  CHECK_THROWS_AS(db.all(names.union_all(titles).order_by(ochre::lower(users.name))), ochre::Unsupported);
  const auto lowered =
      from(users).select(ochre::lower(users.name)).union_with(from(posts).select(posts.title));
  CHECK(db.all(lowered.order_by(ochre::lower(users.name).desc())) ==
        Names{"cid", "bob", "ann", "B1", "A2", "A1"});
  const auto ages = from(users).select(users.age).union_with(from(users).select(users.age));
  CHECK(db.all(ages.order_by(users.age.asc().nulls_first())).size() == 1);
  const auto busy = ochre::named("busy", from(posts).select(posts.author_id));
  CHECK(db.all(from(busy).union_all(from(busy)).order_by(busy.column().desc())) ==
        std::vector<std::int64_t>{2, 2, 1, 1, 1, 1});
}

TEST_CASE_METHOD(Authors, "named queries are joined where they may have no row") {
  const auto busy =
      ochre::named("busy", from(posts).group_by(posts.author_id).select(posts.author_id, ochre::count()));
  const auto query = from(users)
                         .with(busy)
                         .left_join(busy, busy.column<0>() == users.id)
                         .order_by(users.id)
                         .select(users.name, ochre::nullable(busy.column<1>()));
  using Row = std::tuple<std::string, std::optional<std::int64_t>>;
  CHECK(db.all(query) == std::vector<Row>{{"Ann", 2}, {"Bob", 1}, {"Cid", std::nullopt}});
}

TEST_CASE_METHOD(Authors, "the condition of a join may walk from the table it joins") {
  db.update(from(posts).where(posts.id == a1.id).set(posts.editor_id, bob.id));
  const auto edited = from(users)
                          .left_join(posts, posts.editor().name == users.name && posts.author().name == "Ann")
                          .order_by(users.id)
                          .select(users.name, posts.title, ochre::nullable(posts.editor().name));
  using Row = std::tuple<std::string, std::optional<std::string>, std::optional<std::string>>;
  CHECK(db.all(edited) == std::vector<Row>{{"Ann", std::nullopt, std::nullopt},
                                           {"Bob", "A1", "Bob"},
                                           {"Cid", std::nullopt, std::nullopt}});
  const auto inner = from(users).join(posts, posts.editor().id == users.id).select(users.name, posts.title);
  CHECK(db.all(inner) == std::vector<std::tuple<std::string, std::string>>{{"Bob", "A1"}});
}
