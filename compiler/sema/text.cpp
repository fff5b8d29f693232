#include "sema/text.hpp"

namespace ochrec::sema {

std::string quoted(std::string_view name) {
  constexpr std::size_t longest = 120;  // bytes; a message stays readable whatever stands in the file
  if (name.size() <= longest) return "`" + std::string(name) + "`";
  std::size_t size = longest;
  while (size > 0 && (static_cast<unsigned char>(name[size]) & 0xC0U) == 0x80U) --size;  // whole characters
  return "`" + std::string(name.substr(0, size)) + "…`";
}

std::string listed(const std::vector<std::string>& names, std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (at > 0) out += at + 1 == names.size() ? " " + std::string(word) + " " : ", ";
    out += quoted(names[at]);
  }
  return out;
}

std::string lower_case(std::string_view name) {
  std::string out(name);
  for (char& letter : out)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return out;
}

}  // namespace ochrec::sema
