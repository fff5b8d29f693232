// Bytes as text: base64 with padding, RFC 4648 section 4.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ochre::detail {

constexpr std::size_t base64_size(std::size_t bytes) { return (bytes + 2) / 3 * 4; }

/// Writes base64_size(size) characters; returns where they end.
char* write_base64(char* at, const unsigned char* data, std::size_t size);

/// Replaces `out` with the decoded bytes; false when `text` is not exactly what write_base64 gives for some
/// bytes.
bool decode_base64(std::string_view text, std::string& out);

}  // namespace ochre::detail
