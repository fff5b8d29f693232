// Normalisers: @trim, @lower and @upper, applied before anything is validated.
#pragma once

#include "emit/context.hpp"
#include "emit/data.hpp"

namespace ochrec::emit {

/// {line}: in the struct, and in the New struct.
void set_normalisers(const Context& context, model::ModelId id, Object& out);

}  // namespace ochrec::emit
