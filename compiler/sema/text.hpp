// Pieces of messages: quoting, lists, articles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/letters.hpp"

namespace ochrec::sema {

/// In backticks; of a text of more than 120 bytes only the beginning, so that a message stays readable.
std::string quoted(std::string_view name);

/// "`a`, `b` or `c`"; the word stands before the last.
std::string listed(const std::vector<std::string>& names, std::string_view word);

using base::lower_case;  // as SQLite compares names

}  // namespace ochrec::sema
