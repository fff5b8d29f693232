// Validation and normalising of a model and of its New struct.
#pragma once

#include "emit/context.hpp"
#include "emit/data.hpp"

namespace ochrec::emit {

/// Everything the templates say about it: rule functions, check functions, and what calls them.
void set_validation(const Context& context, model::ModelId id, Object& out);

/// Headers that validation of the model needs.
std::vector<std::string> validation_includes(const Context& context, model::ModelId id);

}  // namespace ochrec::emit
