#include "sql/names.hpp"

#include <catch2/catch.hpp>
#include <set>

namespace sql = ochrec::sql;

TEST_CASE("short names stay as they are") {
  CHECK(sql::shortened("users") == "users");
  CHECK(sql::shortened(std::string(63, 'x')) == std::string(63, 'x'));
  CHECK(sql::joined_name("users", std::vector<std::string>{"a", "b"}, "idx") == "users_a_b_idx");
}

TEST_CASE("long names keep 63 bytes, whole characters and their difference") {
  const std::string long_name(100, 'x');
  const std::string cut = sql::shortened(long_name);
  CHECK(cut.size() == 63);
  CHECK(cut.starts_with(std::string(54, 'x') + "_"));
  CHECK(sql::shortened(long_name + "y") != cut);
  std::string fox;
  for (int turn = 0; turn < 20; ++turn) fox += "🦊";
  const std::string short_fox = sql::shortened(fox);
  CHECK(short_fox.size() <= 63);
  CHECK(short_fox.substr(0, 52) == fox.substr(0, 52));
  CHECK(short_fox[52] == '_');
}

TEST_CASE("a content's hash ends its name, however long the rest") {
  const std::string name = sql::content_name("users", "adult", "age >= 18");
  CHECK(name.size() == std::string("users_adult_").size() + 8);
  CHECK(name == sql::content_name("users", "adult", "age >= 18"));
  CHECK(name != sql::content_name("users", "adult", "age >= 19"));
  std::set<std::string> names;
  for (const std::string& label : {std::string(80, 'a'), std::string(81, 'a')}) {
    for (const std::string& content : {std::string("1"), std::string("2")}) {
      const std::string long_name = sql::content_name("users", label, content);
      CHECK(long_name.size() <= 63);
      CHECK(long_name.ends_with(sql::short_hash(content)));
      names.insert(long_name);
    }
  }
  CHECK(names.size() == 4);
}

TEST_CASE("hashes never change, because databases hold them") {
  CHECK(sql::short_hash("") == "2a0e14b8");
  CHECK(sql::short_hash("age >= 18") == "b748306a");
}

TEST_CASE("hashes of similar texts differ") {
  std::set<std::string> hashes;
  for (int number = 0; number < 20000; ++number)
    hashes.insert(sql::short_hash("x > " + std::to_string(number)));
  CHECK(hashes.size() >= 19999);
}
