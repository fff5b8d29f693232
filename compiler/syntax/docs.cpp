#include "syntax/docs.hpp"

#include <algorithm>

#include "syntax/codes.hpp"

namespace ochrec::syntax {

constexpr std::size_t most_warnings = 20;

Docs::Docs(const std::vector<DocLine>& lines, const base::SourceFile& source)
    : lines_(lines), source_(source), taken_(lines.size(), false) {}

ast::Doc Docs::take(std::size_t first, std::size_t last) {
  ast::Doc doc;
  for (std::size_t i = first_at_or_after(first); i < lines_.size() && lines_[i].next <= last; ++i) {
    const bool leads = lines_[i].next == first && !lines_[i].trailing;
    const bool trails = lines_[i].next > first && lines_[i].trailing;
    if ((leads || trails) && !taken_[i]) add(i, doc);
  }
  return doc;
}

void Docs::forget(std::size_t first, std::size_t last) {
  for (std::size_t i = first_at_or_after(first); i < lines_.size() && lines_[i].next <= last; ++i)
    taken_[i] = true;
}

void Docs::report_dangling(base::Diagnostics& diagnostics) const {
  std::size_t warnings = 0;
  for (std::size_t i = 0; i < lines_.size() && warnings < most_warnings; ++i) {
    if (taken_[i]) continue;
    ++warnings;
    diagnostics.report(dangling_doc, lines_[i].span, "this documents nothing")
        .with_help(
            "put it above a declaration or field, or behind one on its line; `//` is an ordinary comment")
        .with_fix({lines_[i].span.file, lines_[i].span.begin, lines_[i].span.begin + 3}, "//");
  }
}

void Docs::add(std::size_t line, ast::Doc& doc) {
  taken_[line] = true;
  const base::Span span = lines_[line].span;
  std::string_view text = source_.text(span).substr(3);
  if (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  const bool first = doc.span == base::Span{};
  doc.span = first ? span : base::cover(doc.span, span);
  if (!first) doc.text += '\n';
  doc.text += text;
}

std::size_t Docs::first_at_or_after(std::size_t token) const {
  const auto found =
      std::lower_bound(lines_.begin(), lines_.end(), token,
                       [](const DocLine& line, std::size_t value) { return line.next < value; });
  return static_cast<std::size_t>(found - lines_.begin());
}

}  // namespace ochrec::syntax
