// The rows of three models with time stamps, how they are read and written, and the columns' names.
// Its twin in the other folder is for the same models without time stamps: each is what a person would write
// for them, since whatever the two shared would weigh in what the contest measures.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "statement.hpp"

using Moment = std::chrono::sys_time<std::chrono::microseconds>;

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

// Literals that join others at compile time, so that no query is put together while the program runs.
#define USER_COLUMNS "id, email, name, age, role, score, active, created_at, updated_at"
#define PRODUCT_COLUMNS \
  "id, brand_id, category_id, name, summary, price, weight, visible, created_at, updated_at"
#define ORDER_LINE_COLUMNS "id, order_id, product_id, amount, price, created_at, updated_at"

inline Moment moment(Statement& row, int at) { return Moment(std::chrono::microseconds(row.integer(at))); }

inline Moment now() {
  return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

inline User read_user(Statement& row) {
  User user;
  user.id = row.integer(0);
  user.email = row.text(1);
  user.name = row.text(2);
  if (!row.null(3)) user.age = static_cast<std::int32_t>(row.integer(3));
  user.role = role_of(row.text(4));
  user.score = row.real(5);
  user.active = row.integer(6) != 0;
  user.created_at = moment(row, 7);
  user.updated_at = moment(row, 8);
  return user;
}

inline Product read_product(Statement& row) {
  Product product;
  product.id = row.integer(0);
  product.brand_id = row.integer(1);
  if (!row.null(2)) product.category_id = row.integer(2);
  product.name = row.text(3);
  product.summary = row.text(4);
  product.price = row.integer(5);
  if (!row.null(6)) product.weight = row.real(6);
  product.visible = row.integer(7) != 0;
  product.created_at = moment(row, 8);
  product.updated_at = moment(row, 9);
  return product;
}

inline OrderLine read_line(Statement& row) {
  OrderLine line;
  line.id = row.integer(0);
  line.order_id = row.integer(1);
  line.product_id = row.integer(2);
  line.amount = static_cast<std::int32_t>(row.integer(3));
  line.price = row.integer(4);
  line.created_at = moment(row, 5);
  line.updated_at = moment(row, 6);
  return line;
}

inline void bind_columns(Statement& statement, const User& user) {
  statement.bind(1, user.email);
  statement.bind(2, user.name);
  if (user.age)
    statement.bind(3, std::int64_t{*user.age});
  else
    statement.bind_null(3);
  statement.bind(4, text_of(user.role));
  statement.bind(5, user.score);
  statement.bind(6, std::int64_t{user.active});
}

constexpr const char* insert_user =
    "insert into users (email, name, age, role, score, active, created_at, updated_at)"
    " values (?, ?, ?, ?, ?, ?, ?, ?)";
inline void bind_new(Statement& statement, User& user) {
  user.created_at = user.updated_at = now();
  bind_columns(statement, user);
  statement.bind(7, std::int64_t{user.created_at.time_since_epoch().count()});
  statement.bind(8, std::int64_t{user.updated_at.time_since_epoch().count()});
}

constexpr const char* update_user =
    "update users set email = ?, name = ?, age = ?, role = ?, score = ?, active = ?, updated_at = ?"
    " where id = ?";
inline void bind_changed(Statement& statement, User& user) {
  user.updated_at = now();
  bind_columns(statement, user);
  statement.bind(7, std::int64_t{user.updated_at.time_since_epoch().count()});
  statement.bind(8, user.id);
}
