#include "model/naming.hpp"

#include <catch2/catch.hpp>

using namespace ochrec::model;

TEST_CASE("words of a name are told apart by capitals") {
  CHECK(snake_case("User") == "user");
  CHECK(snake_case("PostTag") == "post_tag");
  CHECK(snake_case("HTTPServer") == "http_server");
  CHECK(snake_case("UserID") == "user_id");
  CHECK(snake_case("Area51Report") == "area51_report");
  CHECK(snake_case("already_snake") == "already_snake");
  CHECK(snake_case("Mixed_Case") == "mixed_case");
  CHECK(snake_case("A") == "a");
  CHECK(snake_case("").empty());
}

TEST_CASE("enumerators and rows are written in capitals") {
  CHECK(pascal_case("author") == "Author");
  CHECK(pascal_case("admin_user") == "AdminUser");
  CHECK(pascal_case("superUser") == "SuperUser");
  CHECK(pascal_case("x86_64") == "X8664");
  CHECK(pascal_case("").empty());
}

TEST_CASE("plurals follow a short rule") {
  CHECK(plural("user") == "users");
  CHECK(plural("address") == "addresses");
  CHECK(plural("box") == "boxes");
  CHECK(plural("quiz") == "quizes");
  CHECK(plural("branch") == "branches");
  CHECK(plural("dish") == "dishes");
  CHECK(plural("category") == "categories");
  CHECK(plural("day") == "days");
  CHECK(plural("y") == "ys");
}

TEST_CASE("a table is the plural of its model") {
  CHECK(table_name("User") == "users");
  CHECK(table_name("HTTPServer") == "http_servers");
  CHECK(table_name("PostTag") == "post_tags");
  CHECK(table_name("ProductCategory") == "product_categories");
}
