#include "cli/line_diff.hpp"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <sstream>
#include <vector>

namespace ochrec::cli {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out;
}

using Lines = std::vector<std::string>;

// Comparing takes time in proportion to the product of length and difference.
constexpr std::size_t most_compared_lines = 10'000;

/// How many lines two texts share at their beginning and end.
struct Shared {
  std::size_t front = 0;
  std::size_t back = 0;
};

Shared shared(const Lines& before, const Lines& after) {
  Shared out;
  const std::size_t most = std::min(before.size(), after.size());
  while (out.front < most && before[out.front] == after[out.front]) ++out.front;
  while (out.front + out.back < most &&
         before[before.size() - 1 - out.back] == after[after.size() - 1 - out.back])
    ++out.back;
  return out;
}

// Everything between what both share, as one change.
void replace_middle(const Lines& before, const Lines& after, const Shared& same, std::ostream& out) {
  const auto lines = [&](char sign, const Lines& from) {
    for (std::size_t at = same.front; at < from.size() - same.back; ++at) out << sign << from[at] << "\n";
  };
  const auto range = [&](const Lines& of) {
    const std::size_t count = of.size() - same.back - same.front;
    return std::to_string(same.front + (count > 0 ? 1 : 0)) + "," + std::to_string(count);
  };
  out << "@@ -" << range(before) << " +" << range(after) << " @@\n";
  lines('-', before);
  lines('+', after);
}

void compare(const Lines& before, const Lines& after, std::ostream& out) {
  dtl::Diff<std::string> diff(before, after);
  diff.onHuge();
  diff.compose();
  diff.composeUnifiedHunks();
  diff.printUnifiedFormat(out);
}

}  // namespace

std::string line_diff(std::string_view name, std::string_view before, std::string_view after) {
  if (before == after) return {};
  std::ostringstream out;
  out << "--- " << name << "\n+++ " << name << " (formatted)\n";
  const Lines old_lines = lines_of(before);
  const Lines new_lines = lines_of(after);
  const Shared same = shared(old_lines, new_lines);
  if (std::max(old_lines.size(), new_lines.size()) - same.front - same.back > most_compared_lines)
    replace_middle(old_lines, new_lines, same, out);
  else
    compare(old_lines, new_lines, out);
  const auto ends = [](std::string_view text) { return text.empty() || text.ends_with('\n'); };
  if (ends(before) != ends(after)) out << "\\ No newline at end of file\n";
  return out.str();
}

}  // namespace ochrec::cli
