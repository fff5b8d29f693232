// Whether a relation's key can occur once only.
#pragma once

#include <cstdint>

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// The key's columns contain the model's key, or a unique over all rows.
bool key_is_unique(Analysis& analysis, model::ModelId id, std::uint32_t relation);

}  // namespace ochrec::sema
