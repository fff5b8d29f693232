// What the compiler says about its input, as data. How it is shown is render.hpp's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace ochrec::base {

enum class Severity : unsigned char { Error, Warning };

/// A law's stable name. Each room declares its own in `<room>/codes.hpp`, as `inline constexpr Code`; an id
/// never changes its meaning. The severity is part of the id: `E0123` is an error, `W0003` a warning.
struct Code {
  std::string_view id;
  /// The law in a few words, as a heading: "a relation has one other side".
  std::string_view title;

  constexpr Severity severity() const { return id.starts_with('W') ? Severity::Warning : Severity::Error; }
};

/// A page of `ochre explain` and of the reference: prose, an example that breaks the law and one that keeps
/// it. Both examples are whole schemas; a test compiles them.
struct Explanation {
  Code code;
  std::string_view text;
  std::string_view wrong;
  std::string_view right;
};

/// Another place that helps to understand: "first declared here".
struct Related {
  Span span;
  std::string message;
};

/// An edit that would mend the input: what to put in place of a span.
struct Fix {
  Span span;
  std::string replacement;
};

struct Diagnostic {
  Code code;
  Severity severity = Severity::Error;  // the code's, unless a denied warning became an error
  Span span;
  std::string message;
  std::string help;  // one sentence or a snippet to paste; empty when there is nothing useful to say
  std::vector<Related> related;
  std::vector<Fix> fixes;

  Diagnostic& with_help(std::string text);
  Diagnostic& with_related(Span where, std::string text);
  Diagnostic& with_fix(Span where, std::string replacement);
};

/// Collects what all stages report. Not thread-safe; one per run.
class Diagnostics {
 public:
  /// More errors than this are counted, not kept, and likewise warnings.
  static constexpr std::size_t limit = 100;

  /// Adds a finding. The reference is valid until the next call; beyond the limit, or for a code already
  /// reported at the same span, it is a scratch object.
  Diagnostic& report(Code code, Span span, std::string message);

  bool has_errors() const { return errors_ > 0; }
  std::size_t error_count() const { return errors_; }
  /// Findings that were counted and left out.
  std::size_t omitted() const { return omitted_; }
  const std::vector<Diagnostic>& all() const { return findings_; }

  /// Turns warnings of this id into errors; `"W"` means every warning. Returns whether one changed.
  bool deny(std::string_view id);
  /// By file, then place, then order of reporting.
  void sort();

 private:
  std::vector<Diagnostic> findings_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::size_t omitted_ = 0;
  Diagnostic scratch_;
};

}  // namespace ochrec::base
