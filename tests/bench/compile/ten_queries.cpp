// A user's file with ten queries, written with Ochre.
#include "shop/models.hpp"

using namespace shop;
using ochre::from;

std::optional<User> by_key(ochre::Database& db, std::int64_t id) { return db.find(users, id); }

std::vector<User> grown(ochre::Database& db, std::int32_t age) {
  return db.all(
      from(users).where(users.age >= age && users.active == true).order_by(users.name.asc()).limit(20));
}

std::optional<User> by_email(ochre::Database& db, const std::string& email) {
  return db.first(from(users).where(users.email == email));
}

std::vector<Product> cheap(ochre::Database& db, std::int64_t price) {
  return db.all(from(products)
                    .where(products.price < price && products.visible == true)
                    .order_by(products.price.asc()));
}

std::int64_t open_orders(ochre::Database& db, std::int64_t customer) {
  return db.count(from(orders).where(orders.customer_id == customer && orders.status == Status::Open));
}

bool has_reviews(ochre::Database& db, std::int64_t product) {
  return db.exists(from(reviews).where(reviews.product_id == product));
}

std::vector<OrderLine> lines(ochre::Database& db, const std::vector<std::int64_t>& ids) {
  return db.all(from(order_lines).where(order_lines.order_id.in(ids)));
}

User add(ochre::Database& db, std::string email, std::string name) {
  return db.insert(NewUser{.email = std::move(email), .name = std::move(name), .score = 0.0});
}

void rename(ochre::Database& db, User& user, std::string name) {
  user.name = std::move(name);
  db.update(user);
}

std::int64_t clear_coupons(ochre::Database& db) {
  return db.erase(from(coupons).where(coupons.active == false));
}
