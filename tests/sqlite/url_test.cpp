#include "sqlite/url.hpp"

#include <catch2/catch.hpp>

#include "ochre/errors.hpp"

using Catch::Contains;
using ochre::sqlite::Access;
using ochre::sqlite::parse_url;

TEST_CASE("a path is what follows the scheme, with percent signs decoded") {
  CHECK(parse_url("sqlite:blog.db").path == "blog.db");
  CHECK(parse_url("sqlite:/var/lib/blog.db").path == "/var/lib/blog.db");
  CHECK(parse_url("sqlite:///var/lib/blog.db").path == "///var/lib/blog.db");
  CHECK(parse_url("sqlite:what%3F%25.db").path == "what?%.db");
  CHECK(parse_url("sqlite:caf\xc3\xa9 1.db").path == "caf\xc3\xa9 1.db");
}

TEST_CASE("names that mean something to SQLite are files here") {
  CHECK(parse_url("sqlite:file:x.db").path == "./file:x.db");
  CHECK(parse_url("sqlite::other:").path == "./:other:");
  CHECK_FALSE(parse_url("sqlite::other:").in_memory);
  CHECK(parse_url("sqlite::memory:").in_memory);
}

TEST_CASE("options are read and have the documented defaults") {
  const auto plain = parse_url("sqlite:a.db");
  CHECK(plain.access == Access::Create);
  CHECK(plain.page_size == 8192);
  CHECK(plain.journal == "wal");
  CHECK(plain.synchronous == "normal");
  CHECK(plain.busy_timeout == -1);

  const auto set = parse_url(
      "sqlite:a.db?mode=ro&busy_timeout=20&cache=64MB&mmap=1GB&page_size=4096&journal=delete&synchronous="
      "full&secure_delete=on");
  CHECK(set.access == Access::ReadOnly);
  CHECK(set.busy_timeout == 20);
  CHECK(set.cache_bytes == 64 << 20);
  CHECK(set.mmap_bytes == 1 << 30);
  CHECK(set.page_size == 4096);
  CHECK(set.journal == "delete");
  CHECK(set.synchronous == "full");
  CHECK(set.secure_delete == "on");
  CHECK(parse_url("sqlite:a.db?mode=immutable").access == Access::Immutable);
  CHECK(parse_url("sqlite:a.db?cache=512KB").cache_bytes == 512 << 10);
  CHECK(parse_url("sqlite:a.db?").path == "a.db");
}

TEST_CASE("a URL that cannot be meant is refused with what would be right") {
  struct Case {
    const char* url;
    const char* says;
  };
  const Case cases[] = {
      {"postgresql://x", "does not begin with sqlite:"},
      {"sqlite:", "names no file"},
      {"sqlite:?mode=ro", "names no file"},
      {"sqlite://blog.db", "write sqlite:blog.db"},
      {"sqlite:a.db?mdoe=ro", "unknown option 'mdoe'"},
      {"sqlite:a.db?mode=readonly", "one of rwc, rw, ro, immutable"},
      {"sqlite:a.db?busy_timeout=soon", "takes a number"},
      {"sqlite:a.db?busy_timeout=-1", "takes a number"},
      {"sqlite:a.db?busy_timeout=99999999999", "takes a number"},
      {"sqlite:a.db?cache=", "takes a number"},
      {"sqlite:a.db?page_size=1000", "power of two"},
      {"sqlite:a.db?journal=off", "one of wal, delete, truncate"},
      {"sqlite:a.db?mode=ro&", ""},
      {"sqlite:100%.db", "write %25"},
      {"sqlite:a%0.db", "two hexadecimal digits"},
      {"sqlite:a%00.db", "NUL byte"},
      {"sqlite::memory:?mode=ro", "starts out empty"},
  };
  for (const Case& one : cases) {
    INFO(one.url);
    if (*one.says) {
      CHECK_THROWS_WITH(parse_url(one.url), Contains(one.says));
      CHECK_THROWS_AS(parse_url(one.url), ochre::BadUrl);
    } else {
      CHECK_NOTHROW(parse_url(one.url));
    }
  }
}
