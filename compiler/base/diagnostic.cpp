#include "base/diagnostic.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ochrec::base {

Diagnostic& Diagnostic::with_help(std::string text) {
  help = std::move(text);
  return *this;
}

Diagnostic& Diagnostic::with_related(Span where, std::string text) {
  related.push_back({where, std::move(text)});
  return *this;
}

Diagnostic& Diagnostic::with_fix(Span where, std::string replacement) {
  fixes.push_back({where, std::move(replacement)});
  return *this;
}

Diagnostic& Diagnostics::report(Code code, Span span, std::string message) {
  const bool known = std::any_of(findings_.begin(), findings_.end(), [&](const Diagnostic& other) {
    return other.span == span && other.code.id == code.id;
  });
  scratch_ = {code, code.severity(), span, std::move(message), {}, {}, {}};
  if (known) return scratch_;
  std::size_t& count = code.severity() == Severity::Error ? errors_ : warnings_;
  if (++count > limit) {
    ++omitted_;
    return scratch_;
  }
  return findings_.emplace_back(std::move(scratch_));
}

bool Diagnostics::deny(std::string_view id) {
  bool changed = false;
  for (Diagnostic& finding : findings_) {
    if (finding.severity != Severity::Warning || (id != "W" && finding.code.id != id)) continue;
    finding.severity = Severity::Error;
    --warnings_;
    ++errors_;
    changed = true;
  }
  return changed;
}

void Diagnostics::sort() {
  std::stable_sort(findings_.begin(), findings_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.span.file, a.span.begin) < std::tie(b.span.file, b.span.begin);
  });
}

}  // namespace ochrec::base
