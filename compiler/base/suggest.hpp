// "Did you mean": the nearest of the names that would have been right.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ochrec::base {

/// The candidate that differs in case alone, or the one with the smallest edit distance (insertion, deletion,
/// substitution; letters that are swapped and differences of case count less), if it is near enough to be a
/// likely slip. The first of equals wins, so pass candidates in a fixed order.
std::optional<std::string> nearest(std::string_view written, std::span<const std::string> candidates);

}  // namespace ochrec::base
