#include "emit/generate.hpp"

#include "emit/json.hpp"
#include "emit/render.hpp"
#include "emit/view.hpp"

namespace ochrec::emit {
namespace {

using model::ModelId;

void add_shared(const Context& context, Renderer& renderer, std::vector<GeneratedFile>& headers,
                std::vector<GeneratedFile>& sources) {
  const std::string folder = context.space() + "/";
  const Object schema = schema_view(context);
  headers.push_back({folder + "models.hpp", renderer.render("cpp/models.hpp.mustache", schema)});
  headers.push_back({folder + "schema.hpp", renderer.render("cpp/schema.hpp.mustache", schema)});
  headers.push_back({folder + "types.hpp", renderer.render("cpp/types.hpp.mustache", types_view(context))});
  sources.push_back({folder + "schema.cpp", renderer.render("cpp/schema.cpp.mustache", schema)});
}

void add_models(const Context& context, Renderer& renderer, std::vector<GeneratedFile>& headers,
                std::vector<GeneratedFile>& sources) {
  for (std::size_t at = 0; at < context.schema().models.size(); ++at) {
    const auto id = static_cast<ModelId>(at);
    const std::string stem = context.space() + "/model/" + context.names(id).file;
    headers.push_back({stem + ".hpp", renderer.render("cpp/model.hpp.mustache", model_view(context, id))});
    sources.push_back({stem + ".cpp", renderer.render("cpp/model.cpp.mustache", rows_view(context, id))});
  }
}

// JSON is compiled apart from the rest, so that a program that does without it links none of it.
std::vector<GeneratedFile> json_sources(const Context& context, Renderer& renderer) {
  const std::string folder = context.space() + "/json/";
  std::vector<GeneratedFile> out;
  for (std::size_t at = 0; at < context.schema().models.size(); ++at) {
    const auto id = static_cast<ModelId>(at);
    out.push_back({folder + context.names(id).file + ".cpp",
                   renderer.render("cpp/json.cpp.mustache", json_model_view(context, id))});
  }
  return out;
}

// The codecs of structs serve columns, too.
void add_json_structs(const Context& context, Renderer& renderer, std::vector<GeneratedFile>& headers,
                      std::vector<GeneratedFile>& sources) {
  const std::string stem = context.space() + "/json_structs";
  headers.push_back(
      {stem + ".hpp", renderer.render("cpp/json.hpp.mustache", json_structs_header_view(context))});
  sources.push_back({stem + ".cpp", renderer.render("cpp/json.cpp.mustache", json_structs_view(context))});
}

// Sources are dealt in turn; every shard exists, also an empty one.
void add_shards(const Context& context, Renderer& renderer, unsigned count, const std::string& stem,
                const std::vector<GeneratedFile>& sources, std::vector<GeneratedFile>& out) {
  std::vector<FileList> shards(count);
  std::size_t next = 0;
  for (const GeneratedFile& source : sources) shards[next++ % count].push_back(&source);
  for (std::size_t at = 0; at < shards.size(); ++at)
    out.push_back({stem + std::to_string(at) + ".cpp",
                   renderer.render("cpp/shard.cpp.mustache", shard_view(context, shards[at]))});
}

FileList list_of(const std::vector<GeneratedFile>& files) {
  FileList out;
  out.reserve(files.size());
  for (const GeneratedFile& file : files) out.push_back(&file);
  return out;
}

void append(std::vector<GeneratedFile>& out, std::vector<GeneratedFile> files) {
  std::move(files.begin(), files.end(), std::back_inserter(out));
}

}  // namespace

std::vector<GeneratedFile> generate(const model::Schema& schema, std::span<const DatabaseSchema> databases,
                                    const GenerateOptions& options) {
  Renderer renderer(options.templates);
  const Context context(schema, databases, options.source);
  std::vector<GeneratedFile> headers;
  std::vector<GeneratedFile> sources;
  add_shared(context, renderer, headers, sources);
  add_models(context, renderer, headers, sources);
  const bool whole_structs = stores_structs(context);
  if (whole_structs) add_json_structs(context, renderer, headers, sources);
  std::vector<GeneratedFile> shards;
  add_shards(context, renderer, options.shards, "shard_", sources, shards);
  if (options.json) {
    headers.push_back(
        {context.space() + "/json.hpp", renderer.render("cpp/json.hpp.mustache", json_header_view(context))});
    std::vector<GeneratedFile> codecs = json_sources(context, renderer);
    if (!whole_structs && !schema.structs.empty()) add_json_structs(context, renderer, headers, codecs);
    add_shards(context, renderer, options.shards, "json_shard_", codecs, shards);
    append(sources, std::move(codecs));
  }
  headers.push_back({"revision.hpp",
                     renderer.render("cpp/revision.hpp.mustache", revision_view(context, list_of(headers)))});
  append(headers, std::move(sources));
  append(headers, std::move(shards));
  return headers;
}

}  // namespace ochrec::emit
