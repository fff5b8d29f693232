// Writes rows as JSON for json_schema_check.py, which an independent validator reads with the generated JSON
// Schema.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "defaults/json.hpp"
#include "rules/json.hpp"
#include "structs/json.hpp"
#include "types/json.hpp"

namespace {

template <class T>
void write(std::ofstream& out, const char* place, const T& value) {
  out << place << " " << ochre::to_json(value) << "\n";
}

template <class Row>
ochre::Database opened(Row open) {
  ochre::Database db = open();
  db.create_missing();
  return db;
}

}  // namespace

TEST_CASE("rows are written for the validator of JSON Schemas") {
  const char* path = std::getenv("OCHRE_DOCUMENTS");
  if (path == nullptr) return;
  std::ofstream out(path);

  ochre::Database types_db = opened([] { return types::open("sqlite::memory:"); });
  write(out, "types Everything",
        types_db.insert(types::NewEverything{.middle = 1,
                                             .short_ = "abc",
                                             .raw = std::vector<std::byte>(7, std::byte{200}),
                                             .few = std::vector<std::byte>{},
                                             .local = ochre::DateTime(ochre::Duration(-1)),
                                             .payload = ochre::Json{"{\"a\":[1,null]}"},
                                             .shape = types::Point{.x = -1, .y = 2},
                                             .points = {types::Point{}},
                                             .colours = std::vector<types::Colour>{types::Colour::Green}}));

  ochre::Database structs_db = opened([] { return structs::open("sqlite::memory:"); });
  const structs::Geo somewhere{.lat = 1.5, .lon = -2, .label = "x"};
  const structs::Address home{.street = "s", .zip = "1", .note = {}, .geo = somewhere};
  write(out, "structs Shop",
        structs_db.insert(structs::NewShop{
            .address = home,
            .till = structs::Money{.amount = ochre::Decimal<12, 2>("-0.5"), .currency = "USD"},
            .places = {somewhere},
            .history = home}));

  ochre::Database rules_db = opened([] { return rules::open("sqlite::memory:"); });
  write(out, "rules Product",
        rules_db.insert(rules::NewProduct{.code = "abc",
                                          .label = " x ",
                                          .share = 100,
                                          .ratio = 0.25,
                                          .price = ochre::Decimal<8, 2>("9.95"),
                                          .size = "M",
                                          .tags = {"ü", "🎈"},
                                          .opened = ochre::Date(std::chrono::days(20'000))}));

  ochre::Database defaults_db = opened([] { return defaults::open("sqlite::memory:"); });
  write(out, "defaults Token", defaults_db.insert(defaults::NewToken{}));
  CHECK(out.good());
}
