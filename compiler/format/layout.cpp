#include "format/layout.hpp"

#include <algorithm>

#include "base/source.hpp"

namespace ochrec::format {
namespace {

/// A part or a comment on lines of its own, with the comments that follow on its last line.
struct Entry {
  const Part* part = nullptr;
  std::string text;
  std::string trailing;
  bool blank_before = false;
};

class Layout {
 public:
  Layout(const std::vector<Part>& parts, const Original& original) : parts_(parts), original_(original) {}

  /// Fills the entries, and `opening`, if there is a `{`, with the comments behind it. Commas count as white
  /// space.
  void collect(std::uint32_t begin, std::uint32_t end, std::string* opening) {
    std::uint32_t place = begin;
    for (const Part& part : parts_) {
      place = add_comments(place, part.span.begin, opening);
      add(&part, part.text, part.span, place);
      place = part.span.end;
    }
    add_comments(place, end, opening);
  }

  /// Between declarations that need it, where the author left none: before the comments that lead to the
  /// later one.
  void separate_groups() {
    const Entry* before = nullptr;
    std::size_t first = 0;  // after `before`
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].part == nullptr) continue;
      if (before != nullptr && needs_blank(*before, entries_[i]) &&
          std::none_of(entries_.begin() + static_cast<long>(first),
                       entries_.begin() + static_cast<long>(i) + 1,
                       [](const Entry& entry) { return entry.blank_before; }))
        entries_[first].blank_before = true;
      before = &entries_[i];
      first = i + 1;
    }
  }

  /// Fields, or statements, that follow each other without a blank line share their columns.
  void align() {
    for (std::size_t begin = 0; begin < entries_.size();) {
      const Part* first = entries_[begin].part;
      std::size_t end = begin + 1;
      while (end < entries_.size() && !entries_[end].blank_before && alike(first, entries_[end].part)) {
        if (first == nullptr) first = entries_[end].part;
        ++end;
      }
      align_section(begin, end);
      begin = end;
    }
  }

  std::string lines(std::size_t indent) const {
    std::string result;
    for (const Entry& entry : entries_) {
      result += entry.blank_before ? "\n\n" : "\n";
      result += std::string(indent, ' ') + entry.text + entry.trailing;
    }
    return result;
  }

 private:
  static bool alike(const Part* a, const Part* b) {
    return a == nullptr || b == nullptr || a->cells.empty() == b->cells.empty();
  }
  static bool spans_lines(const Entry& entry) { return entry.text.find('\n') != std::string::npos; }

  static bool needs_blank(const Entry& a, const Entry& b) {
    return a.part->group != b.part->group || spans_lines(a) || spans_lines(b);
  }

  void add(const Part* part, std::string text, base::Span span, std::uint32_t previous_end) {
    const bool blank = !entries_.empty() && original_.has_blank_line(previous_end, span.begin);
    entries_.push_back({part, std::move(text), {}, blank});
  }

  /// The comments of a range without parts; returns the end of the last, or `begin`.
  std::uint32_t add_comments(std::uint32_t begin, std::uint32_t end, std::string* opening) {
    std::uint32_t place = begin;
    for (const ast::Comment& comment : original_.comments(begin, end)) {
      const std::string text = comment_text(comment);
      const bool shares_line = !original_.has_line_end(place, comment.span.begin);
      if (shares_line && !entries_.empty()) {
        entries_.back().trailing += (entries_.back().trailing.empty() ? "  " : " ") + text;
      } else if (shares_line && opening != nullptr) {
        *opening += "  " + text;
      } else {
        add(nullptr, text, comment.span, place);
      }
      place = comment.span.end;
    }
    return place;
  }

  std::string comment_text(const ast::Comment& comment) const {
    std::string text = normal_line_ends(original_.text(comment.span));
    text.erase(text.find_last_not_of(" \t\r") + 1);
    return text;
  }

  void align_section(std::size_t begin, std::size_t end) {
    std::vector<std::size_t> widths;
    for (std::size_t i = begin; i < end; ++i) measure(entries_[i], widths);
    for (std::size_t i = begin; i < end; ++i) fill(entries_[i], widths);
    std::size_t widest = 0;
    for (std::size_t i = begin; i < end; ++i)
      if (takes_column(entries_[i])) widest = std::max(widest, base::count_code_points(entries_[i].text));
    for (std::size_t i = begin; i < end; ++i)
      if (takes_column(entries_[i]))
        entries_[i].text.append(widest - base::count_code_points(entries_[i].text), ' ');
  }

  /// A comment behind a part lines up with those behind its neighbours.
  static bool takes_column(const Entry& entry) {
    return entry.part != nullptr && !entry.trailing.empty() && !spans_lines(entry);
  }

  /// A cell counts only when another follows it.
  static void measure(const Entry& entry, std::vector<std::size_t>& widths) {
    if (entry.part == nullptr) return;
    const auto& cells = entry.part->cells;
    widths.resize(std::max(widths.size(), cells.size()));
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
      if (cells[i].find('\n') == std::string::npos)
        widths[i] = std::max(widths[i], base::count_code_points(cells[i]));
    }
  }

  static void fill(Entry& entry, const std::vector<std::size_t>& widths) {
    if (entry.part == nullptr || entry.part->cells.empty()) return;
    const auto& cells = entry.part->cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      entry.text += cells[i];
      if (i + 1 == cells.size()) break;
      const std::size_t width = base::count_code_points(cells[i]);
      entry.text.append(1 + (widths[i] > width ? widths[i] - width : 0), ' ');
    }
  }

  const std::vector<Part>& parts_;
  const Original& original_;
  std::vector<Entry> entries_;
};

}  // namespace

std::string lay_out_block(const std::vector<Part>& parts, std::uint32_t begin, std::uint32_t end,
                          std::size_t indent, const Original& original) {
  Layout layout(parts, original);
  std::string opening;
  layout.collect(begin, end, &opening);
  layout.align();
  return opening + layout.lines(indent);
}

std::string lay_out_file(const std::vector<Part>& parts, const Original& original) {
  Layout layout(parts, original);
  layout.collect(0, original.size(), nullptr);
  layout.separate_groups();
  layout.align();
  const std::string text = layout.lines(0);
  return text.empty() ? text : text.substr(1) + '\n';
}

}  // namespace ochrec::format
