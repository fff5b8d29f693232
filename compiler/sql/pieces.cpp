#include "sql/pieces.hpp"

#include "spell/name.hpp"

namespace ochrec::sql {
namespace {

void append_action(Text& text, std::string_view event, Action action) {
  switch (action) {
    case Action::NoAction: return;
    case Action::Restrict: text << event << "RESTRICT"; return;
    case Action::Cascade: text << event << "CASCADE"; return;
    case Action::SetNull: text << event << "SET NULL"; return;
    case Action::SetDefault: text << event << "SET DEFAULT"; return;
  }
}

}  // namespace

Text& Text::name(std::string_view name) {
  ochre::spell::append_name(out_, name, database_);
  return *this;
}

Text& Text::names(std::span<const std::string> names) {
  std::string_view before = "(";
  for (const std::string& each : names) {
    *this << before;
    name(each);
    before = ", ";
  }
  return *this << ")";
}

void append_lines(Text& text, const std::vector<std::string>& lines) {
  std::string_view before = "  ";
  for (const std::string& line : lines) {
    text << before << line;
    before = ",\n  ";
  }
  text << "\n";
}

void append_default(Text& text, const Column& column) {
  if (!column.default_value) return;
  if (column.default_value->kind == ExprKind::Constant) {
    text << " DEFAULT " << *column.default_value;
  } else {
    text << " DEFAULT (" << *column.default_value << ")";
  }
}

void append_generated(Text& text, const Column& column) {
  if (column.generated) text << " GENERATED ALWAYS AS (" << *column.generated << ") STORED";
}

void append_key(Text& text, const PrimaryKey& key) {
  (text << "CONSTRAINT ").name(key.name) << " PRIMARY KEY ";
  text.names(key.columns);
}

void append_check(Text& text, const Check& check) {
  (text << "CONSTRAINT ").name(check.name) << " CHECK (" << check.condition << ")";
}

void append_foreign_key(Text& text, const ForeignKey& key) {
  (text << "CONSTRAINT ").name(key.name) << " FOREIGN KEY ";
  (text.names(key.columns) << " REFERENCES ").name(key.table) << " ";
  text.names(key.target_columns);
  append_action(text, " ON DELETE ", key.on_delete);
  append_action(text, " ON UPDATE ", key.on_update);
  if (key.deferrable) text << " DEFERRABLE INITIALLY DEFERRED";
}

void append_parts(Text& text, std::span<const IndexPart> parts) {
  std::string_view before = "(";
  for (const IndexPart& part : parts) {
    text << before;
    if (part.expr.kind == ExprKind::Column) {
      text << part.expr;
    } else {
      text << "(" << part.expr << ")";
    }
    if (part.descending) text << " DESC";
    before = ", ";
  }
  text << ")";
}

std::string table_doc(const Table& table) {
  std::string out = table.doc;
  for (const Column& column : table.columns) {
    if (column.doc.empty()) continue;
    if (!out.empty()) out += '\n';
    out += column.name + ": ";
    for (const char c : column.doc) out += c == '\n' ? std::string("\n  ") : std::string(1, c);
  }
  return out;
}

}  // namespace ochrec::sql
