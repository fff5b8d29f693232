#include "deb822/paragraph.hpp"

#include <catch2/catch.hpp>

namespace {

/// A control file held in memory.
class TextFile {
 public:
  explicit TextFile(std::string text)
      : text_(std::move(text)), file_(::fmemopen(text_.data(), text_.size(), "r")) {}
  TextFile(const TextFile&) = delete;
  TextFile& operator=(const TextFile&) = delete;
  ~TextFile() { std::fclose(file_); }
  [[nodiscard]] deb822::Reader reader() const { return {file_, "control"}; }

 private:
  std::string text_;
  std::FILE* file_;
};

}  // namespace

TEST_CASE("paragraphs end at blank lines, continuation lines lose their first blank") {
  const TextFile file(
      "\n# comment\nPackage: a\nDescription: short\n long\n .\n  item\n\n\n \nPackage: b\r\nVersion:1\r\n");
  deb822::Reader reader = file.reader();
  deb822::Paragraph paragraph;

  REQUIRE(reader.next(paragraph));
  CHECK(paragraph.line() == 3);
  CHECK(paragraph.field("package") == "a");
  CHECK(paragraph.field("Description") == "short\nlong\n.\n item");
  CHECK(paragraph.first_line("Description") == "short");
  CHECK(paragraph.field("Section").empty());

  REQUIRE(reader.next(paragraph));
  CHECK(paragraph.line() == 11);
  CHECK(paragraph.field("Package") == "b");
  CHECK(paragraph.field("Version") == "1");
  CHECK(paragraph.field("Description").empty());
  CHECK_FALSE(reader.next(paragraph));
}

TEST_CASE("a file without an end of line is read to its end") {
  const TextFile file("Package: last");
  deb822::Reader reader = file.reader();
  deb822::Paragraph paragraph;
  REQUIRE(reader.next(paragraph));
  CHECK(paragraph.field("Package") == "last");
  CHECK_FALSE(reader.next(paragraph));
}

TEST_CASE("what is not a control file is refused, with its line") {
  const auto [text, message] = GENERATE(table<const char*, const char*>({
      {"Package: a\nnonsense\n", "control:2: expected `Field: value`"},
      {" text\n", "control:1: a continuation line without a field before it"},
      {"Two words: a\n", "control:1: a field name with a blank in it"},
      {": a\n", "control:1: expected `Field: value`"},
      {"Package: a\npackage: b\n", "control:2: the field package twice in one paragraph"},
  }));
  const TextFile file(text);
  deb822::Reader reader = file.reader();
  deb822::Paragraph paragraph;
  CHECK_THROWS_WITH(reader.next(paragraph), message);
}
