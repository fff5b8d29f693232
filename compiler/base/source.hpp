// Source text and places in it. Knows bytes, lines and characters; knows nothing of schemas.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace ochrec::base {

/// Which file of a `Sources` a place belongs to.
enum class FileId : std::uint32_t {};

/// Half-open range of byte offsets in one file. An empty span marks a place between two characters.
struct Span {
  FileId file{};
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Span&) const = default;
};

/// The smallest span that covers both; they belong to one file.
Span cover(Span first, Span last);

/// One-based, as editors show it. The column counts code points, so that it is the same in every encoding.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// One file's text, kept as it was read save for a leading byte order mark, which is dropped.
class SourceFile {
 public:
  SourceFile(FileId id, std::string path, std::string text);

  FileId id() const { return id_; }
  /// As the user wrote it, or as the import resolved; used in every message.
  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  std::string_view text(Span span) const;

  Position position(std::uint32_t offset) const;
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }
  /// Offset of the first byte of a one-based line.
  std::uint32_t line_start(std::uint32_t line) const { return line_starts_.at(line - 1); }
  /// A one-based line without its line end.
  std::string_view line(std::uint32_t line) const;

 private:
  FileId id_;
  std::string path_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
};

/// Owns the files of one run. References stay valid while more files are added.
class Sources {
 public:
  FileId add(std::string path, std::string text);
  const SourceFile& file(FileId id) const { return files_.at(static_cast<std::size_t>(id)); }
  std::size_t size() const { return files_.size(); }

 private:
  std::deque<SourceFile> files_;
};

/// Number of code points in well-formed UTF-8; in other text, each stray byte counts as one.
std::size_t count_code_points(std::string_view text);

}  // namespace ochrec::base
