#include "syntax/load.hpp"

#include <unordered_map>
#include <utility>

#include "syntax/codes.hpp"
#include "syntax/parse.hpp"
#include "syntax/quote.hpp"

namespace ochrec::syntax {
namespace {

class Walk {
 public:
  Walk(Loader& loader, base::Sources& sources, base::Diagnostics& diagnostics)
      : loader_(loader), sources_(sources), diagnostics_(diagnostics) {}

  Program run(std::string_view root) {
    const std::string path = loader_.resolve(root, {});
    auto text = loader_.read(path);
    if (const auto* failure = std::get_if<LoadFailure>(&text)) {
      const base::FileId nothing = sources_.add(path, {});
      diagnostics_.report(unreadable_file, {nothing, 0, 0}, quote(path) + " " + failure->reason);
      return {};
    }
    add(path, std::get<std::string>(std::move(text)));
    for (std::size_t next = 0; next < program_.files.size(); ++next) follow(next);
    return std::move(program_);
  }

 private:
  void add(const std::string& path, std::string text) {
    known_[path] = true;
    const base::FileId id = sources_.add(path, std::move(text));
    program_.files.push_back(parse(sources_.file(id), diagnostics_));
    program_.paths.push_back(path);
  }

  void follow(std::size_t importer) {
    const std::vector<ast::Import> imports =
        program_.files[importer].imports;  // the vector of files grows below
    for (const ast::Import& import : imports) {
      const std::string path = loader_.resolve(import.path.value, program_.paths[importer]);
      const auto [place, is_new] = known_.try_emplace(path, false);
      if (!is_new && place->second) continue;
      auto text = loader_.read(path);
      if (const auto* failure = std::get_if<LoadFailure>(&text)) {
        diagnostics_.report(missing_import, import.path.span, quote(path) + " " + failure->reason)
            .with_help("an import is relative to the file it stands in");
        program_.files[importer].incomplete = true;
        continue;
      }
      add(path, std::get<std::string>(std::move(text)));
    }
  }

  Loader& loader_;
  base::Sources& sources_;
  base::Diagnostics& diagnostics_;
  std::unordered_map<std::string, bool> known_;  // resolved name → whether it was read
  Program program_;
};

}  // namespace

Program load(std::string_view root, Loader& loader, base::Sources& sources, base::Diagnostics& diagnostics) {
  return Walk(loader, sources, diagnostics).run(root);
}

}  // namespace ochrec::syntax
