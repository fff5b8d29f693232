// Views: what each generated file says, decided; templates/cpp/*.mustache place it. One function per
// template.
#pragma once

#include "emit/context.hpp"
#include "emit/data.hpp"

namespace ochrec::emit {

/// cpp/types.hpp.mustache: enums and structs.
Object types_view(const Context& context);

/// cpp/model.hpp.mustache: the struct, its New struct and its table object.
Object model_view(const Context& context, model::ModelId id);

/// cpp/model.cpp.mustache: metadata, DDL, and moving rows.
Object rows_view(const Context& context, model::ModelId id);

/// cpp/schema.hpp.mustache, cpp/schema.cpp.mustache and cpp/models.hpp.mustache.
Object schema_view(const Context& context);

/// Files that others speak of.
using FileList = std::vector<const GeneratedFile*>;

/// cpp/shard.cpp.mustache: a translation unit of other sources; changes when one of them does.
Object shard_view(const Context& context, const FileList& sources);

/// cpp/revision.hpp.mustache: changes when one of the headers does.
Object revision_view(const Context& context, const FileList& headers);

/// What every file has: its banner and the schema's names.
Object file_view(const Context& context);

/// The lines of a documentation comment; `fallback` when there is no documentation.
List doc_view(std::string_view doc, std::string_view fallback = {});

/// `[[deprecated("why")]] `, or nothing.
std::string deprecated_attribute(std::string_view reason);

}  // namespace ochrec::emit
