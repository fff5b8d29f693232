#include "sqlite/difference.hpp"

#include <algorithm>

namespace ochre::sqlite {
namespace {

std::string quoted(const std::string& name) { return "'" + name + "'"; }

bool same_name(const std::string& left, const std::string& right) {
  return lower_case(left) == lower_case(right);
}

std::string list(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "(" : ", ") + name;
  return out + ")";
}

const ColumnShape* find_column(const TableShape& table, const std::string& name) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&](const ColumnShape& column) { return same_name(column.name, name); });
  return found == table.columns.end() ? nullptr : &*found;
}

std::string default_of(const ColumnShape& column) {
  return column.default_text.empty() ? "no default" : "the default " + column.default_text;
}

std::string kind_of(const ColumnShape& column) {
  if (!column.generated) return "an ordinary column";
  return column.stored ? "a stored generated column" : "a virtual generated column";
}

std::string column_difference(const ColumnShape& found, const ColumnShape& wanted) {
  const std::string column = "column " + quoted(wanted.name);
  if (!same_name(found.type, wanted.type)) return column + " is " + found.type + ", not " + wanted.type;
  if (found.not_null != wanted.not_null) return column + (found.not_null ? " is" : " is not") + " NOT NULL";
  if (found.default_text != wanted.default_text) {
    return column + " has " + default_of(found) + ", not " + default_of(wanted);
  }
  if (!same_name(found.collation, wanted.collation)) {
    return column + " has the collation " + found.collation + ", not " + wanted.collation;
  }
  if (kind_of(found) != kind_of(wanted)) return column + " is " + kind_of(found) + ", not " + kind_of(wanted);
  return {};
}

std::string columns_difference(const TableShape& found, const TableShape& wanted) {
  for (const ColumnShape& column : wanted.columns) {
    if (!find_column(found, column.name)) return "column " + quoted(column.name) + " is missing";
  }
  for (const ColumnShape& column : found.columns) {
    const ColumnShape* expected = find_column(wanted, column.name);
    if (!expected) return "column " + quoted(column.name) + " is not in the schema";
    if (std::string text = column_difference(column, *expected); !text.empty()) return text;
  }
  return {};
}

std::vector<std::string> key_of(const TableShape& table) {
  std::vector<std::pair<int, std::string>> parts;
  for (const ColumnShape& column : table.columns) {
    if (column.key_position > 0) parts.emplace_back(column.key_position, lower_case(column.name));
  }
  std::sort(parts.begin(), parts.end());
  std::vector<std::string> key;
  for (auto& [position, name] : parts) key.push_back(std::move(name));
  return key;
}

std::string table_difference(const TableShape& found, const TableShape& wanted) {
  if (found.strict != wanted.strict) return found.strict ? "the table is STRICT" : "the table is not STRICT";
  if (found.without_rowid != wanted.without_rowid) {
    return found.without_rowid ? "the table is WITHOUT ROWID" : "the table is not WITHOUT ROWID";
  }
  const auto found_key = key_of(found);
  const auto wanted_key = key_of(wanted);
  if (found_key != wanted_key) return "the primary key is " + list(found_key) + ", not " + list(wanted_key);
  if (found.autoincrement != wanted.autoincrement) {
    return found.autoincrement ? "the key is AUTOINCREMENT" : "the key is not AUTOINCREMENT";
  }
  return {};
}

std::string uniques_difference(const TableShape& found, const TableShape& wanted) {
  const auto missing_in = [](const auto& in, const auto& from) -> const std::vector<std::string>* {
    for (const auto& unique : from) {
      if (std::find(in.begin(), in.end(), unique) == in.end()) return &unique;
    }
    return nullptr;
  };
  if (const auto* unique = missing_in(found.uniques, wanted.uniques))
    return "unique " + list(*unique) + " is missing";
  if (const auto* unique = missing_in(wanted.uniques, found.uniques)) {
    return "unique " + list(*unique) + " is not in the schema";
  }
  return {};
}

std::string describe(const ForeignKeyShape& key) {
  std::string out = "to " + key.target + (key.target_columns.empty() ? "" : list(key.target_columns));
  out += " ON DELETE " + key.on_delete + " ON UPDATE " + key.on_update;
  return key.deferred ? out + " DEFERRABLE INITIALLY DEFERRED" : out;
}

const ForeignKeyShape* find_key(const TableShape& table, const std::vector<std::string>& columns) {
  for (const ForeignKeyShape& key : table.foreign_keys) {
    if (std::equal(key.columns.begin(), key.columns.end(), columns.begin(), columns.end(), same_name))
      return &key;
  }
  return nullptr;
}

std::string foreign_keys_difference(const TableShape& found, const TableShape& wanted) {
  for (const ForeignKeyShape& key : wanted.foreign_keys) {
    const ForeignKeyShape* existing = find_key(found, key.columns);
    if (!existing) return "the foreign key of " + list(key.columns) + " " + describe(key) + " is missing";
    if (!same_name(describe(*existing), describe(key))) {
      return "the foreign key of " + list(key.columns) + " leads " + describe(*existing) + ", not " +
             describe(key);
    }
  }
  for (const ForeignKeyShape& key : found.foreign_keys) {
    if (!find_key(wanted, key.columns))
      return "the foreign key of " + list(key.columns) + " is not in the schema";
  }
  return {};
}

std::string title(const TableText::Check& check) {
  return check.name.empty() ? "the check (" + check.text + ")" : "check " + quoted(check.name);
}

std::string checks_difference(const TableText& found, const TableText& wanted) {
  const auto same_as = [](const TableText::Check& check) {
    return [&](const TableText::Check& other) { return other.normal == check.normal; };
  };
  const auto named = [](const std::vector<TableText::Check>& checks, const std::string& name) {
    return std::find_if(checks.begin(), checks.end(),
                        [&](const TableText::Check& check) { return !name.empty() && check.name == name; });
  };
  for (const TableText::Check& check : wanted.checks) {
    if (std::any_of(found.checks.begin(), found.checks.end(), same_as(check))) continue;
    const auto other = named(found.checks, check.name);
    if (other != found.checks.end())
      return title(check) + " is (" + other->text + "), not (" + check.text + ")";
    return title(check) + " is missing";
  }
  for (const TableText::Check& check : found.checks) {
    if (std::none_of(wanted.checks.begin(), wanted.checks.end(), same_as(check))) {
      return title(check) + " is not in the schema";
    }
  }
  return {};
}

std::string generated_difference(const TableText& found, const TableText& wanted) {
  for (const TableText::Generated& column : wanted.generated) {
    for (const TableText::Generated& other : found.generated) {
      if (other.column != column.column || other.normal == column.normal) continue;
      return "column " + quoted(column.column) + " is computed as (" + other.text + "), not (" + column.text +
             ")";
    }
  }
  return {};
}

using Statements = std::map<std::string, std::string>;

std::string statements_difference(const char* kind, const Statements& found, const Statements& wanted) {
  for (const auto& [name, sql] : wanted) {
    const auto existing = found.find(name);
    const std::string title = std::string(kind) + " " + quoted(name);
    if (existing == found.end()) return title + " is missing";
    if (normal_sql(existing->second) != normal_sql(sql))
      return title + " is `" + existing->second + "`, not `" + sql + "`";
  }
  return {};
}

std::string dependents_difference(const TableShape& found, const TableShape& wanted) {
  std::string text = statements_difference("index", found.indexes, wanted.indexes);
  if (!text.empty()) return text;
  for (const auto& [name, sql] : found.indexes) {
    if (!wanted.indexes.contains(name)) return "index " + quoted(name) + " is not in the schema";
  }
  return statements_difference("trigger", found.triggers, wanted.triggers);
}

}  // namespace

std::string first_difference(const TableShape& found, const TableShape& wanted) {
  std::string text = columns_difference(found, wanted);
  if (text.empty()) text = table_difference(found, wanted);
  if (text.empty()) text = uniques_difference(found, wanted);
  if (text.empty()) text = foreign_keys_difference(found, wanted);
  if (text.empty()) text = checks_difference(found.text, wanted.text);
  if (text.empty()) text = generated_difference(found.text, wanted.text);
  if (text.empty()) text = dependents_difference(found, wanted);
  return text;
}

}  // namespace ochre::sqlite
