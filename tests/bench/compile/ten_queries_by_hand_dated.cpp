// The ten queries by hand over rows with time stamps: what ten_queries_by_hand.cpp does, and <chrono> for the
// moments.
#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

using Moment = std::chrono::sys_time<std::chrono::microseconds>;

enum class Role { Customer, Clerk, Admin };

struct User {
  std::int64_t id = 0;
  std::string email;
  std::string name;
  std::optional<std::int32_t> age;
  Role role = Role::Customer;
  double score = 0;
  bool active = true;
  Moment created_at;
  Moment updated_at;
};

struct Product {
  std::int64_t id = 0;
  std::int64_t brand_id = 0;
  std::optional<std::int64_t> category_id;
  std::string name;
  std::string summary;
  std::int64_t price = 0;
  std::optional<double> weight;
  bool visible = true;
  Moment created_at;
  Moment updated_at;
};

struct OrderLine {
  std::int64_t id = 0;
  std::int64_t order_id = 0;
  std::int64_t product_id = 0;
  std::int32_t amount = 0;
  std::int64_t price = 0;
  Moment created_at;
  Moment updated_at;
};

namespace {

class Statement {
 public:
  Statement(sqlite3* db, const char* sql) : db_(db) {
    if (sqlite3_prepare_v2(db, sql, -1, &statement_, nullptr) != SQLITE_OK) fail();
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { sqlite3_finalize(statement_); }

  void bind(int at, std::int64_t value) { sqlite3_bind_int64(statement_, at, value); }
  void bind(int at, double value) { sqlite3_bind_double(statement_, at, value); }
  void bind(int at, const std::string& value) {
    sqlite3_bind_text(statement_, at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
  }
  void bind_null(int at) { sqlite3_bind_null(statement_, at); }
  bool step() {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail();
    return code == SQLITE_ROW;
  }
  bool null(int at) { return sqlite3_column_type(statement_, at) == SQLITE_NULL; }
  std::int64_t integer(int at) { return sqlite3_column_int64(statement_, at); }
  double real(int at) { return sqlite3_column_double(statement_, at); }
  void bind(int at, Moment value) { sqlite3_bind_int64(statement_, at, value.time_since_epoch().count()); }
  Moment moment(int at) { return Moment(std::chrono::microseconds(sqlite3_column_int64(statement_, at))); }
  std::string text(int at) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, at));
    return std::string(bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_, at)));
  }

 private:
  [[noreturn]] void fail() { throw std::runtime_error(sqlite3_errmsg(db_)); }

  sqlite3* db_;
  sqlite3_stmt* statement_ = nullptr;
};

Role role_of(const std::string& text) {
  if (text == "customer") return Role::Customer;
  if (text == "clerk") return Role::Clerk;
  if (text == "admin") return Role::Admin;
  throw std::runtime_error("unknown role " + text);
}

const char* text_of(Role role) {
  switch (role) {
    case Role::Customer: return "customer";
    case Role::Clerk: return "clerk";
    case Role::Admin: return "admin";
  }
  return "";
}

User read_user(Statement& row) {
  User user;
  user.id = row.integer(0);
  user.email = row.text(1);
  user.name = row.text(2);
  if (!row.null(3)) user.age = static_cast<std::int32_t>(row.integer(3));
  user.role = role_of(row.text(4));
  user.score = row.real(5);
  user.active = row.integer(6) != 0;
  user.created_at = row.moment(7);
  user.updated_at = row.moment(8);
  return user;
}

Product read_product(Statement& row) {
  Product product;
  product.id = row.integer(0);
  product.brand_id = row.integer(1);
  if (!row.null(2)) product.category_id = row.integer(2);
  product.name = row.text(3);
  product.summary = row.text(4);
  product.price = row.integer(5);
  if (!row.null(6)) product.weight = row.real(6);
  product.visible = row.integer(7) != 0;
  product.created_at = row.moment(8);
  product.updated_at = row.moment(9);
  return product;
}

OrderLine read_line(Statement& row) {
  OrderLine line;
  line.id = row.integer(0);
  line.order_id = row.integer(1);
  line.product_id = row.integer(2);
  line.amount = static_cast<std::int32_t>(row.integer(3));
  line.price = row.integer(4);
  line.created_at = row.moment(5);
  line.updated_at = row.moment(6);
  return line;
}

Moment now() {
  return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

constexpr const char* user_by_key =
    "select id, email, name, age, role, score, active, created_at, updated_at from users where id = ?";

}  // namespace

std::optional<User> by_key(sqlite3* db, std::int64_t id) {
  Statement statement(db, user_by_key);
  statement.bind(1, id);
  if (!statement.step()) return std::nullopt;
  return read_user(statement);
}

std::vector<User> grown(sqlite3* db, std::int32_t age) {
  Statement statement(db,
                      "select id, email, name, age, role, score, active, created_at, updated_at from users"
                      " where age >= ? and active = 1 order by name limit 20");
  statement.bind(1, std::int64_t{age});
  std::vector<User> users;
  while (statement.step()) users.push_back(read_user(statement));
  return users;
}

std::optional<User> by_email(sqlite3* db, const std::string& email) {
  Statement statement(db,
                      "select id, email, name, age, role, score, active, created_at, updated_at from users "
                      "where email = ? limit 1");
  statement.bind(1, email);
  if (!statement.step()) return std::nullopt;
  return read_user(statement);
}

std::vector<Product> cheap(sqlite3* db, std::int64_t price) {
  Statement statement(
      db,
      "select id, brand_id, category_id, name, summary, price, weight, visible, created_at, updated_at"
      " from products"
      " where price < ? and visible = 1 order by price");
  statement.bind(1, price);
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

bool has_reviews(sqlite3* db, std::int64_t product) {
  Statement statement(db, "select 1 from reviews where product_id = ? limit 1");
  statement.bind(1, product);
  return statement.step();
}

std::vector<OrderLine> lines(sqlite3* db, const std::vector<std::int64_t>& ids) {
  std::string sql =
      "select id, order_id, product_id, amount, price, created_at, updated_at from order_lines where "
      "order_id in (";
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
  user.created_at = user.updated_at = now();
  Statement statement(db,
                      "insert into users (email, name, age, role, score, active, created_at, updated_at)"
                      " values (?, ?, ?, ?, ?, ?, ?, ?)");
  statement.bind(1, user.email);
  statement.bind(2, user.name);
  statement.bind_null(3);
  statement.bind(4, std::string(text_of(user.role)));
  statement.bind(5, user.score);
  statement.bind(6, std::int64_t{user.active});
  statement.bind(7, user.created_at);
  statement.bind(8, user.updated_at);
  statement.step();
  user.id = sqlite3_last_insert_rowid(db);
  return user;
}

void rename(sqlite3* db, User& user, std::string name) {
  user.name = std::move(name);
  user.updated_at = now();
  Statement statement(db,
                      "update users set email = ?, name = ?, age = ?, role = ?, score = ?, active = ?, "
                      "updated_at = ? where id = ?");
  statement.bind(1, user.email);
  statement.bind(2, user.name);
  if (user.age)
    statement.bind(3, std::int64_t{*user.age});
  else
    statement.bind_null(3);
  statement.bind(4, std::string(text_of(user.role)));
  statement.bind(5, user.score);
  statement.bind(6, std::int64_t{user.active});
  statement.bind(7, user.updated_at);
  statement.bind(8, user.id);
  statement.step();
  if (sqlite3_changes(db) != 1) throw std::runtime_error("no such user");
}

std::int64_t clear_coupons(sqlite3* db) {
  Statement statement(db, "delete from coupons where active = 0");
  statement.step();
  return sqlite3_changes(db);
}
