// A user's file with ten queries, written with Ochre.
#include "ochre/aggregate.hpp"
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

struct Sales {
  std::string product;
  std::int64_t orders = 0;
  std::optional<std::int64_t> amount;
};

std::vector<Sales> best_sellers(ochre::Database& db, std::int64_t brand) {
  return db.all(from(order_lines)
                    .join(order_lines.product)
                    .where(products.brand_id == brand)
                    .group_by(products.id)
                    .order_by(ochre::count().desc(), products.id)
                    .limit(10)
                    .select(products.name, ochre::count(), sum(order_lines.amount))
                    .as<Sales>());
}

std::vector<Product> praised(ochre::Database& db, std::int32_t stars) {
  return db.all(
      from(products).where(products.visible == true && products.reviews.any(reviews.stars >= stars)));
}

std::int64_t open_orders(ochre::Database& db, std::int64_t customer) {
  return db.count(from(orders).where(orders.customer_id == customer && orders.status == Status::Open));
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
