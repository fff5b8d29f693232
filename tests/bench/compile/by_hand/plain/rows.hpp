// The rows of three models, how they are read and written, and the columns' names.
// Its twin in the other folder is for the same models with time stamps: each is what a person would write for
// them, since whatever the two shared would weigh in what the contest measures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "statement.hpp"

struct User {
  std::int64_t id = 0;
  std::string email;
  std::string name;
  std::optional<std::int32_t> age;
  Role role = Role::Customer;
  double score = 0;
  bool active = true;
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
};

struct OrderLine {
  std::int64_t id = 0;
  std::int64_t order_id = 0;
  std::int64_t product_id = 0;
  std::int32_t amount = 0;
  std::int64_t price = 0;
};

// Literals that join others at compile time, so that no query is put together while the program runs.
#define USER_COLUMNS "id, email, name, age, role, score, active"
#define PRODUCT_COLUMNS "id, brand_id, category_id, name, summary, price, weight, visible"
#define ORDER_LINE_COLUMNS "id, order_id, product_id, amount, price"

inline User read_user(Statement& row) {
  User user;
  user.id = row.integer(0);
  user.email = row.text(1);
  user.name = row.text(2);
  if (!row.null(3)) user.age = static_cast<std::int32_t>(row.integer(3));
  user.role = role_of(row.text(4));
  user.score = row.real(5);
  user.active = row.integer(6) != 0;
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
  return product;
}

inline OrderLine read_line(Statement& row) {
  OrderLine line;
  line.id = row.integer(0);
  line.order_id = row.integer(1);
  line.product_id = row.integer(2);
  line.amount = static_cast<std::int32_t>(row.integer(3));
  line.price = row.integer(4);
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
    "insert into users (email, name, age, role, score, active) values (?, ?, ?, ?, ?, ?)";
inline void bind_new(Statement& statement, User& user) { bind_columns(statement, user); }

constexpr const char* update_user =
    "update users set email = ?, name = ?, age = ?, role = ?, score = ?, active = ? where id = ?";
inline void bind_changed(Statement& statement, User& user) {
  bind_columns(statement, user);
  statement.bind(7, user.id);
}
