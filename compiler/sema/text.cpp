#include "sema/text.hpp"

namespace ochrec::sema {

std::string quoted(std::string_view name) {
  constexpr std::size_t longest = 120;
  const std::string_view shown = base::beginning(name, longest);
  return "`" + std::string(shown) + (shown.size() < name.size() ? "…`" : "`");
}

std::string listed(const std::vector<std::string>& names, std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (at > 0) out += at + 1 == names.size() ? " " + std::string(word) + " " : ", ";
    out += quoted(names[at]);
  }
  return out;
}

}  // namespace ochrec::sema
