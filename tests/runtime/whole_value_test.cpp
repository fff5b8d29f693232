// Arrays and structs in queries: set as a whole, compared for equality, and none of what the database makes.
#include <tuple>

#include "database.hpp"
#include "shop.hpp"

using namespace shop;
using namespace ochre_test;
using ochre::from;

namespace {

using Words = std::vector<std::string>;
const auto apple = from(items).where(items.id == 1);

}  // namespace

TEST_CASE_METHOD(Shop, "arrays are set and compared") {
  const Words words{"red", "\"round\"", ""};
  db.update(apple.set(items.words, words));
  CHECK(db.find(items, 1)->words == words);
  CHECK(names(items.words == words) == Names{"apple"});
  CHECK(names(items.words != words) == Names{"bread", "cake"});
  CHECK(names(items.words == Words{}) == Names{"bread", "cake"});
  CHECK(names(items.words == items.words).size() == 3);
  db.update(from(items).where(items.words == words).set(items.words, Words{}));
  CHECK(names(items.words == Words{}).size() == 3);
}

TEST_CASE_METHOD(Shop, "structs kept as JSON are set and compared") {
  db.update(apple.set(items.size, Size{3, 4}));
  CHECK(db.find(items, 1)->size == Size{3, 4});
  CHECK(names(items.size == Size{3, 4}) == Names{"apple"});
  CHECK(names(items.size == std::nullopt) == Names{"bread", "cake"});
  db.update(apple.set(items.size, std::nullopt));
  CHECK(db.find(items, 1)->size == std::nullopt);
  db.update(apple.set(items.size, std::optional<Size>(Size{1, 1})).set(items.facts, ochre::Json{"[1]"}));
  CHECK(db.find(items, 1)->size == Size{1, 1});
  CHECK(db.find(items, 1)->facts == ochre::Json{"[1]"});
  CHECK(names(items.facts == std::nullopt) == Names{"bread", "cake"});
}

TEST_CASE_METHOD(Shop, "flattened structs are set column by column, or not at all") {
  // [whole]
  db.update(from(items).where(items.id == 1).set(items.shelf, Place{.street = "Main", .city = "Ulm"}));
  db.update(from(items).where(items.shelf.city == "Ulm").set(items.words, Words{"red", "round"}));
  // [end]
  CHECK(db.find(items, 1)->words == Words{"red", "round"});
  CHECK(db.find(items, 1)->shelf == Place{.street = "Main", .city = "Ulm"});
  db.update(apple.set(items.shelf, Place{.street = "Side"}));
  CHECK(db.find(items, 1)->shelf == Place{.street = "Side"});
  db.update(apple.set(items.shelf, std::nullopt));
  CHECK(db.find(items, 1)->shelf == std::nullopt);
  db.update(apple.set(items.shelf, std::optional(Place{.street = "High"})).set(items.shelf.city, "Bonn"));
  CHECK(db.find(items, 1)->shelf == Place{.street = "High", .city = "Bonn"});
}

TEST_CASE_METHOD(Shop, "rules of elements and structs hold for what is set") {
  CHECK_THROWS_AS(apple.set(items.words, Words{"red", "a word that is far too long for any label"}),
                  ochre::ValidationFailed);
  CHECK_THROWS_WITH(apple.set(items.words, Words{"red", "a word that is far too long for any label"}),
                    Catch::Contains("words[1]"));
  CHECK_THROWS_WITH(apple.set(items.shelf, Place{.street = ""}), Catch::Contains("shelf.street"));
  db.update(apple.set(items.words, Words{" red "}));
  CHECK(db.find(items, 1)->words == Words{"red"});
}

TEST_CASE_METHOD(Shop, "a conflict sets whole values, too") {
  const NewItem again{.name = "apple", .price = Price("9"), .words = Words{"new"}, .size = Size{5, 6}};
  db.upsert(items, again, ochre::on_conflict(items.name).update(items.words).set(items.size, Size{7, 8}));
  CHECK(db.find(items, 1)->words == Words{"new"});
  CHECK(db.find(items, 1)->size == Size{7, 8});
  CHECK(db.find(items, 1)->price == Price("0.50"));
}
