// Every piece of code in README.md and docs/ is what its comment says: the text of a source that the tests
// build, the output of a command, or a schema that is refused as it says. OCHRE_BLESS=1 writes what
// is true today into the documents instead of comparing.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "markdown.hpp"
#include "shell.hpp"
#include "support/temporary_folder.hpp"

namespace {

namespace fs = std::filesystem;
using docs::Block;

const fs::path root = OCHRE_ROOT;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<fs::path> documents() {
  std::vector<fs::path> found = {root / "README.md"};
  for (const auto& entry : fs::directory_iterator(root / "docs")) {
    if (entry.path().extension() == ".md") found.push_back(entry.path());
  }
  return found;
}

/// `file#name`: a region of a source.
std::string code(const std::string& argument) {
  const std::size_t hash = argument.find('#');
  if (hash == std::string::npos) return read(root / argument);
  return docs::region(read(root / argument.substr(0, hash)), argument.substr(hash + 1));
}

/// Lines that stand together in a file; the file is looked for among the sources, then among what the build
/// generated.
std::string excerpt(const std::string& argument, const std::string& text) {
  const fs::path source = root / argument;
  const std::string whole = read(fs::exists(source) ? source : fs::path(OCHRE_GENERATED) / argument);
  const bool found = !text.empty() && whole.find(text) != std::string::npos;
  return found ? text : "not an excerpt of " + argument + "\n";
}

std::string session(const std::string& folder, const std::string& text) {
  const ochre_test::TemporaryFolder place;
  fs::copy(root / folder, place.path() / "copy", fs::copy_options::recursive);
  return docs::rerun(text, place.path() / "copy");
}

/// A schema that stands alone, perhaps without its `schema` line, as a file.
fs::path write_schema(const fs::path& folder, const std::string& text) {
  const fs::path path = folder / "example.ochre";
  const bool named = text.starts_with("schema ") || text.find("\nschema ") != std::string::npos;
  std::ofstream(path) << (named ? "" : "schema example\n") << text;
  return path;
}

/// What a command finds wrong with the schema: its codes, in order.
std::string codes_of(const std::string& command, const std::string& text) {
  const ochre_test::TemporaryFolder place;
  write_schema(place.path(), text);
  const std::string output = docs::rerun(
      "$ ochre " + command + " --diagnostics gcc 2>&1 | grep -o '\\[[EW][0-9]*\\]' | tr -d '[]' | xargs\n",
      place.path());
  return output.substr(output.find('\n') + 1);
}

/// The schema is refused, with exactly these codes.
std::string refused(const std::string& codes, const std::string& text) {
  const std::string found = codes_of("check example.ochre", text);
  return found == codes + "\n" ? text : "refused with " + found;
}

/// The schema is understood, but nothing is generated for it.
std::string checked(const std::string& codes, const std::string& text) {
  const std::string found =
      codes_of("check example.ochre", text) + codes_of("generate example.ochre --out out", text);
  return found == "\n" + codes + "\n" ? text : "refused with " + found;
}

/// What the block should say.
std::string truth(const Block& block) {
  if (block.origin == "code") return code(block.argument);
  if (block.origin == "excerpt") return excerpt(block.argument, block.text);
  if (block.origin == "session") return session(block.argument, block.text);
  if (block.origin == "checked") return checked(block.argument, block.text);
  if (block.origin == "refused") return refused(block.argument, block.text);
  throw std::runtime_error("no comment above the block says where it comes from");
}

bool rewritable(const Block& block) { return block.origin == "code" || block.origin == "session"; }

}  // namespace

TEST_CASE("every block of code in the documents is true") {
  const bool bless = std::getenv("OCHRE_BLESS") != nullptr;
  for (const fs::path& path : documents()) {
    std::string text = read(path);
    std::ptrdiff_t shift = 0;
    for (const Block& block : docs::blocks_of(text)) {
      if (block.language.empty()) continue;  // a figure
      INFO(fs::relative(path, root).string()
           << ":" << block.line << " (" << block.origin << ": " << block.argument << ")");
      const std::string expected = truth(block);
      if (bless && rewritable(block) && expected != block.text) {
        const std::size_t begin = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(block.begin) + shift);
        text.replace(begin, block.text.size(), expected);
        shift +=
            static_cast<std::ptrdiff_t>(expected.size()) - static_cast<std::ptrdiff_t>(block.text.size());
      } else {
        CHECK(block.text == expected);
      }
    }
    if (bless && text != read(path)) std::ofstream(path, std::ios::binary) << text;
  }
}

TEST_CASE("every link between the documents leads somewhere") {
  for (const fs::path& path : documents()) {
    std::string text = read(path);
    for (const Block& block : docs::blocks_of(text))
      text.replace(block.begin, block.text.size(), block.text.size(), ' ');
    for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 1)) {
      std::string target = text.substr(at + 2, text.find(')', at) - at - 2);
      target = target.substr(0, target.find('#'));
      if (target.empty() || target.find("://") != std::string::npos) continue;
      INFO(fs::relative(path, root).string() << " links to " << target);
      CHECK(fs::exists(path.parent_path() / target));
    }
  }
}
