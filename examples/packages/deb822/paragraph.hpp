// A reader of Debian's control files (deb822:
// https://manpages.debian.org/bookworm/dpkg-dev/deb822.5.en.html), one paragraph at a time. It knows how a
// file is made of paragraphs and fields; what a field means is for others.
#pragma once

#include <cstddef>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace deb822 {

/// The file is not a control file, or breaks off; the message names file and line.
struct SyntaxError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// One paragraph: its fields in the order of the file. Names compare without regard to ASCII case.
class Paragraph {
 public:
  /// The value without surrounding white space; continuation lines are separated by '\n' and lose their first
  /// blank. Empty when there is no such field. The view lives until the paragraph changes.
  [[nodiscard]] std::string_view field(std::string_view name) const;
  /// The first line of a field; the short form of a Description.
  [[nodiscard]] std::string_view first_line(std::string_view name) const;
  /// Where the paragraph starts, counted from 1.
  [[nodiscard]] std::size_t line() const { return line_; }

 private:
  friend class Reader;
  struct Field {
    std::string name;
    std::string value;
  };
  std::vector<Field> fields_;
  std::size_t line_ = 0;
};

/// Reads paragraphs from a stream that the caller opened and closes. Memory is that of one paragraph.
class Reader {
 public:
  /// `name` is for messages only.
  Reader(std::FILE* file, std::string name);
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader();

  /// Fills `paragraph` and says true, or says false at the end. Throws SyntaxError, also when reading fails.
  [[nodiscard]] bool next(Paragraph& paragraph);

 private:
  bool read_line();
  void add_line(Paragraph& paragraph);
  void add_field(Paragraph& paragraph);
  [[noreturn]] void fail(std::string_view what) const;

  std::FILE* file_;
  std::string name_;
  char* buffer_ = nullptr;  // owned, as getline(3) wants it
  std::size_t capacity_ = 0;
  std::string_view text_;
  std::size_t line_ = 0;
};

}  // namespace deb822
