#include "deb822/paragraph.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "deb822/text.hpp"

namespace deb822 {
namespace {

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool same_name(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace

std::string_view Paragraph::field(std::string_view name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const Field& field) { return same_name(field.name, name); });
  return found == fields_.end() ? std::string_view{} : std::string_view{found->value};
}

std::string_view Paragraph::first_line(std::string_view name) const {
  const std::string_view value = field(name);
  return value.substr(0, value.find('\n'));
}

Reader::Reader(std::FILE* file, std::string name) : file_(file), name_(std::move(name)) {}

Reader::~Reader() { std::free(buffer_); }

bool Reader::next(Paragraph& paragraph) {
  paragraph.fields_.clear();
  while (read_line()) {
    const bool blank = trimmed(text_).empty();
    if (blank && !paragraph.fields_.empty()) return true;
    if (blank || text_.front() == '#') continue;
    if (paragraph.fields_.empty()) paragraph.line_ = line_;
    add_line(paragraph);
  }
  return !paragraph.fields_.empty();
}

bool Reader::read_line() {
  const ssize_t length = ::getline(&buffer_, &capacity_, file_);
  if (length < 0) {
    if (std::ferror(file_) != 0) fail("cannot be read further");
    return false;
  }
  ++line_;
  text_ = {buffer_, static_cast<std::size_t>(length)};
  if (text_.ends_with('\n')) text_.remove_suffix(1);
  return true;
}

void Reader::add_line(Paragraph& paragraph) {
  if (text_.front() != ' ' && text_.front() != '\t') return add_field(paragraph);
  if (paragraph.fields_.empty()) fail("a continuation line without a field before it");
  std::string& value = paragraph.fields_.back().value;
  value += '\n';
  value += text_.substr(1);
}

void Reader::add_field(Paragraph& paragraph) {
  const std::size_t colon = text_.find(':');
  if (colon == std::string_view::npos || colon == 0) fail("expected `Field: value`");
  const std::string_view name = text_.substr(0, colon);
  if (name.find_first_of(" \t") != std::string_view::npos) fail("a field name with a blank in it");
  const auto same = [&](const Paragraph::Field& field) { return same_name(field.name, name); };
  if (std::any_of(paragraph.fields_.begin(), paragraph.fields_.end(), same)) {
    fail("the field " + std::string(name) + " twice in one paragraph");
  }
  paragraph.fields_.push_back({std::string(name), std::string(trimmed(text_.substr(colon + 1)))});
}

void Reader::fail(std::string_view what) const {
  throw SyntaxError(name_ + ":" + std::to_string(line_) + ": " + std::string(what));
}

}  // namespace deb822
