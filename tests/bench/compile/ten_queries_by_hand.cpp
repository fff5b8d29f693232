// The same ten queries by hand: no templates, no headers beyond what rows need. rows.hpp is the one with time
// stamps or the one without, as the include path says.
#include <sqlite3.h>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "rows.hpp"
#include "statement.hpp"

std::optional<User> by_key(sqlite3* db, std::int64_t id) {
  Statement statement(db, "select " USER_COLUMNS " from users where id = ?");
  statement.bind(1, id);
  if (!statement.step()) return std::nullopt;
  return read_user(statement);
}

std::vector<User> grown(sqlite3* db, std::int32_t age) {
  Statement statement(
      db, "select " USER_COLUMNS " from users where age >= ? and active = 1 order by name limit 20");
  statement.bind(1, std::int64_t{age});
  std::vector<User> users;
  while (statement.step()) users.push_back(read_user(statement));
  return users;
}

std::optional<User> by_email(sqlite3* db, const std::string& email) {
  Statement statement(db, "select " USER_COLUMNS " from users where email = ? limit 1");
  statement.bind(1, email);
  if (!statement.step()) return std::nullopt;
  return read_user(statement);
}

struct Sales {
  std::string product;
  std::int64_t orders = 0;
  std::optional<std::int64_t> amount;
};

std::vector<Sales> best_sellers(sqlite3* db, std::int64_t brand) {
  Statement statement(db,
                      "select products.name, count(*), sum(order_lines.amount) from order_lines"
                      " join products on products.id = order_lines.product_id where products.brand_id = ?"
                      " group by products.id order by count(*) desc, products.id limit 10");
  statement.bind(1, brand);
  std::vector<Sales> found;
  while (statement.step()) {
    Sales& sales = found.emplace_back();
    sales.product = statement.text(0);
    sales.orders = statement.integer(1);
    if (!statement.null(2)) sales.amount = statement.integer(2);
  }
  return found;
}

std::vector<Product> praised(sqlite3* db, std::int32_t stars) {
  Statement statement(db, "select " PRODUCT_COLUMNS
                          " from products where visible = 1 and exists (select 1 from reviews"
                          " where reviews.product_id = products.id and reviews.stars >= ?)");
  statement.bind(1, std::int64_t{stars});
  std::vector<Product> products;
  while (statement.step()) products.push_back(read_product(statement));
  return products;
}

std::int64_t open_orders(sqlite3* db, std::int64_t customer) {
  Statement statement(db, "select count(*) from orders where customer_id = ? and status = 'open'");
  statement.bind(1, customer);
  statement.step();
  return statement.integer(0);
}

std::vector<OrderLine> lines(sqlite3* db, const std::vector<std::int64_t>& ids) {
  std::string sql = "select " ORDER_LINE_COLUMNS " from order_lines where order_id in (";
  for (std::size_t i = 0; i < ids.size(); ++i) sql += i == 0 ? "?" : ", ?";
  sql += ")";
  Statement statement(db, sql.c_str());
  for (std::size_t i = 0; i < ids.size(); ++i) statement.bind(static_cast<int>(i) + 1, ids[i]);
  std::vector<OrderLine> found;
  while (statement.step()) found.push_back(read_line(statement));
  return found;
}

User add(sqlite3* db, std::string email, std::string name) {
  User user;
  user.email = std::move(email);
  user.name = std::move(name);
  Statement statement(db, insert_user);
  bind_new(statement, user);
  statement.step();
  user.id = sqlite3_last_insert_rowid(db);
  return user;
}

void rename(sqlite3* db, User& user, std::string name) {
  user.name = std::move(name);
  Statement statement(db, update_user);
  bind_changed(statement, user);
  statement.step();
  if (sqlite3_changes(db) != 1) throw std::runtime_error("no such user");
}

std::int64_t clear_coupons(sqlite3* db) {
  Statement statement(db, "delete from coupons where active = 0");
  statement.step();
  return sqlite3_changes(db);
}
