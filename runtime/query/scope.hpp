// Which tables a select can see and what they are called in its SQL. Paths over to-one relations become joins
// here, the first time a column is reached through them.
#pragma once

#include <deque>
#include <string>
#include <string_view>

#include "ochre/dialect.hpp"
#include "ochre/model_info.hpp"
#include "ochre/path.hpp"
#include "ochre/view.hpp"

namespace ochre::query {

/// One table of a FROM clause.
struct Occurrence {
  const ModelInfo* model = nullptr;
  Path path;
  std::string name;       ///< its alias in the SQL
  bool optional = false;  ///< may have no row: outer side of a join
};

/// Hands out aliases t0, t1, … over a whole statement.
class Aliases {
 public:
  std::string next() { return "t" + std::to_string(used_++); }

 private:
  int used_ = 0;
};

/// The tables of one select. `outer` is the select around it, whose tables it also sees. Not movable: inner
/// scopes point to it.
class Scope {
 public:
  Scope(Dialect dialect, Aliases& aliases, Scope* outer)
      : dialect_(dialect), aliases_(aliases), outer_(outer) {}
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

  /// Adds a table without writing any SQL for it. Throws StatementFailed when it is there already.
  const Occurrence& add(const Path& path, bool optional);
  /// The table at a path, joined now when need be. Throws StatementFailed when the query has no such table.
  const Occurrence& resolve(const Path& path);
  void add_join(std::string_view text) { joins_ += text; }
  /// While a table is being joined: paths that begin at it are joined to it in `text`, not to what comes
  /// before it. Null ends that.
  void join_inside(const Path* table, std::string* text) {
    inside_ = table;
    inside_text_ = text;
  }

  /// The JOIN clauses so far, each with a space before it.
  const std::string& joins() const { return joins_; }
  /// Whether resolving paths has joined tables beyond those added.
  bool walked() const { return walked_; }

 private:
  Occurrence* find(const Path& path);
  const Occurrence& walk(const Path& path);

  Dialect dialect_;
  Aliases& aliases_;
  Scope* outer_;
  std::deque<Occurrence> tables_;
  std::string joins_;
  const Path* inside_ = nullptr;
  std::string* inside_text_ = nullptr;
  bool walked_ = false;
};

bool same_path(const Path& a, const Path& b);

/// The model at the end of a path. Throws StatementFailed when a step is no to-one relation.
const ModelInfo& model_at(const Path& path);
/// A relation by number. Throws StatementFailed when the model has fewer.
const RelationInfo& relation_of(const ModelInfo& model, std::uint8_t number);
/// A column by number. Throws StatementFailed when the model has fewer.
const ColumnInfo& column_of(const ModelInfo& model, std::size_t number);

/// Appends `table AS alias`.
void append_table(std::string& out, const ModelInfo& model, std::string_view alias, Dialect dialect);
/// Appends `left.a = right.b AND …` over paired columns.
void append_key_match(std::string& out, const ModelInfo& left, std::string_view left_alias,
                      View<const std::uint16_t> left_columns, const ModelInfo& right,
                      std::string_view right_alias, View<const std::uint16_t> right_columns, Dialect dialect);

}  // namespace ochre::query
