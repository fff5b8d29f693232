#include "base/render.hpp"

#include <algorithm>
#include <string_view>

#include "base/letters.hpp"
#include "base/render_data.hpp"

namespace ochrec::base {
namespace {

constexpr std::size_t widest_line = 160;  // of a source line shown; longer ones are cut around the span

struct Paint {
  bool on;
  std::string operator()(std::string_view code, std::string_view text) const {
    if (!on) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }
};

std::string place(const SourceFile& file, Span span) {
  const Position at = file.position(span.begin);
  return file.path() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

// Control characters would move the cursor or change the terminal, so they are shown as a replacement
// character.
std::string printable(std::string_view text) {
  std::string shown;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (letter == '\t')
      shown += ' ';
    else if (byte < 0x20 || byte == 0x7F)
      shown += "\xEF\xBF\xBD";
    else
      shown += letter;
  }
  return shown;
}

// Where the character begins that the byte at `at` belongs to. A character has four bytes at most; what goes
// on for longer is no UTF-8, and cut anywhere.
std::size_t character_start(std::string_view line, std::size_t at) {
  const std::size_t least = at < 3 ? 0 : at - 3;
  while (at > least && continues_character(line[at])) --at;
  return at;
}

std::size_t character_end(std::string_view line, std::size_t at) {
  const std::size_t most = std::min(line.size(), at + 3);
  while (at < most && continues_character(line[at])) ++at;
  return at;
}

// The part of a line that is shown, so that a line of megabytes stays one line of the terminal.
struct Excerpt {
  std::string_view text;
  std::size_t begin = 0;  // of the span, in bytes of `text`
  std::size_t end = 0;
  bool cut_before = false;
  bool cut_after = false;
};

Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t end) {
  begin = std::min(begin, line.size());
  end = std::clamp(end, begin, line.size());
  if (line.size() <= widest_line) return {line, begin, end, false, false};
  const std::size_t from = begin > widest_line / 4 ? character_start(line, begin - widest_line / 4) : 0;
  const std::size_t to = character_end(line, std::min(line.size(), from + widest_line));
  return {line.substr(from, to - from), begin - from, std::min(end, to) - from, from > 0, to < line.size()};
}

std::string source_lines(const SourceFile& file, Span span, std::string_view label, const Paint& paint) {
  if (file.text().empty()) return {};  // also of a file that could not be read
  const Position at = file.position(span.begin);
  const std::uint32_t start = file.line_start(at.line);
  const Excerpt shown = excerpt(file.line(at.line), span.begin - start, span.end - start);
  const std::string number = std::to_string(at.line);
  const std::string blank(std::max<std::size_t>(number.size(), 4), ' ');
  const std::string lead = shown.cut_before ? "…" : "";
  const std::size_t before =
      count_code_points(shown.text.substr(0, shown.begin)) + (shown.cut_before ? 1 : 0);
  const std::size_t wide =
      std::max<std::size_t>(1, count_code_points(shown.text.substr(shown.begin, shown.end - shown.begin)));
  std::string out = std::string(blank.size() - number.size(), ' ') + number + " | " + lead +
                    printable(shown.text) + (shown.cut_after ? "…" : "") + "\n";
  out += blank + " | " + std::string(before, ' ') + paint("1;31", std::string(wide, '^'));
  if (!label.empty()) out += " " + std::string(label);
  return out + "\n";
}

std::string indented(std::string_view text, std::string_view indent) {
  std::string out;
  for (const char letter : text) {
    out += letter;
    if (letter == '\n') out += indent;
  }
  return out;
}

std::string text_of(const Diagnostic& finding, const Sources& sources, const Paint& paint) {
  const SourceFile& file = sources.file(finding.span.file);
  const bool error = finding.severity == Severity::Error;
  const std::string kind =
      std::string(error ? "error" : "warning") + "[" + std::string(finding.code.id) + "]";
  std::string out = place(file, finding.span) + ": " + paint(error ? "1;31" : "1;33", kind) + ": " +
                    printable(finding.message) + "\n" + source_lines(file, finding.span, "", paint);
  for (const Related& related : finding.related) {
    const SourceFile& other = sources.file(related.span.file);
    out += "  note: " + place(other, related.span) + ": " + related.message + "\n";
    out += source_lines(other, related.span, "", paint);
  }
  if (!finding.help.empty()) out += "  help: " + indented(finding.help, "        ") + "\n";
  return out;
}

std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string summary(const Diagnostics& diagnostics) {
  const auto& all = diagnostics.all();
  const auto warnings =
      static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Diagnostic& finding) {
        return finding.severity == Severity::Warning;
      }));
  std::string out;
  if (diagnostics.error_count() > 0) out += counted(diagnostics.error_count(), "error");
  if (warnings > 0) out += (out.empty() ? "" : ", ") + counted(warnings, "warning");
  if (diagnostics.omitted() > 0) out += "; " + std::to_string(diagnostics.omitted()) + " more not shown";
  return out.empty() ? out : out + "\n";
}

std::string as_text(const Diagnostics& diagnostics, const Sources& sources, bool colour) {
  std::string out;
  for (const Diagnostic& finding : diagnostics.all()) out += text_of(finding, sources, Paint{colour}) + "\n";
  return out + summary(diagnostics);
}

// The form of GCC's own messages, which editors and continuous integration already understand.
std::string as_gcc(const Diagnostics& diagnostics, const Sources& sources) {
  std::string out;
  for (const Diagnostic& finding : diagnostics.all()) {
    const SourceFile& file = sources.file(finding.span.file);
    const std::string kind = finding.severity == Severity::Error ? "error" : "warning";
    out += place(file, finding.span) + ": " + kind + ": " + printable(finding.message) + " [" +
           std::string(finding.code.id) + "]\n";
    for (const Related& related : finding.related)
      out += place(sources.file(related.span.file), related.span) + ": note: " + related.message + "\n";
    if (!finding.help.empty())
      out += place(file, finding.span) + ": note: " + indented(finding.help, "  ") + "\n";
  }
  return out;
}

}  // namespace

std::string render(const Diagnostics& diagnostics, const Sources& sources, DiagnosticFormat format,
                   bool colour) {
  switch (format) {
    case DiagnosticFormat::Text: return as_text(diagnostics, sources, colour);
    case DiagnosticFormat::Json: return render_json(diagnostics, sources);
    case DiagnosticFormat::Sarif: return render_sarif(diagnostics, sources);
    case DiagnosticFormat::Gcc: return as_gcc(diagnostics, sources);
  }
  return {};
}

}  // namespace ochrec::base
