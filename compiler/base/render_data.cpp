#include "base/render_data.hpp"

#include <nlohmann/json.hpp>
#include <set>

namespace ochrec::base {
namespace {

using Json = nlohmann::ordered_json;

constexpr int indent = 2;

// Paths and messages may quote bytes that are not UTF-8; those become replacement characters.
std::string dump(const Json& value) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string severity(const Diagnostic& finding) {
  return finding.severity == Severity::Error ? "error" : "warning";
}

Json region(const Sources& sources, Span span) {
  const SourceFile& file = sources.file(span.file);
  const Position begin = file.position(span.begin);
  const Position end = file.position(span.end);
  return {{"file", file.path()},
          {"line", begin.line},
          {"column", begin.column},
          {"end_line", end.line},
          {"end_column", end.column}};
}

Json as_json(const Diagnostic& finding, const Sources& sources) {
  Json out = {{"code", finding.code.id}, {"severity", severity(finding)}};
  out.update(region(sources, finding.span));
  out["message"] = finding.message;
  out["help"] = finding.help.empty() ? Json(nullptr) : Json(finding.help);
  out["related"] = Json::array();
  for (const Related& related : finding.related) {
    Json other = region(sources, related.span);
    other["message"] = related.message;
    out["related"].push_back(std::move(other));
  }
  out["fixes"] = Json::array();
  for (const Fix& fix : finding.fixes) {
    Json edit = region(sources, fix.span);
    edit["replacement"] = fix.replacement;
    out["fixes"].push_back(std::move(edit));
  }
  return out;
}

Json sarif_region(const Sources& sources, Span span) {
  const SourceFile& file = sources.file(span.file);
  const Position begin = file.position(span.begin);
  const Position end = file.position(span.end);
  return {{"startLine", begin.line},
          {"startColumn", begin.column},
          {"endLine", end.line},
          {"endColumn", end.column}};
}

// SARIF names files by URI references (RFC 3986), whose characters are few.
std::string uri_of(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char letter : path) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                       (byte >= '0' && byte <= '9') ||
                       std::string_view("/-._~").find(letter) != std::string_view::npos;
    if (plain) {
      out += letter;
    } else {
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    }
  }
  return out;
}

Json sarif_location(const Sources& sources, Span span) {
  return {{"physicalLocation",
           {{"artifactLocation", {{"uri", uri_of(sources.file(span.file).path())}}},
            {"region", sarif_region(sources, span)}}}};
}

// One fix of several edits: SARIF's fixes are alternatives to each other.
Json sarif_fix(const Sources& sources, const std::vector<Fix>& edits) {
  Json changes = Json::array();
  for (const Fix& edit : edits) {
    const Json replacement = {{"deletedRegion", sarif_region(sources, edit.span)},
                              {"insertedContent", {{"text", edit.replacement}}}};
    changes.push_back({{"artifactLocation", {{"uri", uri_of(sources.file(edit.span.file).path())}}},
                       {"replacements", Json::array({replacement})}});
  }
  return {{"artifactChanges", std::move(changes)}};
}

Json sarif_result(const Diagnostic& finding, const Sources& sources) {
  const std::string text =
      finding.help.empty() ? finding.message : finding.message + "\nhelp: " + finding.help;
  Json out = {{"ruleId", finding.code.id},
              {"level", severity(finding)},
              {"message", {{"text", text}}},
              {"locations", Json::array({sarif_location(sources, finding.span)})}};
  for (const Related& related : finding.related) {
    Json location = sarif_location(sources, related.span);
    location["message"] = {{"text", related.message}};
    out["relatedLocations"].push_back(std::move(location));
  }
  if (!finding.fixes.empty()) out["fixes"].push_back(sarif_fix(sources, finding.fixes));
  return out;
}

}  // namespace

std::string render_json(const Diagnostics& diagnostics, const Sources& sources) {
  Json out = {{"diagnostics", Json::array()}, {"omitted", diagnostics.omitted()}};
  for (const Diagnostic& finding : diagnostics.all()) out["diagnostics"].push_back(as_json(finding, sources));
  return dump(out);
}

std::string render_sarif(const Diagnostics& diagnostics, const Sources& sources) {
  Json rules = Json::array();
  Json results = Json::array();
  std::set<std::string_view> seen;
  for (const Diagnostic& finding : diagnostics.all()) {
    if (seen.insert(finding.code.id).second)
      rules.push_back({{"id", finding.code.id}, {"shortDescription", {{"text", finding.code.title}}}});
    results.push_back(sarif_result(finding, sources));
  }
  const Json driver = {{"name", "ochre"}, {"rules", std::move(rules)}};
  return dump({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
               {"version", "2.1.0"},
               {"runs", Json::array({{{"tool", {{"driver", driver}}},
                                      {"columnKind", "unicodeCodePoints"},
                                      {"results", std::move(results)}}})}});
}

}  // namespace ochrec::base
