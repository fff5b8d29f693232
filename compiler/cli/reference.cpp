#include "cli/reference.hpp"

#include <algorithm>

#include "sema/explain.hpp"
#include "syntax/explain.hpp"

namespace ochrec::cli {

std::vector<base::Explanation> all_explanations() {
  std::vector<base::Explanation> out;
  for (const base::Explanation& page : syntax::explanations()) out.push_back(page);
  for (const base::Explanation& page : sema::explanations()) out.push_back(page);
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.code.id < b.code.id; });
  return out;
}

}  // namespace ochrec::cli
