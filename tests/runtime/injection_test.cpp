// One list of hostile strings through every place that takes a string. What goes in comes out as it was, or
// is refused with an error of a type; no string changes what a statement does, and the tables are the same
// afterwards.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <span>

#include "database.hpp"
#include "ochre/errors.hpp"
#include "ochre/functions.hpp"
#include "ochre/query_json.hpp"
#include "ochre/registry.hpp"
#include "ochre/rules.hpp"
#include "temporary_file.hpp"

using namespace blog;
using ochre::from;
using namespace ochre_test;
using namespace std::string_literals;

namespace {

const std::vector<std::string>& hostile() {
  static const std::vector<std::string> all = {
      "'",
      "\"",
      "''",
      "`",
      "[",
      "]",
      "';--",
      "' OR '1'='1",
      "\" OR \"\"=\"",
      "'; DROP TABLE users; --",
      "\"; DROP TABLE users; --",
      "'); DELETE FROM users WHERE ('1'='1",
      "x' UNION SELECT sql FROM sqlite_schema --",
      "/*",
      "*/",
      "/* ' */",
      "-- ",
      ";",
      "?",
      "?1",
      "?999999",
      ":name",
      "@name",
      "$1",
      "$name",
      "{}",
      "{0}",
      "}{",
      "%",
      "_",
      "%%",
      "100%",
      "a_b",
      "\\",
      "\\\\",
      "\\%",
      "\\'",
      "*",
      "[a-z]",
      "[^a]",
      "^$",
      ".*",
      "(((",
      "%s%n%x",
      "%d",
      "{\"a\":1}",
      "[1,2]",
      "\"]},{\"",
      "$.a",
      "$[0]",
      "NULL",
      "null",
      "0x1F",
      "1e309",
      "-0",
      " ",
      "\t\r\n",
      "\x01\x1b[31m",
      "\x7f",
      "caf\xc3\xa9",
      "\xf0\x9f\x98\x80",
      "\xef\xbf\xbd",
      "\xe2\x80\xae"
      "abc",
      "\xef\xbc\x87 OR 1=1",  // a full-width apostrophe, which some conversions turn into a plain one
      "\xca\xbc",
      "I\xcc\x87",
      "a\0b"s,
      "\0"s,
      "\0' OR 1=1"s,
      "a\0"s,
      "\xc0\xa7 OR 1=1",  // an overlong apostrophe
      "\xe0\x80\xa7",
      "\xc0\x80",
      "\xff\xfe",
      "\xed\xa0\x80",
      "\xf4\x90\x80\x80",
      "\xc3",
      std::string(3'000, '\''),
      std::string(3'000, '('),
      "x",
      "a",
      "A",
  };
  return all;
}

bool is_plain_text(const std::string& text) { return ochre::rules::is_text(text); }

/// The hostile strings that are text, and so can be stored as such.
const std::vector<std::string>& texts() {
  static const std::vector<std::string> plain = [] {
    std::vector<std::string> out;
    std::copy_if(hostile().begin(), hostile().end(), std::back_inserter(out), is_plain_text);
    return out;
  }();
  return plain;
}

/// A blog with one post for each hostile text, which is its body.
class Attacked {
 public:
  Attacked() : db(blog::open(file_.url())) {
    db.create_missing();
    author = add_user(db, "Ann");
    tables_ = tables();
    for (const std::string& text : texts()) {
      const std::string title = "t" + std::to_string(rows.size());
      rows.push_back(db.insert(NewPost{.author_id = author.id, .title = title, .body = text}));
    }
  }
  Attacked(const Attacked&) = delete;
  Attacked& operator=(const Attacked&) = delete;
  ~Attacked() {
    CHECK(tables() == tables_);
    CHECK(db.count(posts) == left);
    CHECK(db.count(users) == 1);
  }

  /// The posts whose body meets a test, by their titles, in order.
  template <class Test>
  std::vector<std::string> expected(Test&& test) const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (test(texts()[i])) out.push_back(rows[i].title);
    }
    std::sort(out.begin(), out.end());
    return out;
  }
  template <class C>
  std::vector<std::string> found(const C& condition) const {
    return db.all(from(posts).where(condition).order_by(posts.title).select(posts.title));
  }
  const std::string& path() const { return file_.path(); }

 private:
  std::string tables() const {
    std::string out;
    const auto connection = ochre::sqlite::driver().connect(file_.url(), {});
    const auto visit = [](void* context, ochre::Row& row) {
      ochre::Value cell;
      row.cells(0, std::span(&cell, 1));
      *static_cast<std::string*>(context) += std::string(cell.text()) + "\n";
      return true;
    };
    connection->prepare("select name || coalesce(sql, '') from sqlite_schema order by name")
        ->each({}, {visit, &out});
    return out;
  }

  TemporaryFile file_;
  std::string tables_;

 public:
  ochre::Database db;
  User author;
  std::vector<Post> rows;
  std::int64_t left = static_cast<std::int64_t>(texts().size());  // of the posts, at the end
};

/// Runs what may be refused, but only with one of our errors.
template <class Work>
bool allowed(Work&& work) {
  try {
    work();
    return true;
  } catch (const ochre::Error&) {
    return false;
  }
}

}  // namespace

TEST_CASE_METHOD(Attacked, "hostile values are stored and found exactly") {
  for (std::size_t i = 0; i < texts().size(); ++i) {
    const std::string& text = texts()[i];
    INFO(text);
    CHECK(db.find(posts, rows[i].id)->body == text);
    CHECK(db.all(from(posts).where(posts.body == text)) == std::vector<Post>{rows[i]});
    CHECK(db.count(from(posts).where(posts.body.in({text}))) == 1);
    CHECK(db.count(from(posts).where(posts.body != text)) + 1 == db.count(posts));
    CHECK(db.all(from(posts).where(posts.body == text).select(posts.body)) == std::vector{text});
    CHECK(db.all(
              from(posts).where(posts.id == rows[i].id).select(ochre::coalesce(posts.editor().name, text))) ==
          std::vector{text});
  }
}

TEST_CASE_METHOD(Attacked, "hostile values in every kind of write") {
  for (std::size_t i = 0; i < texts().size(); ++i) {
    const std::string& text = texts()[i];
    INFO(text);
    Post& row = rows[i];
    row.body = text + "!";
    db.update(row);
    CHECK(db.find(posts, row.id)->body == text + "!");
    const auto changed =
        db.update_returning(from(posts).where(posts.body == text + "!").set(posts.body, text));
    REQUIRE(changed.size() == 1);
    CHECK(changed[0].body == text);
    Post saved = changed[0];
    saved.body = text + "?";
    CHECK(db.save(changed[0], saved));
    NewPost again{.author_id = author.id, .title = row.title, .body = text};
    const auto conflict = ochre::on_conflict(posts.author_id, posts.title).update(posts.body);
    CHECK(db.upsert(posts, again, conflict)->body == text);
    const std::vector<NewTag> words{{.name = "a"}, {.name = text}};
    if (allowed([&] { db.insert_returning(tags, std::span(words)); })) {
      CHECK(db.find(tags, text)->name == text);
      CHECK(db.erase(from(tags).where(tags.name == text)) == 1);
      db.erase(from(tags));
    }
    CHECK(db.count(tags) == 0);
    const std::vector<std::byte> bytes(reinterpret_cast<const std::byte*>(text.data()),
                                       reinterpret_cast<const std::byte*>(text.data()) + text.size());
    author.avatar = bytes;
    db.update(author);
    CHECK(db.find(users, author.id)->avatar == bytes);
  }
  db.update(posts, std::span(rows = db.all(from(posts).order_by(posts.title))));
}

TEST_CASE_METHOD(Attacked, "what is no text is refused before the database sees it") {
  for (const std::string& text : hostile()) {
    if (is_plain_text(text)) continue;
    INFO(text);
    NewPost fields{.author_id = author.id, .title = "no text", .body = text};
    CHECK_THROWS_AS(db.insert(fields), ochre::ValidationFailed);
    CHECK_THROWS_AS(db.insert(posts, std::span(&fields, 1)), ochre::ValidationFailed);
    CHECK_THROWS_AS(db.upsert(posts, fields, ochre::on_conflict(posts.author_id, posts.title)),
                    ochre::ValidationFailed);
    Post row = rows[0];
    row.body = text;
    CHECK_THROWS_AS(db.update(row), ochre::ValidationFailed);
    CHECK_THROWS_AS(db.save(rows[0], row), ochre::ValidationFailed);
  }
}

TEST_CASE_METHOD(Attacked, "hostile patterns match what contains them, and nothing else") {
  for (const std::string& text : texts()) {
    INFO(text);
    CHECK(found(posts.body.contains(text)) ==
          expected([&](const std::string& body) { return body.find(text) != std::string::npos; }));
    CHECK(found(posts.body.starts_with(text)) ==
          expected([&](const std::string& body) { return body.starts_with(text); }));
    CHECK(found(posts.body.ends_with(text)) ==
          expected([&](const std::string& body) { return body.ends_with(text); }));
  }
}

TEST_CASE_METHOD(Attacked, "patterns that are no text match no text without their bytes, or are refused") {
  for (const std::string& text : hostile()) {
    if (is_plain_text(text)) continue;
    INFO(text);
    for (const auto& condition : {posts.body.contains(text), posts.body.starts_with(text),
                                  posts.body.ends_with(text), posts.body.contains_fold(text),
                                  posts.body.starts_with_fold(text), posts.body.ends_with_fold(text)}) {
      allowed([&] {
        for (const std::string& title : found(condition)) {
          const auto at = static_cast<std::size_t>(std::stoi(title.substr(1)));
          CHECK(texts()[at].find(text) != std::string::npos);
        }
      });
    }
  }
}

TEST_CASE_METHOD(Attacked, "hostile texts as patterns and operands of functions") {
  for (const std::string& text : hostile()) {
    INFO(text);
    for (const auto& condition :
         {posts.body.like(text), posts.body.like_fold(text), posts.body.contains_fold(text)})
      allowed([&] { static_cast<void>(db.all(from(posts).where(condition))); });
    CHECK(db.count(from(posts).where(ochre::raw<bool>("{} = {}", posts.body, text))) ==
          (is_plain_text(text) ? 1 : 0));
    CHECK(db.all(from(users).select(ochre::raw<std::string>("{}", text))) == std::vector{text});
    CHECK(db.all(from(users).select(ochre::case_when(users.id > 0, text).otherwise("no"))) ==
          std::vector{text});
    allowed([&] { static_cast<void>(db.all(from(users).select(ochre::json_text(users.name, text)))); });
    allowed(
        [&] { static_cast<void>(db.all(from(posts).select(ochre::replace(posts.body, text, text + "x")))); });
    allowed([&] { static_cast<void>(db.explain(from(posts).where(posts.body == text))); });
    CHECK(from(posts).where(posts.body == text).sql(ochre::Dialect::Sqlite).text ==
          from(posts).where(posts.body == "x").sql(ochre::Dialect::Sqlite).text);
  }
}

TEST_CASE_METHOD(Attacked, "cursors made of hostile values go on after them; hostile cursors are refused") {
  const auto by_body = from(posts).order_by(posts.body);
  std::vector<std::string> walked;
  ochre::PageRequest request{.size = 1, .after = ""};
  do {
    const auto page = db.page(by_body, request);
    for (const Post& post : page.rows) walked.push_back(post.body);
    request.after = page.next;
  } while (!request.after.empty());
  std::vector<std::string> sorted = texts();
  std::sort(sorted.begin(), sorted.end());
  CHECK(walked == sorted);
  for (const std::string& text : hostile()) {
    INFO(text);
    CHECK_THROWS_AS(db.page(by_body, {.size = 1, .after = text}), ochre::ValidationFailed);
    const std::string cursor = db.page(by_body, {.size = 1, .after = ""}).next;
    CHECK_THROWS_AS(db.page(by_body, {.size = 1, .after = cursor + text}), ochre::ValidationFailed);
    CHECK_THROWS_AS(db.page(by_body, {.size = 1, .after = text + cursor}), ochre::ValidationFailed);
  }
}

TEST_CASE_METHOD(Attacked, "queries as JSON carry hostile values, and are refused with hostile names") {
  using ochre::query_from_json;
  const std::string good = from(posts).where(posts.body == "VALUE").to_json();
  const auto with = [&](std::string_view what, const std::string& replacement) {
    std::string json = good;
    const auto at = json.find(what);
    REQUIRE(at != std::string::npos);
    return json.replace(at, what.size(), replacement);
  };
  for (std::size_t i = 0; i < texts().size(); ++i) {
    INFO(texts()[i]);
    const std::string json = from(posts).where(posts.body == texts()[i]).to_json();
    CHECK(db.all(query_from_json(posts, blog::schema, json)) == std::vector<Post>{rows[i]});
  }
  for (const std::string& text : hostile()) {
    INFO(text);
    allowed([&] {
      const std::string json = from(posts).where(posts.body == text).to_json();
      CHECK(db.count(query_from_json(posts, blog::schema, json)) == (is_plain_text(text) ? 1 : 0));
    });
    CHECK_THROWS_AS(query_from_json(posts, blog::schema, text), ochre::ValidationFailed);
    CHECK_THROWS_AS(query_from_json(posts, blog::schema, good + text + "x"), ochre::ValidationFailed);
    CHECK_THROWS_AS(query_from_json(posts, blog::schema, with("body", text)), ochre::ValidationFailed);
    allowed([&] { static_cast<void>(db.all(query_from_json(posts, blog::schema, with("VALUE", text)))); });
  }
}

TEST_CASE_METHOD(Attacked, "hostile names of databases, in the registry and for Prometheus") {
  for (const std::string& text : hostile()) {
    INFO(text);
    ochre::name_database(text, db);
    CHECK(ochre::database_named(text).count(users) == 1);
    CHECK_THROWS_AS(ochre::database_named(text + "!"), ochre::Error);
    const std::string report = ochre::to_prometheus(db.counters(), text);
    CHECK(std::count(report.begin(), report.end(), '\n') ==
          std::count_if(report.begin(), report.end(), [](char c) { return c == '#'; }) * 3 / 2);
    CHECK(ochre::forget_database(text));
  }
}

TEST_CASE_METHOD(Attacked, "hostile URLs open a file in their directory, or are refused") {
  const std::string directory = path() + "-urls";
  std::filesystem::create_directory(directory);
  std::size_t opened = 0;
  for (const std::string& text : hostile()) {
    INFO(text);
    CHECK_FALSE(allowed([&] { blog::open(text); }));
    if (text.find('/') != std::string::npos) continue;
    if (allowed([&] { blog::open("sqlite:" + directory + "/f" + text).create_missing(); })) ++opened;
  }
  CHECK(opened > 20);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    CHECK(entry.path().filename().string().starts_with("f"));
    ++files;
  }
  CHECK(files <= opened);
  std::filesystem::remove_all(directory);
}
