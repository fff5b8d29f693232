#include "cli/disk.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "cli/exit_code.hpp"

namespace ochrec::cli {
namespace {

namespace fs = std::filesystem;

std::string why(int error) { return std::generic_category().message(error); }

syntax::LoadFailure unreadable(int error) { return {"cannot be read: " + why(error)}; }

// Also of what is no regular file, such as a pipe, whose size is not known before.
std::variant<std::string, syntax::LoadFailure> read_to_end(int fd) {
  constexpr std::size_t piece = 1U << 16U;
  std::string text;
  for (;;) {
    const std::size_t size = text.size();
    if (size > largest_file) return syntax::LoadFailure{"is larger than 64 MB"};
    text.resize(size + piece);
    const ssize_t count = ::read(fd, text.data() + size, piece);
    if (count < 0 && errno != EINTR) return unreadable(errno);
    text.resize(size + (count > 0 ? static_cast<std::size_t>(count) : 0));
    if (count == 0) return text;
  }
}

std::variant<std::string, syntax::LoadFailure> read_file(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return syntax::LoadFailure{"does not exist"};
  if (status.type() == fs::file_type::directory)
    return syntax::LoadFailure{"is a directory, not a schema file"};
  if (status.type() == fs::file_type::regular && fs::file_size(path, error) > largest_file)
    return syntax::LoadFailure{"is larger than 64 MB"};
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return unreadable(errno);
  auto found = read_to_end(fd);
  ::close(fd);
  return found;
}

// Temporary files of one call; those that were not renamed in the end are removed.
class Staged {
 public:
  Staged() = default;
  Staged(const Staged&) = delete;
  Staged& operator=(const Staged&) = delete;
  ~Staged() {
    for (const Pair& pair : pairs_) ::unlink(pair.temporary.c_str());
  }

  void write(const OutputFile& file) {
    make_directory(file.path.parent_path());
    if (fs::is_directory(file.path))
      throw Failure("cannot write `" + file.path.string() + "`: a directory is in its place");
    pairs_.push_back({file.path.string() + ".ochre-tmp", file.path});
    const std::string& name = pairs_.back().temporary;
    const int fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0) refuse(file.path, errno);
    std::string_view left = file.text;
    while (!left.empty()) {
      const ssize_t written = ::write(fd, left.data(), left.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) fail_with(fd, file.path);
      left.remove_prefix(static_cast<std::size_t>(written));
    }
    // Some file systems report a full disk only when the file is closed.
    if (::close(fd) != 0) refuse(file.path, errno);
  }

  // What makes writing fail has failed by now; a rename fails when somebody changes the directories
  // meanwhile.
  void commit() {
    for (bool changed = false; !pairs_.empty(); changed = true) {
      const Pair& pair = pairs_.back();
      if (::rename(pair.temporary.c_str(), pair.path.c_str()) != 0) refuse(pair.path, errno, changed);
      pairs_.pop_back();
    }
  }

 private:
  struct Pair {
    std::string temporary;
    fs::path path;
  };

  [[noreturn]] static void refuse(const fs::path& path, int error, bool changed = false) {
    throw Failure(
        "cannot write `" + path.string() + "`: " + why(error) +
        (changed ? "; other files are new already, run the command again" : "; nothing was changed"));
  }
  [[noreturn]] static void fail_with(int fd, const fs::path& path) {
    const int error = errno;
    ::close(fd);
    refuse(path, error);
  }
  static void make_directory(const fs::path& directory) {
    if (directory.empty()) return;
    std::error_code error;
    fs::create_directories(directory, error);
    if (error) throw Failure("cannot make the directory `" + directory.string() + "`: " + error.message());
  }

  std::vector<Pair> pairs_;
};

}  // namespace

std::string DiskLoader::resolve(std::string_view path, std::string_view importer) {
  const fs::path written(path);
  if (importer.empty()) return written.lexically_normal().string();
  const fs::path beside = written.is_absolute() ? written : fs::path(importer).parent_path() / written;
  return beside.lexically_normal().string();
}

std::variant<std::string, syntax::LoadFailure> DiskLoader::read(const std::string& resolved) {
  return read_file(resolved);
}

std::string read_standard_input() {
  auto found = read_to_end(STDIN_FILENO);
  if (const auto* failure = std::get_if<syntax::LoadFailure>(&found))
    throw Failure("standard input " + failure->reason);
  return std::get<std::string>(std::move(found));
}

std::variant<std::monostate, std::string> read_if_present(const fs::path& path) {
  std::error_code error;
  if (fs::status(path, error).type() == fs::file_type::not_found) return std::monostate{};
  auto found = read_file(path);
  if (const auto* failure = std::get_if<syntax::LoadFailure>(&found))
    throw Failure("`" + path.string() + "` " + failure->reason);
  return std::get<std::string>(std::move(found));
}

void write_all(const std::vector<OutputFile>& files) {
  Staged staged;
  for (const OutputFile& file : files) {
    std::error_code error;
    if (fs::is_regular_file(file.path, error)) {
      const auto present = read_if_present(file.path);
      if (const auto* text = std::get_if<std::string>(&present); text != nullptr && *text == file.text)
        continue;
    }
    staged.write(file);
  }
  staged.commit();
}

}  // namespace ochrec::cli
