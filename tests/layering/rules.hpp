// The laws of layout, each a function from what was read to sentences about what breaks it. The table they
// consult is edges.hpp.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "layering/source_file.hpp"

namespace ochre_layering {

using Findings = std::vector<std::string>;

/// A room includes only the rooms the table gives it, by room-qualified names; the runtime never the
/// compiler.
Findings includes_follow_edges(std::span<const SourceFile> files);

/// The client libraries, ANTLR and the other dependencies are seen by their own room only.
Findings vendors_stay_in_place(std::span<const SourceFile> files);

/// No public header of the runtime pulls in a standard header that costs every user's file.
Findings public_headers_stay_cheap(std::span<const SourceFile> files);

/// A .cpp includes its own header before anything else, so that each header compiles alone.
Findings own_header_comes_first(std::span<const SourceFile> files);

/// Headers open with a comment, no file exceeds 500 lines, the median stays at 120 or below.
Findings files_tell_one_story(std::span<const SourceFile> files);

/// A room's CMake target links only the rooms the table gives it.
Findings targets_follow_edges(std::span<const RoomTarget> rooms);

}  // namespace ochre_layering
