#include "base/source.hpp"

#include <catch2/catch.hpp>

using namespace ochrec::base;

TEST_CASE("places are counted in lines and code points") {
  Sources sources;
  const SourceFile& file = sources.file(sources.add("a.ochre", "größe: int\nx: ä€😀 y\n"));
  CHECK(file.line_count() == 3);
  CHECK(file.line(1) == "größe: int");
  const Position at = file.position(static_cast<std::uint32_t>(file.text().find('y')));
  CHECK(at.line == 2);
  CHECK(at.column == 8);
  CHECK(file.position(0).column == 1);
  CHECK(file.position(static_cast<std::uint32_t>(file.text().size())).line == 3);
}

TEST_CASE("lines end with LF or CRLF") {
  const SourceFile file(FileId{0}, "a.ochre", "one\r\ntwo\nthree");
  CHECK(file.line(1) == "one");
  CHECK(file.line(2) == "two");
  CHECK(file.line(3) == "three");
}

TEST_CASE("a byte order mark is dropped") {
  const SourceFile file(FileId{0}, "a.ochre", "\xEF\xBB\xBFschema x");
  CHECK(file.text() == "schema x");
  CHECK(file.position(0).column == 1);
}

TEST_CASE("an empty file has one empty line") {
  const SourceFile file(FileId{0}, "a.ochre", "");
  CHECK(file.line_count() == 1);
  CHECK(file.line(1).empty());
  CHECK(file.position(0).line == 1);
}

TEST_CASE("a span beyond the text is cut") {
  const SourceFile file(FileId{0}, "a.ochre", "abc");
  CHECK(file.text({FileId{0}, 1, 100}) == "bc");
  CHECK(file.text({FileId{0}, 50, 100}).empty());
}

TEST_CASE("spans are covered from first to last") {
  CHECK(cover({FileId{1}, 5, 9}, {FileId{1}, 2, 3}) == Span{FileId{1}, 2, 9});
}

TEST_CASE("stray bytes count as characters") {
  CHECK(count_code_points("aä€😀") == 4);
  CHECK(count_code_points("\xFF\xFE") == 2);
}
