#include "deb822/index_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace deb822 {
namespace {

constexpr const char* apt_helper = "/usr/lib/apt/apt-helper";

bool is_compressed(const std::filesystem::path& path) {
  constexpr std::array<std::string_view, 6> extensions = {".lz4", ".gz", ".xz", ".bz2", ".zst", ".lzma"};
  return std::find(extensions.begin(), extensions.end(), path.extension().string()) != extensions.end();
}

bool is_index(const std::filesystem::path& path) {
  const std::filesystem::path plain = is_compressed(path) ? path.stem() : path.filename();
  return plain.string().ends_with("_Packages");
}

[[noreturn]] void fail(int code, const std::filesystem::path& path) {
  throw std::system_error(code, std::generic_category(), path.string());
}

}  // namespace

std::vector<std::filesystem::path> find_indices(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> found;
  if (!std::filesystem::is_directory(folder)) return found;
  const bool can_decompress = ::access(apt_helper, X_OK) == 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!is_index(entry.path()) || !entry.is_regular_file()) continue;
    if (can_decompress || !is_compressed(entry.path())) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

IndexFile::IndexFile(const std::filesystem::path& path) : path_(path) {
  if (std::filesystem::is_directory(path)) fail(EISDIR, path);
  if (is_compressed(path)) {
    open_compressed();
  } else {
    stream_ = std::fopen(path.c_str(), "re");
  }
  if (stream_ == nullptr) fail(errno, path);
}

IndexFile::~IndexFile() {
  std::fclose(stream_);
  if (helper_ != 0) wait_for_helper();
}

void IndexFile::open_compressed() {
  if (::access(path_.c_str(), R_OK) != 0) fail(errno, path_);
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail(errno, path_);

  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  std::string program = apt_helper;
  std::string command = "cat-file";
  std::string file = path_.string();
  std::array<char*, 4> arguments = {program.data(), command.data(), file.data(), nullptr};
  const int failure = ::posix_spawn(&helper_, apt_helper, &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  if (failure != 0) {
    helper_ = 0;
    ::close(ends[0]);
    fail(failure, apt_helper);
  }
  stream_ = ::fdopen(ends[0], "r");
}

void IndexFile::finish() {
  if (helper_ == 0) return;
  const int status = wait_for_helper();
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
  throw std::runtime_error(path_.string() + ": apt-helper could not decompress it");
}

int IndexFile::wait_for_helper() {
  int status = 0;
  while (::waitpid(helper_, &status, 0) < 0 && errno == EINTR) {
  }
  helper_ = 0;
  return status;
}

}  // namespace deb822
