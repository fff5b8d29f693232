// What a schema has once: its list of models, how it is opened, and the revisions a build tool watches.
#include <algorithm>
#include <set>

#include "emit/layout.hpp"
#include "emit/literal.hpp"
#include "emit/view.hpp"

namespace ochrec::emit {
namespace {

using model::Database;
using model::ModelId;

std::vector<std::string> model_headers(const Context& context) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < context.schema().models.size(); ++at)
    out.push_back(context.space() + "/model/" + context.names(static_cast<ModelId>(at)).file + ".hpp");
  std::sort(out.begin(), out.end());
  return out;
}

List paths(std::vector<std::string> found) {
  List out;
  for (std::string& path : found) out.emplace_back().set("path", std::move(path));
  return out;
}

bool has(const Context& context, Database database) {
  return std::any_of(context.databases().begin(), context.databases().end(),
                     [&](const DatabaseSchema& schema) { return schema.database == database; });
}

std::string example_urls(const Context& context) {
  std::vector<std::string> out;
  const std::string& name = context.schema().name;
  if (has(context, Database::Sqlite)) out = {"\"sqlite:" + name + ".db\"", "\"sqlite::memory:\""};
  if (has(context, Database::Postgres)) out.push_back("\"postgresql://host/" + name + "\"");
  return joined(out);
}

void set_drivers(const Context& context, std::vector<std::string>& includes, Object& out) {
  std::vector<std::string> drivers;
  if (has(context, Database::Sqlite)) {
    includes.emplace_back("ochre/driver/sqlite.hpp");
    drivers.emplace_back("&::ochre::sqlite::driver()");
  }
  if (has(context, Database::Postgres)) {
    includes.emplace_back("ochre/driver/postgres.hpp");
    drivers.emplace_back("&::ochre::postgres::driver()");
  }
  std::sort(includes.begin(), includes.end());
  out.set("driver_list", joined(drivers));
}

// FNV-1a: the same on every machine, and enough to notice a change.
std::string revision_of(const FileList& files) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::uint64_t hash = 14695981039346656037ULL;
  const auto add = [&](std::string_view text) {
    for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
  };
  for (const GeneratedFile* file : files) {
    add(file->path);
    add(file->text);
  }
  std::string out;
  for (unsigned shift = 64; shift > 0; shift -= 4) out += digits[(hash >> (shift - 4)) & 15U];
  return out;
}

}  // namespace

Object schema_view(const Context& context) {
  Object out = file_view(context);
  std::vector<std::string> includes = model_headers(context);
  out.set("headers", paths(includes));
  set_drivers(context, includes, out);
  out.set("includes", paths(includes));
  out.set("deprecations", context.has_deprecated_model());
  List models;
  for (const ModelId id : context.parents_first()) models.emplace_back().set("type", context.names(id).type);
  out.set("has_models", !models.empty());
  out.set("models_value", models.empty() ? "{}" : "models_");
  out.set("models", std::move(models));
  out.set("name_literal", string_literal(context.schema().name));
  out.set("urls", example_urls(context));
  out.set("url", context.local("url"));
  out.set("options", context.local("options"));
  out.set("drivers", context.local("drivers"));
  return out;
}

Object shard_view(const Context& context, const FileList& sources) {
  List list;
  for (const GeneratedFile* source : sources) list.emplace_back().set("path", source->path);
  Object out = file_view(context);
  out.set("revision", revision_of(sources));
  out.set("sources", std::move(list));
  return out;
}

Object revision_view(const Context& context, const FileList& headers) {
  Object out = file_view(context);
  out.set("revision", revision_of(headers));
  return out;
}

}  // namespace ochrec::emit
