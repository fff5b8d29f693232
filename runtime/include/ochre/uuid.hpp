// A universally unique identifier as a value: sixteen bytes, ordered as bytes. Version 7 ones sort by
// creation time. See RFC 9562, https://www.rfc-editor.org/rfc/rfc9562.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ochre/moment.hpp"

namespace ochre {

/// Sixteen bytes in network order. The default value is the nil UUID, all zero.
struct Uuid {
  std::uint8_t bytes[16]{};

  friend auto operator<=>(const Uuid&, const Uuid&) = default;
};

/// The 36-character lower-case form, such as "018f4b2c-5d6e-7a80-9b1c-2d3e4f506172".
std::string to_string(const Uuid& uuid);

/// Reads the 36-character form, in either case. Returns false, and leaves `uuid` alone, for anything else.
bool from_string(std::string_view text, Uuid& uuid);

/// A random UUID (version 4). Thread-safe; seeded per thread from the operating system's entropy.
Uuid uuid();

/// A UUID of version 7 for `moment`: millisecond time first, then a counter that keeps the calls of one
/// thread in order within a millisecond, then randomness. Thread-safe. Not for secrets: the time can be read
/// from it.
Uuid uuid7(const Moment& moment = Moment::now());

}  // namespace ochre
