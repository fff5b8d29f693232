#include "sqlite/path_check.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "ochre/errors.hpp"

namespace ochre::sqlite {
namespace {

std::string directory_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

bool is_directory(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string quoted(const std::string& path) { return "'" + path + "'"; }

[[noreturn]] void refuse_missing(const Location& location) {
  const std::string directory = directory_of(location.path);
  if (!is_directory(directory)) {
    throw BadUrl("The directory " + quoted(directory) + " of the database " + quoted(location.path) +
                 " does not exist; create it first.");
  }
  throw BadUrl("The database " + quoted(location.path) +
               " does not exist, and the URL's mode does not create it.");
}

}  // namespace

void check_path(const Location& location) {
  const std::string& path = location.path;
  if (path.back() == '/' || is_directory(path)) {
    throw BadUrl(quoted(path) + " is a directory; the URL must name a file in it.");
  }
  if (access(path.c_str(), F_OK) != 0) {
    if (errno != ENOENT && errno != ENOTDIR) {
      throw BadUrl("The database " + quoted(path) + " cannot be reached: " + std::strerror(errno) + ".");
    }
    const std::string directory = directory_of(path);
    if (location.access != Access::Create || !is_directory(directory)) refuse_missing(location);
    if (access(directory.c_str(), W_OK) != 0) {
      throw BadUrl("The database " + quoted(path) +
                   " does not exist and cannot be created: no permission to write to " + quoted(directory) +
                   ".");
    }
    return;
  }
  struct stat status {};
  if (stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    throw BadUrl(quoted(path) + " is not a file but a device, a pipe or a socket.");
  }
  if (access(path.c_str(), R_OK) != 0)
    throw BadUrl("The database " + quoted(path) + " may not be read by this user.");
  const bool writing = location.access == Access::Create || location.access == Access::Existing;
  if (writing && access(path.c_str(), W_OK) != 0) refuse_read_only_file(location);
}

void explain_unreadable(const Location& location) {
  const std::string directory = directory_of(location.path);
  if (access(directory.c_str(), W_OK) == 0) return;
  throw ReadOnly("The directory " + quoted(directory) +
                 " cannot be written, and SQLite keeps files beside the database " + quoted(location.path) +
                 "; if nobody writes it, open it with ?mode=immutable.");
}

void refuse_read_only_file(const Location& location) {
  throw ReadOnly("The database " + quoted(location.path) +
                 " may not be written by this user; to only read it, open it with ?mode=ro.");
}

}  // namespace ochre::sqlite
