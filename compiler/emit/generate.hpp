// The C++ of a schema, as files with their text. Nothing is written here.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "model/schema.hpp"
#include "sql/schema.hpp"

namespace ochrec::emit {

/// A template by its path below `templates/`: "cpp/model.hpp.mustache".
struct Template {
  std::string name;
  std::string text;
};

/// The schema as one of the databases the code is to talk to will hold it.
struct DatabaseSchema {
  model::Database database{};
  sql::Schema schema;
  /// The SQL of virtual fields, by model and field, with `{}` for the table.
  std::map<std::pair<model::ModelId, std::uint32_t>, std::string> virtual_fields = {};
};

struct GenerateOptions {
  /// .cpp files to compile; the models are dealt over them.
  unsigned shards = 4;
  /// Replace the built-in ones of the same name; an unknown name is an error.
  std::span<const Template> templates;
  /// The root schema's file name, for the files' first lines.
  std::string source = {};
  /// Also write json.hpp and json_shard_<n>.cpp.
  bool json = false;
};

struct GeneratedFile {
  std::string path;  // relative, with `/`
  std::string text;
};

/// A template that does not parse, names something unknown, or has a name no built-in template has. The
/// message says which and where.
class TemplateError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Deterministic: equal input gives equal bytes. Throws TemplateError.
std::vector<GeneratedFile> generate(const model::Schema& schema, std::span<const DatabaseSchema> databases,
                                    const GenerateOptions& options);

}  // namespace ochrec::emit
