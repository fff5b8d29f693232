#include "layering/source_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

namespace ochre_layering {

namespace fs = std::filesystem;

SourceFile read_source(std::string path, std::string_view text) {
  static const std::regex include_line(R"(^\s*#\s*include\s*(["<])([^">]+)[">])");
  SourceFile file;
  file.path = std::move(path);
  file.opens_with_comment = text.starts_with("//");
  std::istringstream lines{std::string(text)};
  std::smatch match;
  for (std::string line; std::getline(lines, line);) {
    ++file.lines;
    if (std::regex_search(line, match, include_line))
      file.includes.push_back({match[2].str(), match[1].str() == "\"", file.lines});
  }
  return file;
}

RoomTarget read_room_target(std::string path, std::string_view text) {
  static const std::regex call(R"(ochre_room\(([^)]*)\))");
  RoomTarget room;
  room.path = std::move(path);
  const std::string all(text);
  std::smatch match;
  if (!std::regex_search(all, match, call)) return room;
  std::istringstream words(match[1].str());
  words >> room.target;
  for (std::string word; words >> word;)
    if (word != "LINKS" && word != "PRIVATE_LINKS") room.links.push_back(word);
  return room;
}

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<SourceFile> sources_below(const fs::path& root, std::string_view folder) {
  std::vector<SourceFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    const fs::path extension = entry.path().extension();
    if (!entry.is_regular_file() || (extension != ".hpp" && extension != ".cpp")) continue;
    files.push_back(read_source(fs::relative(entry.path(), root).generic_string(), text_of(entry.path())));
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

std::vector<RoomTarget> room_targets_below(const fs::path& root, std::string_view folder) {
  std::vector<RoomTarget> found;
  for (const auto& entry : fs::directory_iterator(root / folder)) {
    const fs::path list = entry.path() / "CMakeLists.txt";
    if (fs::is_regular_file(list))
      found.push_back(read_room_target(fs::relative(entry.path(), root).generic_string(), text_of(list)));
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return found;
}

}  // namespace ochre_layering
