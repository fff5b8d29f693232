// Both sides of the compile contest give the same answers on the same rows, so that they are worth comparing.
#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/temporary_folder.hpp"
#include "ten_queries.cpp"  // NOLINT(bugprone-suspicious-include)

namespace by_hand {
#include "ten_queries_by_hand.cpp"  // NOLINT(bugprone-suspicious-include)
}

namespace {

template <class Rows>
std::vector<std::int64_t> ids(const Rows& rows) {
  std::vector<std::int64_t> found;
  for (const auto& row : rows) found.push_back(row.id);
  return found;
}

/// Users 1 to 3, a brand with two products, three order lines, reviews and coupons.
void fill(ochre::Database& db, sqlite3* raw) {
  for (const char* name : {"Ada", "Bob", "Cleo"}) add(db, std::string(name) + "@example.com", name);
  for (const char* sql :
       {"update users set age = id * 20", "insert into countries (code, name) values ('pt', 'Portugal')",
        "insert into cities (country_id, name) values (1, 'Lisbon')",
        "insert into addresses (city_id, street, zip) values (1, 'Rua', '1')",
        "insert into brands (name) values ('Acme')",
        "insert into products (brand_id, name, summary, price) values (1, 'Saw', '', 5), (1, 'Axe', '', 7)",
        "insert into orders (customer_id, address_id, total) values (1, 1, 5), (1, 1, 7)",
        "insert into order_lines (order_id, product_id, amount, price)"
        " values (1, 1, 1, 5), (2, 2, 3, 7), (2, 2, 4, 7)",
        "insert into reviews (product_id, author_id, stars, text) values (1, 1, 2, ''), (2, 2, 5, '')",
        "insert into coupons (code, percent, uses, active) values ('a', 5, 0, 0), ('b', 5, 0, 1)"}) {
    INFO(sql);
    REQUIRE(sqlite3_exec(raw, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  }
}

}  // namespace

TEST_CASE("ten queries: both sides read the same") {
  const ochre_test::TemporaryFolder folder;
  const std::string path = (folder.path() / "shop.db").string();
  ochre::Database db = shop::open("sqlite:" + path);
  db.create_missing();
  sqlite3* raw = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &raw) == SQLITE_OK);
  fill(db, raw);

  CHECK(by_key(db, 2)->email == by_hand::by_key(raw, 2)->email);
  CHECK(ids(grown(db, 30)) == std::vector<std::int64_t>{2, 3});
  CHECK(ids(by_hand::grown(raw, 30)) == std::vector<std::int64_t>{2, 3});
  CHECK(by_email(db, "Cleo@example.com")->id == by_hand::by_email(raw, "Cleo@example.com")->id);
  CHECK(open_orders(db, 1) == 2);
  CHECK(by_hand::open_orders(raw, 1) == 2);
  CHECK(ids(praised(db, 4)) == std::vector<std::int64_t>{2});
  CHECK(ids(by_hand::praised(raw, 4)) == std::vector<std::int64_t>{2});
  CHECK(ids(lines(db, {2})) == std::vector<std::int64_t>{2, 3});
  CHECK(ids(by_hand::lines(raw, {2})) == std::vector<std::int64_t>{2, 3});

  const auto sales = best_sellers(db, 1);
  const auto same = by_hand::best_sellers(raw, 1);
  REQUIRE(sales.size() == 2);
  REQUIRE(same.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(sales[i].product == same[i].product);
    CHECK(sales[i].orders == same[i].orders);
    CHECK(sales[i].amount == same[i].amount);
  }
  CHECK(sales.front().amount == 7);

  by_hand::User added = by_hand::add(raw, "d@example.com", "D");
  by_hand::rename(raw, added, "Dora");
  auto user = by_key(db, added.id).value();
  CHECK(user.name == "Dora");
  rename(db, user, "Doro");
  CHECK(by_hand::by_key(raw, added.id)->name == "Doro");
  CHECK(clear_coupons(db) == 1);
  CHECK(by_hand::clear_coupons(raw) == 0);
  sqlite3_close(raw);
}
