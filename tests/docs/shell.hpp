// Runs what a document tells its readers to type.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace docs {

/// The session with what its commands print today: each line of `session` that starts with `$ ` is given to
/// one shell in `folder`, and followed by its output and error output. Programs of this build are found
/// before installed ones.
[[nodiscard]] std::string rerun(std::string_view session, const std::filesystem::path& folder);

}  // namespace docs
