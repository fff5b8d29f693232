#include "emit/call_tree.hpp"

#include <algorithm>

#include "emit/layout.hpp"

namespace ochrec::emit {

std::string CallTree::flat() const {
  if (!is_call) return text;
  std::vector<std::string> parts;
  for (const CallTree& argument : arguments) parts.push_back(argument.flat());
  return text + "(" + joined(parts) + ")";
}

std::string CallTree::printed(std::size_t column, std::size_t tail, std::size_t margin) const {
  std::string one_line = flat();
  if (!is_call || column + one_line.size() + tail <= page_width) return one_line;
  // Below the first argument when each fits there on its own; else on lines of their own, a little deeper.
  const std::size_t beside = column + text.size() + 1;
  const bool fit = std::ranges::all_of(arguments, [&](const CallTree& argument) {
    return beside + argument.flat().size() + 1 + tail <= page_width;
  });
  const std::size_t place = fit ? beside : margin + 4;
  std::string out = text + "(";
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    if (at > 0) out += ",";
    if (at > 0 || !fit) out += "\n" + std::string(place, ' ');
    const bool last = at + 1 == arguments.size();
    out += arguments[at].printed(place, last ? tail + 1 : 1, place);
  }
  return out + ")";
}

}  // namespace ochrec::emit
