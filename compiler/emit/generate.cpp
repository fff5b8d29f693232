#include "emit/generate.hpp"

#include "emit/render.hpp"
#include "emit/view.hpp"

namespace ochrec::emit {
namespace {

using model::ModelId;

std::vector<std::string> model_sources(const Context& context) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < context.schema().models.size(); ++at)
    out.push_back(context.space() + "/model/" + context.names(static_cast<ModelId>(at)).file + ".cpp");
  return out;
}

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

// Models are dealt in turn; the last shard, which has the fewest of them, takes the schema's own source.
void add_shards(const Context& context, Renderer& renderer, unsigned count, std::vector<GeneratedFile>& out) {
  std::vector<std::vector<std::string>> shards(count);
  std::size_t next = 0;
  for (std::string& source : model_sources(context)) shards[next++ % count].push_back(std::move(source));
  shards.back().push_back(context.space() + "/schema.cpp");
  for (std::size_t at = 0; at < shards.size(); ++at)
    out.push_back({"shard_" + std::to_string(at) + ".cpp",
                   renderer.render("cpp/shard.cpp.mustache", shard_view(context, shards[at]))});
}

}  // namespace

std::vector<GeneratedFile> generate(const model::Schema& schema, std::span<const DatabaseSchema> databases,
                                    const GenerateOptions& options) {
  Renderer renderer(options.templates);
  const Context context(schema, databases, options.source);
  std::vector<GeneratedFile> out;
  std::vector<GeneratedFile> sources;
  add_shared(context, renderer, out, sources);
  add_models(context, renderer, out, sources);
  sources.push_back(
      {"revision.hpp", renderer.render("cpp/revision.hpp.mustache", revision_view(context, out))});
  add_shards(context, renderer, options.shards, sources);
  out.insert(out.end(), std::make_move_iterator(sources.begin()), std::make_move_iterator(sources.end()));
  return out;
}

}  // namespace ochrec::emit
