#include "layering/rules.hpp"

#include <algorithm>

#include "layering/edges.hpp"

namespace ochre_layering {
namespace {

constexpr std::size_t longest_file = 500;
constexpr std::size_t longest_median = 120;
constexpr std::string_view public_root = "runtime/include/";

std::string at(const SourceFile& file, const Include& include) {
  return file.path + ":" + std::to_string(include.line) + ": ";
}

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

const Room* room_named(std::string_view name) {
  for (const Room& room : rooms())
    if (last_part(room.path) == name) return &room;
  return nullptr;
}

/// The room a file lives in; a public header belongs to the room that owns it.
const Room* room_of(std::string_view path) {
  if (path.starts_with(public_root)) {
    const auto owner = owner_of_public_header(path.substr(public_root.size()));
    if (owner == vocabulary) return room_named("spell");  // a leaf: words include nothing but words
    return owner ? room_named(*owner) : nullptr;
  }
  for (const Room& room : rooms())
    if (path.starts_with(room.path) && path.substr(room.path.size()).starts_with('/')) return &room;
  return nullptr;
}

bool may_include(const Room& from, std::string_view to) {
  const auto allows = [&](std::string_view room) {
    return std::find(from.may_include.begin(), from.may_include.end(), room) != from.may_include.end();
  };
  if (to == vocabulary) return from.path.starts_with("runtime/") || allows("spell");
  return last_part(from.path) == to || allows(to);
}

const Vendor* vendor_of(std::string_view header) {
  for (const Vendor& vendor : vendors())
    if (header.starts_with(vendor.prefix)) return &vendor;
  return nullptr;
}

bool is_source(std::string_view path) { return path.ends_with(".cpp"); }

bool permits(const Vendor& vendor, std::string_view path) {
  if (vendor.sources_only && !is_source(path)) return false;
  return std::any_of(vendor.places.begin(), vendor.places.end(), [&](std::string_view place) {
    return place.ends_with('/') ? path.starts_with(place) : path == place;
  });
}

/// What is wrong with one include of a project header, or nothing.
std::string fault_of(const SourceFile& file, const Include& include, const Room& room) {
  const std::string_view header = include.header;
  const std::size_t slash = header.find('/');
  if (slash == std::string_view::npos)
    return at(file, include) + "\"" + include.header + "\" does not name its room";
  std::string_view target = header.substr(0, slash);
  if (target == "ochre") {
    if (room.public_headers) return {};
    const auto owner = owner_of_public_header(header);
    if (!owner) return at(file, include) + "no room owns \"" + include.header + "\" in edges.cpp";
    target = *owner;
  } else if (file.path.starts_with(public_root)) {
    return at(file, include) + "a public header includes the private \"" + include.header + "\"";
  } else if (!room_named(target)) {
    return at(file, include) + "\"" + include.header + "\" names no room";
  }
  if (may_include(room, target)) return {};
  return at(file, include) + std::string(room.path) + " may not include " + std::string(target) + " (\"" +
         include.header + "\")";
}

}  // namespace

Findings includes_follow_edges(std::span<const SourceFile> files) {
  Findings out;
  for (const SourceFile& file : files) {
    const Room* room = room_of(file.path);
    if (!room) {
      out.push_back(file.path + ": belongs to no room of edges.cpp");
      continue;
    }
    for (const Include& include : file.includes) {
      const bool ours = include.quoted || include.header.starts_with("ochre/");
      if (!ours || vendor_of(include.header)) continue;
      if (std::string fault = fault_of(file, include, *room); !fault.empty()) out.push_back(std::move(fault));
    }
  }
  return out;
}

Findings vendors_stay_in_place(std::span<const SourceFile> files) {
  Findings out;
  for (const SourceFile& file : files)
    for (const Include& include : file.includes)
      if (const Vendor* vendor = vendor_of(include.header); vendor && !permits(*vendor, file.path))
        out.push_back(at(file, include) + "<" + include.header + "> is not to be seen here");
  return out;
}

Findings public_headers_stay_cheap(std::span<const SourceFile> files) {
  Findings out;
  for (const SourceFile& file : files) {
    if (!file.path.starts_with(public_root)) continue;
    for (const Include& include : file.includes) {
      const bool time = is_time_header(file.path);
      if (is_heavy(include.header) && !(time && include.header == "chrono"))
        out.push_back(at(file, include) + "<" + include.header + "> costs every file that includes this");
      if (!time && is_time_header("runtime/include/" + include.header))
        out.push_back(at(file, include) + "\"" + include.header + "\" brings <chrono> with it");
    }
  }
  return out;
}

Findings own_header_comes_first(std::span<const SourceFile> files) {
  Findings out;
  for (const SourceFile& file : files) {
    if (!is_source(file.path)) continue;
    const std::string stem = file.path.substr(0, file.path.size() - 4);
    const std::string own = stem.substr(stem.find('/') + 1) + ".hpp";
    const std::string own_public = "ochre/" + std::string(last_part(stem)) + ".hpp";
    for (const Include& include : file.includes)
      if ((include.header == own || include.header == own_public) && &include != &file.includes.front())
        out.push_back(at(file, include) + "its own header is not the first");
  }
  return out;
}

Findings files_tell_one_story(std::span<const SourceFile> files) {
  Findings out;
  std::vector<std::size_t> sizes;
  for (const SourceFile& file : files) {
    sizes.push_back(file.lines);
    if (!is_source(file.path) && !file.opens_with_comment)
      out.push_back(file.path + ": does not open with a comment that says what it is");
    if (file.lines > longest_file)
      out.push_back(file.path + ": " + std::to_string(file.lines) + " lines; split it");
  }
  if (sizes.empty()) return out;
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  if (*middle > longest_median)
    out.push_back("the median file has " + std::to_string(*middle) + " lines; the limit is " +
                  std::to_string(longest_median));
  return out;
}

Findings targets_follow_edges(std::span<const RoomTarget> targets) {
  Findings out;
  for (const RoomTarget& found : targets) {
    const Room* room = room_of(found.path + "/");
    if (!room) {
      out.push_back(found.path + ": is no room of edges.cpp");
      continue;
    }
    for (const std::string& link : found.links) {
      const bool compiler = link.starts_with("ochrec_");
      if (!compiler && !link.starts_with("ochre_")) continue;
      const std::string_view target = std::string_view(link).substr(link.find('_') + 1);
      const bool open = room->public_headers && !compiler;
      const bool parser = target == "grammar" && room->path == "compiler/syntax";
      if (!parser && !open && !may_include(*room, target))
        out.push_back(found.path + "/CMakeLists.txt: " + found.target + " may not link " + link);
    }
  }
  return out;
}

}  // namespace ochre_layering
