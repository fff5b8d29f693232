#include "syntax/explain.hpp"

#include <algorithm>

#include "syntax/explain_pages.hpp"

namespace ochrec::syntax {
namespace {

std::vector<base::Explanation> all_pages() {
  std::vector<base::Explanation> pages;
  for (const auto& part : {file_pages(), word_pages(), brace_pages(), expression_pages(), construct_pages()})
    pages.insert(pages.end(), part.begin(), part.end());
  std::sort(pages.begin(), pages.end(), [](const auto& a, const auto& b) { return a.code.id < b.code.id; });
  return pages;
}

}  // namespace

std::span<const base::Explanation> explanations() {
  static const std::vector<base::Explanation> pages = all_pages();
  return pages;
}

}  // namespace ochrec::syntax
