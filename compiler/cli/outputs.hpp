// Which files a run of `ochre generate` owns: so that it replaces only its own, removes those of models that
// are gone, and tells make and ninja what it read.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/disk.hpp"

namespace ochrec::cli {

/// Adds the list of outputs, `.ochre-outputs`, to `files`, and returns the files of the previous list that
/// are not among them. Throws Failure when a file to be replaced was not written by ochre, or the directory
/// holds what another schema's file made.
std::vector<std::filesystem::path> record_outputs(const std::filesystem::path& directory,
                                                  const std::filesystem::path& schema,
                                                  std::vector<OutputFile>& files);

/// `target: input input…`, with blanks, `$` and `#` escaped as make reads them.
std::string dependency_rule(const std::string& target, const std::vector<std::string>& inputs);

/// Makes the file if needed and sets its time to now. Throws Failure.
void touch(const std::filesystem::path& path);

}  // namespace ochrec::cli
