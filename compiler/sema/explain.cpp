#include "sema/explain.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "sema/explain_pages.hpp"

namespace ochrec::sema {
namespace {

std::vector<base::Explanation> all_pages() {
  std::vector<base::Explanation> all;
  for (const auto& pages :
       {declarations_pages(), types_pages(), attributes_pages(), fields_pages(), relations_pages(),
        names_pages(), expressions_pages(), statements_pages(), queries_pages(), warnings_pages()})
    all.insert(all.end(), pages.begin(), pages.end());
  std::sort(all.begin(), all.end(),
            [](const base::Explanation& a, const base::Explanation& b) { return a.code.id < b.code.id; });
  return all;
}

}  // namespace

std::span<const base::Explanation> explanations() {
  static const std::vector<base::Explanation> pages = all_pages();
  return pages;
}

}  // namespace ochrec::sema
