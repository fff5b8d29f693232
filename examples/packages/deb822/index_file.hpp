// Where Debian keeps package indices, and how one is opened: plain files directly, compressed ones through
// apt's own helper, so that this program needs no compression library.
#pragma once

#include <cstdio>
#include <filesystem>
#include <vector>

#include <sys/types.h>

namespace deb822 {

/// The `*_Packages` files of a folder, plain or compressed, by name. Compressed ones are left out where apt's
/// helper is missing. A folder that is absent has none.
[[nodiscard]] std::vector<std::filesystem::path> find_indices(const std::filesystem::path& folder);

/// An open index. Throws std::system_error when it cannot be opened.
class IndexFile {
 public:
  explicit IndexFile(const std::filesystem::path& path);
  IndexFile(const IndexFile&) = delete;
  IndexFile& operator=(const IndexFile&) = delete;
  ~IndexFile();

  [[nodiscard]] std::FILE* stream() const { return stream_; }
  /// To be called after the last read: throws std::runtime_error if the decompressor did not end well.
  void finish();

 private:
  void open_compressed();
  int wait_for_helper();

  std::filesystem::path path_;
  std::FILE* stream_ = nullptr;
  pid_t helper_ = 0;
};

}  // namespace deb822
