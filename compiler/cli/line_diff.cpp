#include "cli/line_diff.hpp"

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

}  // namespace

std::string line_diff(std::string_view name, std::string_view before, std::string_view after) {
  if (before == after) return {};
  dtl::Diff<std::string> diff(lines_of(before), lines_of(after));
  diff.onHuge();
  diff.compose();
  diff.composeUnifiedHunks();
  std::ostringstream out;
  out << "--- " << name << "\n+++ " << name << " (formatted)\n";
  diff.printUnifiedFormat(out);
  const auto ends = [](std::string_view text) { return text.empty() || text.ends_with('\n'); };
  if (ends(before) != ends(after)) out << "\\ No newline at end of file\n";
  return out.str();
}

}  // namespace ochrec::cli
