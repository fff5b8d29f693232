// The number that generated code and this library agree on. Generated files assert it, so a build that mixes
// files of one Ochre with the headers of another stops with a sentence instead of misbehaving.
#pragma once

namespace ochre {

/// Raised whenever generated code and the runtime change together.
inline constexpr int abi = 1;

}  // namespace ochre
