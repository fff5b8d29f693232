// Reads a query from JSON into a fragment. Names are looked up in the schema, operands are typed, and what
// comes out has the rows it says it has; the order of clauses and which tables are in reach is checked by
// rendering.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ochre/fragment.hpp"
#include "ochre/model_info.hpp"
#include "ochre/view.hpp"
#include "query/json_rows.hpp"
#include "query/json_value.hpp"

namespace ochre::query {

/// Throws ValidationFailed: this query is refused, with a reason that completes the sentence.
[[noreturn]] void refuse_query(const std::string& why);

/// What a query that was read has for rows.
struct ReadRows {
  Path from;             ///< the table it is from; without root when that is a named query
  bool selects = false;  ///< has clauses that say what a row is made of
  RowType row;
};

/// For one document. `models` are those it may speak of.
class QueryReader {
 public:
  explicit QueryReader(View<const ModelInfo* const> models) : models_(models) {}

  /// A whole query, added to fragment().
  ReadRows query(const JsonValue& clauses);
  /// The same with what a graph of its rows includes, which goes to includes().
  ReadRows graph(const JsonValue& clauses);

  Fragment& fragment() { return out_; }
  Fragment& includes() { return includes_; }

 private:
  /// Which functions over many rows an expression may use where it stands.
  enum class Place { Rows, Groups, Results };

  /// A common table expression. It is read when a clause first needs it, because it may stand after that.
  struct Named {
    std::string_view name;
    const JsonValue* clause = nullptr;
    enum { Unread, Reading, Known } state = Unread;
    bool has_row = false;   // a recursive one has a row as soon as its first part was read
    std::size_t depth = 0;  // of the query that makes it
    bool used_by_itself = false;
    RowType row;
    Fragment text;
  };

  /// What one query sees, besides what the queries around it do.
  struct Frame {
    std::vector<Named> named;
    std::vector<std::pair<Path, bool>> tables;  // with whether an outer join may leave them without a row
    std::vector<std::pair<std::string_view, bool>> joined;  // the same for named queries
    bool aggregated = false;
    bool grouped = false;
    bool windowed = false;
    bool wrapped = false;          // has clauses that put it into parentheses among others
    bool recursive = false;        // is from the named query that it is a part of
    int bare_columns = 0;          // columns outside of aggregates
    std::vector<bool> bare_items;  // which selected items have such
  };

  // json_reader.cpp
  ReadRows query(const JsonValue& clauses, Named* defines);
  void look_ahead(const JsonValue& clause);
  static void lack_rows(ReadRows& rows, const Frame& frame);
  void clause(Op op, const JsonValue& item, ReadRows& rows, Named* defines);
  void from(const JsonValue& item, ReadRows& rows);
  void from_named(const JsonValue& item, ReadRows& rows);
  void select(Op op, const JsonValue& item, ReadRows& rows);
  Type named_rows(const JsonValue& item);
  void compound(Op op, const JsonValue& item, ReadRows& rows, Named* defines);
  void with(const JsonValue& item);
  void row_clause(Op op, const JsonValue& item);
  void condition(Op op, const JsonValue& item, Place place);
  void order(const JsonValue& item);
  void count(Op op, const JsonValue& item);
  void use(Named& named);
  void join(const JsonValue& item);
  void join_on(Op op, const JsonValue& item);
  void include(const JsonValue& item, const ModelInfo& root);
  const ModelInfo* level(const JsonValue& item, const ModelInfo& owner, std::vector<std::uint8_t>& chain);

  // json_expressions.cpp: each returns its type, after its tokens were added.
  Type expression(const JsonValue& item);
  Type expression(const JsonValue& item, Place place);
  Type operation(Op op, const JsonValue& item);
  Type exact(Op op, const JsonValue& item, const Type& operand);
  Type chain(Op op, const JsonValue& item);
  Type column(const JsonValue& item);
  Type named_column(const JsonValue& item);
  Type value(const JsonValue& item);
  Type membership(Op op, const JsonValue& item);
  Type choice_of_query(Op op, const JsonValue& item);
  Type scalar_query(const JsonValue& item);
  Type related(Op op, const JsonValue& item);
  Type aggregate(Op op, const JsonValue& item);
  Type filtered(const JsonValue& item);
  Type window(const JsonValue& item);
  Type window_function(const JsonValue& item);
  void row_count(const JsonValue& item, std::int64_t least);
  void frame(const JsonValue& item);
  static void require_order(Family family);
  Type neighbour(Op op, const JsonValue& item);
  ReadRows nested(const JsonValue& item);

  // json_names.cpp
  Path source(const JsonValue& item);
  Path table(const JsonValue& item);
  Path path_of(const JsonValue& item) const;
  bool may_lack_row(const Path& path) const;
  bool may_lack_row(const Named& known) const;
  Named& named(const JsonValue& text);
  void read_named(std::size_t frame, Named& named);
  std::string_view new_name(const JsonValue& text) const;
  std::uint8_t relation_number(const ModelInfo& model, const JsonValue& item) const;
  std::uint8_t relation_named(const ModelInfo& model, const JsonValue& name) const;
  Op operator_of(const JsonValue& item);

  View<const ModelInfo* const> models_;
  Fragment out_;
  Fragment includes_;
  std::vector<std::unique_ptr<Frame>> frames_;
  std::vector<std::vector<std::uint8_t>> conditioned_;  // include chains that have conditions
  Place place_ = Place::Rows;
  bool in_aggregate_ = false;
  bool windowed_ = false;  // the next aggregate is over a window
  bool reads_graph_ = false;
  int named_depth_ = 0;
  int operators_ = 0;
};

// What an object of the document holds; each throws ValidationFailed when it does not.
const JsonValue& need(const JsonValue& object, std::string_view name, JsonType type);
std::uint8_t small_number(const JsonValue& object, std::string_view name, std::int64_t most);
const std::vector<JsonValue>& arguments(const JsonValue& item, std::size_t count);
const JsonValue& only_argument(const JsonValue& item);
Kind kind_of(const JsonValue& item);
/// The operator of an object, if it is one of an operator.
std::optional<Op> peek_operator(const JsonValue& item);

}  // namespace ochre::query
