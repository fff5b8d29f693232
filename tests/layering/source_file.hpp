// A source file as the layering rules see it: its place, its includes and its size. Judging it is left to
// rules.hpp.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ochre_layering {

struct Include {
  std::string header;
  bool quoted = false;
  std::size_t line = 0;  // from 1
};

struct SourceFile {
  std::string path;  // relative to the project, with `/`
  std::vector<Include> includes;
  std::size_t lines = 0;
  bool opens_with_comment = false;
};

/// What a room's CMakeLists.txt passes to `ochre_room`: the target and everything it links.
struct RoomTarget {
  std::string path;
  std::string target;
  std::vector<std::string> links;
};

SourceFile read_source(std::string path, std::string_view text);
RoomTarget read_room_target(std::string path, std::string_view text);

std::string text_of(const std::filesystem::path& path);

/// All .hpp and .cpp below `root/folder`, sorted by path.
std::vector<SourceFile> sources_below(const std::filesystem::path& root, std::string_view folder);

/// All rooms of `root/folder` that have a CMakeLists.txt, sorted by path.
std::vector<RoomTarget> room_targets_below(const std::filesystem::path& root, std::string_view folder);

}  // namespace ochre_layering
