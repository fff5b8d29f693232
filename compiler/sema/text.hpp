// Pieces of messages: quoting, lists, articles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ochrec::sema {

/// In backticks.
std::string quoted(std::string_view name);

/// "`a`, `b` or `c`"; the word stands before the last.
std::string listed(const std::vector<std::string>& names, std::string_view word);

/// ASCII only, as SQLite compares names.
std::string lower_case(std::string_view name);

}  // namespace ochrec::sema
