// Bytes as text: base64 with padding, RFC 4648 section 4.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ochre::detail {

void append_base64(std::string& out, const unsigned char* data, std::size_t size);

/// Replaces `out` with the decoded bytes; false when `text` is not exactly what append_base64 writes for some
/// bytes.
bool decode_base64(std::string_view text, std::string& out);

}  // namespace ochre::detail
