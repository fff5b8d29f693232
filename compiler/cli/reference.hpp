// The pages of all codes, of whichever room.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"

namespace ochrec::cli {

/// By code.
std::vector<base::Explanation> all_explanations();

}  // namespace ochrec::cli
