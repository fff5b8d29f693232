// Files on disk: reading them with a sentence when that fails, and writing several as if at once.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "syntax/load.hpp"

namespace ochrec::cli {

/// Schemas larger than this are refused before they are read.
inline constexpr std::uintmax_t largest_file = 64U << 20U;

/// Reads files as the user names them; imports are relative to the importing file.
class DiskLoader : public syntax::Loader {
 public:
  std::string resolve(std::string_view path, std::string_view importer) override;
  std::variant<std::string, syntax::LoadFailure> read(const std::string& resolved) override;
};

struct OutputFile {
  std::filesystem::path path;
  std::string text;
};

/// Writes all files or none: each goes to a temporary name beside its place first, and they are renamed only
/// when the last one is complete. A file that has this text already is not touched. Throws Failure.
void write_all(const std::vector<OutputFile>& files);

/// All of it. Throws Failure when it cannot be read or is larger than a schema may be.
std::string read_standard_input();

/// The text of a file, or nothing if there is none. Throws Failure when it exists and cannot be read.
std::variant<std::monostate, std::string> read_if_present(const std::filesystem::path& path);

}  // namespace ochrec::cli
