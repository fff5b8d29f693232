// Fills a corpus folder for fuzz_schema: CORPUS FOLDER…  Files of FOLDER are copied in; what is there already
// stays.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "sema/explain.hpp"
#include "support/random_schema.hpp"
#include "syntax/explain.hpp"

namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary).write(text.data(), static_cast<std::streamsize>(text.size()));
}

template <class Pages>
void write_pages(const fs::path& corpus, const Pages& pages) {
  for (const auto& page : pages) {
    write(corpus / (std::string(page.code.id) + "_wrong"), page.wrong);
    write(corpus / (std::string(page.code.id) + "_right"), page.right);
  }
}

void copy_schemas(const fs::path& corpus, const fs::path& folder) {
  int number = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".ochre") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    write(corpus / (folder.filename().string() + std::to_string(number++)), text);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 64;
  const fs::path corpus = arguments[1];
  fs::create_directories(corpus);
  for (std::uint32_t seed = 0; seed < 200; ++seed)
    write(corpus / ("random" + std::to_string(seed)), ochre_test::random_schema(seed));
  write_pages(corpus, ochrec::syntax::explanations());
  write_pages(corpus, ochrec::sema::explanations());
  for (int i = 2; i < count; ++i) copy_schemas(corpus, arguments[i]);
  return 0;
}
