#include "parsed.hpp"

#include "syntax/dump.hpp"
#include "syntax/parse.hpp"

namespace ochre_test {

Parsed::Parsed(std::string text) {
  const ochrec::base::FileId id = sources.add("test.ochre", std::move(text));
  file = ochrec::syntax::parse(sources.file(id), diagnostics);
  diagnostics.sort();
}

std::string Parsed::findings() const {
  std::string result;
  for (const ochrec::base::Diagnostic& finding : diagnostics.all()) {
    const auto place = sources.file(finding.span.file).position(finding.span.begin);
    if (!result.empty()) result += ", ";
    result +=
        std::string(finding.code.id) + " " + std::to_string(place.line) + ":" + std::to_string(place.column);
  }
  return result;
}

std::string Parsed::said() const {
  if (diagnostics.all().size() != 1) return "not one finding: " + findings();
  const ochrec::base::Diagnostic& finding = diagnostics.all().front();
  return finding.help.empty() ? finding.message : finding.message + " | " + finding.help;
}

std::string Parsed::dump() const { return ochrec::syntax::dump(file); }

std::string dump_of_members(const std::string& members) {
  const Parsed parsed("model M {\n" + members + "\n}\n");
  if (parsed.diagnostics.has_errors()) return parsed.findings();
  const std::string whole = parsed.dump();
  return whole.substr(whole.find('\n') + 1);
}

}  // namespace ochre_test
