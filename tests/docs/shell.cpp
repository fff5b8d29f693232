#include "shell.hpp"

#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <vector>

#include "support/temporary_folder.hpp"

namespace docs {
namespace {

namespace fs = std::filesystem;

constexpr char separator = '\x1e';  // printed by the shell after each command's output

std::vector<std::string> commands_of(std::string_view session) {
  std::vector<std::string> commands;
  while (!session.empty()) {
    const std::size_t end = session.find('\n');
    const std::string_view line = session.substr(0, end);
    if (line.starts_with("$ ")) commands.emplace_back(line.substr(2));
    session.remove_prefix(end == std::string_view::npos ? session.size() : end + 1);
  }
  return commands;
}

/// One shell runs them all, so that variables and `$?` work; the separator keeps the exit status.
void write_script(const fs::path& script, const std::vector<std::string>& commands, const fs::path& folder) {
  std::ofstream out(script);
  out << "export PATH='" << OCHRE_PROGRAMS << "':\"$PATH\"\ncd '" << folder.string() << "' || exit\n";
  for (const std::string& command : commands) {
    out << command << "\nstatus=$?; printf '\\036'; (exit $status)\n";
  }
}

std::string output_of(const fs::path& script) {
  std::FILE* pipe = ::popen(("sh '" + script.string() + "' 2>&1 </dev/null").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("no shell");
  std::string output;
  for (int byte = std::fgetc(pipe); byte != EOF; byte = std::fgetc(pipe)) output += static_cast<char>(byte);
  ::pclose(pipe);
  return output;
}

}  // namespace

std::string rerun(std::string_view session, const fs::path& folder) {
  const std::vector<std::string> commands = commands_of(session);
  const ochre_test::TemporaryFolder place;
  write_script(place.path() / "session.sh", commands, folder);
  std::string output = output_of(place.path() / "session.sh");

  std::string result;
  std::size_t begin = 0;
  for (const std::string& command : commands) {
    const std::size_t end = output.find(separator, begin);
    if (end == std::string::npos)
      throw std::runtime_error("the session ended at `" + command + "`:\n" + output);
    result += "$ " + command + "\n" + output.substr(begin, end - begin);
    begin = end + 1;
  }
  return result;
}

}  // namespace docs
