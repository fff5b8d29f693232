// Two texts as a unified diff, for people to read and `patch` to apply.
#pragma once

#include <string>
#include <string_view>

namespace ochrec::cli {

/// Empty when the texts are equal. The header names the file on both sides.
std::string line_diff(std::string_view name, std::string_view before, std::string_view after);

}  // namespace ochrec::cli
