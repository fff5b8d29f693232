// ochre generate: a schema to C++ files, written together or not at all.
#include <filesystem>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/disk.hpp"
#include "cli/outputs.hpp"
#include "emit/components.hpp"
#include "emit/generate.hpp"
#include "lower/lower.hpp"
#include "lower/virtual_fields.hpp"

namespace ochrec::cli {
namespace {

namespace fs = std::filesystem;

struct GenerateOptions {
  std::string schema;
  std::string out;
  std::vector<std::string> databases = {"sqlite"};
  unsigned shards = 4;
  std::string templates;
  std::string depfile;
  std::string stamp;
  std::vector<std::string> without;
  bool json = false;
  bool list_outputs = false;
};

constexpr unsigned most_shards = 1024;

std::vector<emit::Template> read_templates(const std::string& directory) {
  std::vector<emit::Template> out;
  if (directory.empty()) return out;
  if (!fs::is_directory(directory)) throw Failure("--templates `" + directory + "` is not a directory");
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".mustache") continue;
    const auto text = read_if_present(entry.path());
    out.push_back({entry.path().lexically_relative(directory).generic_string(), std::get<std::string>(text)});
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return out;
}

std::vector<emit::GeneratedFile> generate_files(const GenerateOptions& options, const Analysis& analysis,
                                                const std::vector<emit::Template>& templates) {
  std::vector<emit::DatabaseSchema> databases;
  for (const std::string& name : options.databases) {
    const model::Database database = database_from(name);
    databases.push_back({database, lower::lower(analysis.schema, database),
                         lower::virtual_fields(analysis.schema, database)});
  }
  try {
    return emit::generate(
        analysis.schema, databases,
        {options.shards, templates, fs::path(options.schema).filename().string(), options.json});
  } catch (const emit::TemplateError& error) {
    throw Failure(std::string(error.what()) + "; nothing was changed");
  }
}

// Before a linker says the same with a page of undefined references.
void schema_needs_no_missing_component(const GenerateOptions& options, const model::Schema& schema) {
  for (const emit::Component& component : emit::components(schema)) {
    const std::string name(component.name);
    if (std::find(options.without.begin(), options.without.end(), name) == options.without.end()) continue;
    throw Failure(
        "`" + component.field + "` needs the component `" + name +
        "` of Ochre, which this build does not have; in CMake, `find_package(Ochre REQUIRED COMPONENTS " +
        name + ")` asks for it and says what is missing");
  }
}

void write_dependencies(const GenerateOptions& options, const Analysis& analysis,
                        const std::vector<emit::Template>& templates, std::vector<OutputFile>& files) {
  if (options.depfile.empty()) return;
  std::vector<std::string> inputs = analysis.paths;
  for (const emit::Template& found : templates)
    inputs.push_back((fs::path(options.templates) / found.name).string());
  const std::string target = options.stamp.empty() ? files.front().path.string() : options.stamp;
  files.push_back({options.depfile, dependency_rule(target, inputs)});
}

ExitCode generate(const GenerateOptions& options, const FindingOptions& findings) {
  const Analysis analysis = require_schema(options.schema, findings);
  schema_needs_no_missing_component(options, analysis.schema);
  const std::vector<emit::Template> templates = read_templates(options.templates);
  std::vector<OutputFile> files;
  for (emit::GeneratedFile& file : generate_files(options, analysis, templates))
    files.push_back({fs::path(options.out) / file.path, std::move(file.text)});
  if (options.list_outputs) {
    for (const OutputFile& file : files) std::cout << file.path.string() << "\n";
    return ExitCode::Ok;
  }
  const std::vector<fs::path> stale = record_outputs(options.out, options.schema, files);
  write_dependencies(options, analysis, templates, files);
  write_all(files);
  for (const fs::path& path : stale) fs::remove(path);
  if (!options.stamp.empty()) touch(options.stamp);
  return ExitCode::Ok;
}

}  // namespace

void add_generate(CLI::App& program, Session& session) {
  CLI::App* command = program.add_subcommand("generate", "Write the C++ of a schema");
  auto options = std::make_shared<GenerateOptions>();
  command->add_option("SCHEMA", options->schema, "Schema file")->required();
  command->add_option("--out", options->out, "Directory for the files; made if missing")
      ->option_text("DIR REQUIRED")
      ->required();
  command->add_option("--databases", options->databases, "Databases the code can talk to: sqlite (default)")
      ->option_text("LIST")
      ->envname("OCHRE_DATABASES")
      ->delimiter(',');
  command->add_option("--shards", options->shards, "Number of .cpp files to compile (default 4)")
      ->option_text("N")
      ->envname("OCHRE_SHARDS")
      ->check(CLI::Range(1U, most_shards));
  command
      ->add_option("--templates", options->templates, "Templates that replace built-in ones of the same name")
      ->option_text("DIR")
      ->envname("OCHRE_TEMPLATES");
  command->add_option("--depfile", options->depfile, "Write what was read, as a rule for make and ninja")
      ->option_text("FILE");
  command
      ->add_option("--stamp", options->stamp, "Touch this file when done; the target of the depfile's rule")
      ->option_text("FILE");
  command->add_flag("--json", options->json, "Also write to_json and from_json; needs Ochre::json");
  command
      ->add_option(
          "--without", options->without,
          "Components of the runtime the program cannot link: json, pattern; refuses what needs them")
      ->option_text("LIST")
      ->check(CLI::IsMember({"json", "pattern"}))
      ->delimiter(',');
  command->add_flag("--list-outputs", options->list_outputs, "Only print the names of the files");
  const auto findings = add_finding_options(*command);
  command->callback([options, findings, &session] {
    session.run = [options, findings] { return generate(*options, *findings); };
  });
}

}  // namespace ochrec::cli
