// Lines no longer than a page: lists and calls that stay on one line while they fit and are broken as
// clang-format's Google style would, where they do not. Generated code is meant to be read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ochrec::emit {

inline constexpr std::size_t page_width = 110;

/// `head{a, b}tail` after `indent` spaces, which are not part of the result; when that is too wide, one item
/// on each line, each followed by a comma.
std::string braced(std::string_view head, const std::vector<std::string>& items, std::string_view tail,
                   std::size_t indent);

/// The same, with the items of a too wide list below the first one: for designated initialisers inside lists.
std::string braced_in_column(const std::vector<std::string>& items, std::string_view tail,
                             std::size_t indent);

/// `head(a, b)tail`; when that is too wide, arguments below the first one, or on lines of their own, deeper
/// by four.
std::string called(std::string_view head, const std::vector<std::string>& arguments, std::string_view tail,
                   std::size_t indent);

/// As many items to a line as fit, separated by commas; every line starts with `indent` spaces and ends in a
/// comma.
std::string filled(const std::vector<std::string>& items, std::size_t indent);

/// `a, b`.
std::string joined(const std::vector<std::string>& items, std::string_view separator = ", ");

}  // namespace ochrec::emit
