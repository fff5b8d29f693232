// Relations over a join model that has fields of its own, and rows that go in before those that refer to
// them.
#include <catch2/catch.hpp>

#include "database.hpp"
#include "ochre/errors.hpp"
#include "wiki/models.hpp"

using ochre::from;
using namespace ochre_test;

namespace {

struct Topics {
  ochre::Database db = wiki::open("sqlite::memory:");
  wiki::Topic art, music, paint;

  Topics() {
    db.create_missing();
    art = db.insert(wiki::NewTopic{.name = "Art"});
    music = db.insert(wiki::NewTopic{.name = "Music"});
    paint = db.insert(wiki::NewTopic{.name = "Paint"});
  }
  std::vector<wiki::Kinship> kinships() {
    return db.all(from(wiki::kinships).order_by(wiki::kinships.far_id));
  }
};

}  // namespace

TEST_CASE_METHOD(Topics, "links get the defaults of further fields") {
  CHECK(db.link(art, wiki::topics.related, music) == 1);
  CHECK(db.link(art, wiki::topics.related, music) == 0);
  CHECK(db.link(paint, wiki::topics.kin, art) == 1);
  const auto rows = kinships();
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].near_id == art.id);
  CHECK(rows[0].far_id == music.id);
  CHECK(rows[1].near_id == art.id);
  CHECK(rows[1].far_id == paint.id);
  CHECK(rows[0].weight == 1);
  CHECK(rows[0].edition == 1);
  CHECK(rows[0].note == std::nullopt);
  CHECK(rows[0].since > ochre::Timestamp{});
  CHECK(rows[0].changed > ochre::Timestamp{});
  CHECK(rows[0].mark != rows[1].mark);
  CHECK(db.unlink(art, wiki::topics.related, music) == 1);
  CHECK(db.unlink(art, wiki::topics.related, music) == 0);
  CHECK(kinships().size() == 1);
}

TEST_CASE_METHOD(Topics, "links that stay keep their fields when others are replaced") {
  db.link(art, wiki::topics.related, music);
  db.update(from(wiki::kinships).set(wiki::kinships.note, std::string("kept")));
  db.replace_links(art, wiki::topics.related, std::vector<wiki::Topic>{music, paint});
  REQUIRE(kinships().size() == 2);
  CHECK(kinships()[0].note == "kept");
  CHECK(kinships()[1].note == std::nullopt);
  db.replace_links(art, wiki::topics.related, std::vector<wiki::Topic>{paint});
  REQUIRE(kinships().size() == 1);
  CHECK(kinships()[0].far_id == paint.id);
  db.replace_links(art, wiki::topics.related, std::vector<wiki::Topic>{});
  CHECK(kinships().empty());
}

TEST_CASE_METHOD(Topics, "a join model with a field that must be given is linked by its rows") {
  // link() does not compile; see mistakes/.
  db.insert(wiki::NewCitation{.from_id = art.id, .to_id = music.id, .page = 7});
  const auto graph = db.graph(from(wiki::topics).order_by(wiki::topics.id).include(wiki::topics.cites));
  REQUIRE(graph.of(graph[0], wiki::topics.cites).size() == 1);
  CHECK(*graph.of(graph[0], wiki::topics.cites).begin() == music);
  CHECK(db.count(from(wiki::topics).where(wiki::topics.cited.any())) == 1);
  CHECK(db.unlink(art, wiki::topics.cites, music) == 1);
}

TEST_CASE_METHOD(Topics, "nested rows are linked over a join model with more fields") {
  const auto film = db.insert(wiki::NewTopic{.name = "Film"},
                              related(wiki::topics.related, wiki::NewTopic{.name = "Sound"}));
  REQUIRE(kinships().size() == 1);
  CHECK(kinships()[0].near_id == film.id);
}

TEST_CASE("rows that a new row refers to go in before it") {
  using namespace blog;
  ochre::Database db = empty_blog();
  const Post post = db.insert(
      NewPost{.author_id = 0, .title = "One", .body = "…"},
      related(posts.author, NewUser{.email = "ann@x", .name = "Ann"},
              related(users.profile, NewProfile{.user_id = 0, .bio = "hello"})),
      related(posts.editor,
              [](const Post& outer) { return NewUser{.email = "ed@x", .name = "editor of " + outer.title}; }),
      related(posts.tags, NewTag{.name = "x"}));
  CHECK(db.find(users, post.author_id)->name == "Ann");
  REQUIRE(post.editor_id);
  CHECK(db.find(users, *post.editor_id)->name == "editor of One");
  CHECK(db.find(profiles, post.author_id)->bio == "hello");
  CHECK(db.find(posts, post.id) == post);
  CHECK(db.count(from(posts).where(posts.tags.any(tags.name == "x"))) == 1);

  // Deeper: a profile with its user, and that user's posts.
  const Profile profile =
      db.insert(NewProfile{.user_id = 0, .bio = "deep"},
                related(profiles.user, NewUser{.email = "bob@x", .name = "Bob"},
                        related(users.posts, NewPost{.author_id = 0, .title = "Two", .body = "…"},
                                related(posts.editor, NewUser{.email = "eve@x", .name = "Eve"}))));
  const Post two = db.one(from(posts).where(posts.title == "Two"));
  CHECK(two.author_id == profile.user_id);
  CHECK(db.find(users, *two.editor_id)->name == "Eve");

  // All or nothing.
  CHECK_THROWS_AS(db.insert(NewPost{.author_id = 0, .title = "", .body = "…"},
                            related(posts.author, NewUser{.email = "cid@x", .name = "Cid"})),
                  ochre::ValidationFailed);
  CHECK(db.count(from(users).where(users.name == "Cid")) == 0);
}

TEST_CASE("whole tables can be asked as queries can") {
  using namespace blog;
  ochre::Database db = empty_blog();
  CHECK_FALSE(db.exists(users));
  CHECK(db.first(users) == std::nullopt);
  CHECK_THROWS_AS(db.one(users), ochre::NotExactlyOne);
  const User ann = add_user(db, "Ann");
  CHECK(db.exists(users));
  CHECK(db.first(users) == ann);
  CHECK(db.one(users) == ann);
  CHECK(db.page(users, {.size = 3}).rows == std::vector<User>{ann});
  CHECK_FALSE(db.explain(users).empty());
  int seen = 0;
  db.each(users, [&](const User&) { ++seen; });
  CHECK(seen == 1);
  const auto deleted = db.transaction([](ochre::Transaction& tx) { return tx.erase(users); });
  CHECK(deleted == 1);
  CHECK(db.count(users) == 0);
}
