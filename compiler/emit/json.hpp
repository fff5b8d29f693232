// Views of the generated JSON codecs, which exist only when they are asked for, or when a column keeps
// structs.
#pragma once

#include "emit/context.hpp"
#include "emit/data.hpp"

namespace ochrec::emit {

/// Whether some column keeps a struct as JSON text, so that reading rows takes the structs' codecs.
bool stores_structs(const Context& context);

/// cpp/json.hpp.mustache: declarations of the codecs of models and New structs.
Object json_header_view(const Context& context);
/// The same template, for the codecs of the schema's structs.
Object json_structs_header_view(const Context& context);

/// cpp/json.cpp.mustache: the codecs of a model and its New struct, or of the schema's structs.
Object json_model_view(const Context& context, model::ModelId id);
Object json_structs_view(const Context& context);

}  // namespace ochrec::emit
