// The databases Ochre speaks. How each of them spells things is the business of the spell room and the
// drivers.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ochre {

/// One SQL dialect, and so one driver. The values index per-driver tables such as ModelInfo::codecs.
enum class Dialect : std::uint8_t { Sqlite, Postgres };

/// How many dialects there are.
inline constexpr std::size_t dialect_count = 2;

}  // namespace ochre
