// Renders selects and the statements made from them: whole queries, counts, existence, updates and deletes.
#pragma once

#include <string>
#include <vector>

#include "query/expression_writer.hpp"
#include "query/scope.hpp"
#include "query/tree.hpp"

namespace ochre::query {

/// Writes one statement; use a new one for the next.
class SelectWriter {
 public:
  /// `skipped` parameters come before those of the shape.
  explicit SelectWriter(Dialect dialect, std::size_t skipped = 0)
      : dialect_(dialect), expressions_(dialect, *this, skipped) {}

  /// The query itself, with its WITH clause.
  std::string select(const Select& query);
  std::string count(const Select& query);
  std::string exists(const Select& query);
  /// `returning` adds all columns of the updated rows.
  std::string update(const Select& query, bool returning);
  std::string erase(const Select& query);
  /// Inserts one row, whose written columns are the first parameters.
  std::string upsert(const Select& query);

  /// A query inside an expression of another one.
  std::string nested(const Select& query, Scope& outer);
  /// The same for EXISTS.
  std::string nested_exists(const Select& query, Scope& outer);
  /// any(), none() and count() of a relation.
  std::string related(const Node& node, Scope& outer);

 private:
  /// Numbered: what is selected, named c0, c1, …
  enum class Items { Selected, Numbered, One, Key };

  std::string level(const Select& query);
  std::string key_lists(const KeyLevel& level) const;
  std::string level_tables(const RelationInfo& relation, const Occurrence& target, const char* join,
                           std::string& link);
  std::string limited_keys(const Select& query, const RelationInfo& relation, const Occurrence& target);
  std::string with_clause(const Select& query);
  std::string any_row(const Select& query, Scope* outer);
  std::string body(const Select& query, Scope* outer, Items items);
  std::string core(const Select& query, Scope& scope, Items items, std::string& order);
  std::string compound(const Select& query, Scope* outer);
  std::string first_member(const Select& query, Scope* outer, Scope& scope, Items items);
  std::string tail(const Select& query, const std::string& order, Scope& scope);
  void open_tables(const Select& query, Scope& scope);
  void join(const JoinClause& clause, Scope& scope);
  std::string joined_on(const JoinClause& clause, bool left, Scope& scope);
  std::string item_list(const Select& query, Scope& scope, Items items);
  std::string columns_of(const Occurrence& table) const;
  void add_columns(std::vector<std::string>& out, const Occurrence& table) const;
  void add_named_columns(std::vector<std::string>& out, std::string_view name, int count) const;
  std::string from_clause(const Select& query, Scope& scope);
  std::string row_filter(const Select& query, Scope& scope);
  std::string changed_rows(const Select& query, Scope& scope);
  std::string set_list(const Select& query, Scope& scope);

  Dialect dialect_;
  Aliases aliases_;
  ExpressionWriter expressions_;
};

}  // namespace ochre::query
