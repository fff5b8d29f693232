// The parts of explain.hpp's list. Private to this room.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"

namespace ochrec::syntax {

std::vector<base::Explanation> file_pages();
std::vector<base::Explanation> word_pages();
std::vector<base::Explanation> brace_pages();
std::vector<base::Explanation> expression_pages();
std::vector<base::Explanation> construct_pages();

}  // namespace ochrec::syntax
