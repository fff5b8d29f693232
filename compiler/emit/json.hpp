// Views of the generated JSON codecs, which exist only when they are asked for.
#pragma once

#include "emit/context.hpp"
#include "emit/data.hpp"

namespace ochrec::emit {

/// cpp/json.hpp.mustache: declarations of every codec.
Object json_header_view(const Context& context);

/// cpp/json.cpp.mustache: the codecs of a model and its New struct, or of the schema's structs.
Object json_model_view(const Context& context, model::ModelId id);
Object json_structs_view(const Context& context);

}  // namespace ochrec::emit
