#include "base/suggest.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/letters.hpp"

namespace ochrec::base {
namespace {

// Names longer than this are not slips of the finger, and the comparison is quadratic in the length.
constexpr std::size_t longest_name = 64;
constexpr std::size_t step = 4;     // one edit
constexpr std::size_t swapped = 3;  // two letters in the wrong order are the likelier slip
constexpr std::size_t cased = 2;    // a difference of case alone

std::size_t substitution(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? cased : step;
}

std::size_t distance(std::string_view a, std::string_view b) {
  std::array<std::array<std::size_t, longest_name + 1>, longest_name + 1> cost;
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i * step;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j * step;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      cost[i][j] = std::min({cost[i - 1][j] + step, cost[i][j - 1] + step,
                             cost[i - 1][j - 1] + substitution(a[i - 1], b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + swapped);
    }
  }
  return cost[a.size()][b.size()];
}

// Every letter more or less is an edit.
bool lengths_allow(std::string_view a, std::string_view b, std::size_t allowed) {
  return (std::max(a.size(), b.size()) - std::min(a.size(), b.size())) * step <= allowed;
}

bool same_but_for_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char one, char other) { return lower(one) == lower(other); });
}

}  // namespace

std::optional<std::string> nearest(std::string_view written, std::span<const std::string> candidates) {
  if (written.empty() || written.size() > longest_name) return std::nullopt;
  const std::size_t allowed = step * std::max<std::size_t>(1, std::min<std::size_t>(3, written.size() / 3));
  std::optional<std::string> best;
  std::size_t best_cost = allowed + 1;
  for (const std::string& candidate : candidates) {
    if (same_but_for_case(written, candidate)) return candidate;
    if (candidate.size() > longest_name || !lengths_allow(written, candidate, allowed)) continue;
    const std::size_t cost = distance(written, candidate);
    if (cost < best_cost) {
      best_cost = cost;
      best = candidate;
    }
  }
  return best;
}

}  // namespace ochrec::base
