#include "process.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace ochre_test {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void point(int descriptor, const fs::path& path, int flags) {
  const int fd = ::open(path.c_str(), flags, 0600);
  if (fd < 0 || ::dup2(fd, descriptor) < 0) ::_exit(127);
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Outcome run(const fs::path& where, std::vector<std::string> words, std::string_view input,
            std::size_t largest_file) {
  const fs::path side = where.string() + ".streams";
  fs::create_directories(side);
  std::ofstream(side / "in", std::ios::binary) << input;
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    point(STDIN_FILENO, side / "in", O_RDONLY);
    point(STDOUT_FILENO, side / "out", O_WRONLY | O_CREAT | O_TRUNC);
    point(STDERR_FILENO, side / "err", O_WRONLY | O_CREAT | O_TRUNC);
    if (::chdir(where.c_str()) != 0) ::_exit(127);
    if (largest_file > 0) {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{largest_file, largest_file};
      ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ::setenv("OCHRE", OCHRE_PROGRAM, 1);
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  Outcome outcome{WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_file(side / "out"),
                  read_file(side / "err"), seconds(usage.ru_utime) + seconds(usage.ru_stime),
                  static_cast<double>(usage.ru_maxrss) / 1024};
  fs::remove_all(side);
  return outcome;
}

}  // namespace

void Workspace::write(const std::string& name, std::string_view text) const {
  fs::create_directories((path() / name).parent_path());
  std::ofstream out(path() / name, std::ios::binary);
  out << text;
  REQUIRE(out.flush());
}

std::string Workspace::read(const std::string& name) const {
  REQUIRE(exists(name));
  return read_file(path() / name);
}

std::map<std::string, std::string> Workspace::files(const std::string& name) const {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(path() / name))
    if (entry.is_regular_file())
      out[entry.path().lexically_relative(path()).string()] = read_file(entry.path());
  return out;
}

Outcome Workspace::ochre(const std::vector<std::string>& arguments, std::string_view input,
                         std::size_t largest_file) const {
  std::vector<std::string> words = {OCHRE_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return run(path(), std::move(words), input, largest_file);
}

Outcome Workspace::shell(const std::string& script) const {
  return run(path(), {"/bin/sh", "-c", script}, {}, 0);
}

const std::string_view small_schema = R"(schema shop

/// What is sold.
model Product {
  id:    int64 @id @auto
  name:  string(80) @unique
  price: int64 @range(0..)
  notes: Note[]
}

model Note {
  id:      int64 @id @auto
  product: Product @on_delete(cascade)
  text:    string
}
)";

}  // namespace ochre_test
