#include "sql/names.hpp"

#include <cstdint>

#include "base/letters.hpp"
#include "spell/name.hpp"

namespace ochrec::sql {

using ochre::spell::longest_name;

std::string short_hash(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a, then a mix, because only some of the bits are kept
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  hash ^= hash >> 32U;
  hash *= 0x9fb21c651e98df25;
  hash ^= hash >> 28U;
  std::string out;
  for (unsigned shift = 32; shift > 0; shift -= 4) out += "0123456789abcdef"[(hash >> (shift - 4)) & 15U];
  return out;
}

std::string shortened(std::string name) {
  if (name.size() <= longest_name) return name;
  const std::string hash = short_hash(name);
  return std::string(base::beginning(name, longest_name - hash.size() - 1)) + '_' + hash;
}

std::string joined_name(std::string_view table, std::span<const std::string> parts, std::string_view tail) {
  std::string out(table);
  for (const std::string& part : parts) (out += '_') += part;
  if (!tail.empty()) (out += '_') += tail;
  return shortened(std::move(out));
}

std::string hashed_name(std::string name, std::string_view content) {
  const std::string hash = short_hash(content);
  // The name's own hash goes in front of the content's, so two long names with one beginning stay apart.
  if (name.size() + 1 + hash.size() > longest_name) {
    const std::string own = short_hash(name);
    name = std::string(base::beginning(name, longest_name - 2 * (hash.size() + 1))) + '_' + own;
  }
  return name + '_' + hash;
}

std::string content_name(std::string_view table, std::string_view label, std::string_view content) {
  std::string name(table);
  (name += '_') += label;
  return hashed_name(std::move(name), content);
}

}  // namespace ochrec::sql
