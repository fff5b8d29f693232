// The order a schema gives its rows, where a query asks for none.
#include <catch2/catch.hpp>

#include "ochre/aggregate.hpp"
#include "ochre/graph.hpp"
#include "orders/models.hpp"

namespace {

using ochre::from;
using orders::books;
using orders::Grade;

struct Library {
  ochre::Database db = orders::open("sqlite::memory:");
  orders::Author author;

  Library() {
    db.create_missing();
    author = db.insert(orders::NewAuthor{.name = "a"});
    add("b", 3, Grade::Low);
    add("none", std::nullopt, Grade::Low);
    add("c", 5, Grade::High);
    add("a", 5, Grade::High);
    add("d", 5, Grade::Middle);
  }
  void add(const std::string& title, std::optional<std::int32_t> rating, Grade grade) {
    db.insert(orders::NewBook{.author_id = author.id, .title = title, .rating = rating, .grade = grade});
  }
};

template <class Rows>
std::string titles(const Rows& rows) {
  std::string out;
  for (const orders::Book& book : rows) out += book.title + " ";
  return out;
}

}  // namespace

TEST_CASE("rows come in the model's order unless a query says otherwise") {
  Library library;
  ochre::Database& db = library.db;
  CHECK(titles(db.all(from(books))) == "d a c b none ");  // enums as declared, NULLs last
  CHECK(titles(db.all(from(books).order_by(books.title.desc()))) == "none d c b a ");
  CHECK(db.first(from(books))->title == "d");
  CHECK(titles(db.all(from(books).where(books.rating == 5).limit(2))) == "d a ");
  CHECK(db.count(from(books)) == 5);
}

TEST_CASE("graphs order each parent's rows by it") {
  Library library;
  const auto graph = library.db.graph(from(orders::authors).include(orders::authors.books));
  for (const orders::Author& author : graph)
    CHECK(titles(graph.of(author, orders::authors.books)) == "d a c b none ");
}

TEST_CASE("a query that is no list of rows is left alone") {
  Library library;
  const auto pages = library.db.all(from(books).select(ochre::sum(books.pages)));
  CHECK(pages.size() == 1);
  CHECK(library.db.update(from(books).set(books.pages, 2)) == 5);
}
