#include "query/named_columns.hpp"

#include <algorithm>
#include <string>

#include "ochre/errors.hpp"
#include "query/scope.hpp"

namespace ochre::query {
namespace {

class Resolver {
 public:
  /// `makes` is the named query that this one makes. Only what is united with its first part sees it, so
  /// that nothing stands for itself.
  void select(Select& query, const CommonTable* makes) {
    const std::size_t before = known_.size();
    open_.push_back(&query);
    const CommonTable* hidden = hidden_;
    if (makes) hidden_ = makes;
    for (CommonTable& table : query.tables) {
      known_.push_back(&table);
      select(*table.query, &table);
    }
    if (query.first) select(*query.first, nullptr);
    clauses(query);
    hidden_ = hidden;
    for (Compound& member : query.compounds) select(*member.query, nullptr);
    for (OrderKey& key : query.order_by) node(*key.expression);
    known_.resize(before);
    open_.pop_back();
  }

 private:
  void clauses(Select& query) {
    require_parts(query);
    nodes(query.where);
    nodes(query.group_by);
    nodes(query.having);
    for (JoinClause& join : query.joins) {
      if (join.condition) node(*join.condition);
    }
    for (SelectItem& item : query.items) {
      if (item.expression) node(*item.expression);
    }
    for (SetClause& set : query.sets) node(*set.value);
  }
  void nodes(std::vector<NodePtr>& list) {
    for (NodePtr& item : list) node(*item);
  }

  void node(Node& node) {
    nodes(node.operands);
    if (node.query) select(*node.query, nullptr);
    if (node.op() != Op::NamedColumn) return;
    require_part(node.operand(0).token.text);
    find(node.operand(0).token.text, node.token.first, node);
  }

  /// Databases would look for tables of these names, and complain about the schema.
  void require_parts(const Select& query) const {
    for (const SelectItem& item : query.items) {
      if (!item.named.empty()) require_part(item.named);
    }
    for (std::size_t i = 0; i < query.joins.size(); ++i) {
      const JoinClause& join = query.joins[i];
      if (join.joined) require_other_name(model_at(*join.joined));
      if (join.joined) continue;
      if (!defined(join.named))
        throw StatementFailed("The named query " + std::string(join.named) +
                              " is joined without its definition; add with() for it.");
      if (uses(query, join.named) > 1)
        throw StatementFailed("The named query " + std::string(join.named) +
                              " is in the query twice; name it once more for the second.");
    }
    if (query.from) require_other_name(model_at(*query.from));
  }
  void require_other_name(const ModelInfo& model) const {
    if (defined(model.table))
      throw Unsupported("A query is named " + std::string(model.table) +
                        ", as a table that is used with it; give it another name.");
  }
  void require_part(std::string_view name) const {
    if (std::none_of(open_.begin(), open_.end(), [&](const Select* query) { return uses(*query, name) > 0; }))
      throw StatementFailed("The query uses the named query " + std::string(name) +
                            ", which is not a part of it; join it.");
  }
  /// How often a query is from a named one.
  static int uses(const Select& query, std::string_view name) {
    int count = query.from_named == name ? 1 : 0;
    for (const JoinClause& join : query.joins) count += !join.joined && join.named == name ? 1 : 0;
    return query.first ? uses(*query.first, name) : count;
  }
  const CommonTable* defined(std::string_view name) const {
    for (auto table = known_.rbegin(); table != known_.rend(); ++table) {
      if ((*table)->name == name) return *table;
    }
    return nullptr;
  }

  void find(std::string_view name, std::size_t column, Node& out) const {
    const CommonTable* table = defined(name);
    if (table && table != hidden_) find_in(*table->query, column, out);
  }
  /// The same among what a query defines for itself, before what is known around it.
  void find_from(const Select& query, std::string_view name, std::size_t column, Node& out) const {
    for (const CommonTable& table : query.tables) {
      if (table.name == name) return find_in(*table.query, column, out);
    }
    find(name, column, out);
  }
  void find_in(const Select& query, std::size_t column, Node& out) const {
    const Select& first = query.first ? *query.first : query;
    for (const SelectItem& item : first.items) {
      const std::size_t width = item.model ? model_at(*item.model).columns.size() : item.columns;
      if (item.expression) {
        if (column-- == 0) return stand_for(*item.expression, out);
      } else if (column < width) {
        return item.model ? stand_for(model_at(*item.model), column, out)
                          : find_from(query, item.named, column, out);
      } else {
        column -= width;
      }
    }
    if (!first.items.empty()) return;
    first.from ? stand_for(model_at(*first.from), column, out)
               : find_from(query, first.from_named, column, out);
  }

  static void stand_for(const Node& expression, Node& out) { out.meaning = &expression; }
  static void stand_for(const ModelInfo& model, std::size_t column, Node& out) {
    if (column < model.columns.size()) out.column = &model.columns[column];
  }

  std::vector<const CommonTable*> known_;
  std::vector<const Select*> open_;
  const CommonTable* hidden_ = nullptr;
};

}  // namespace

void resolve_named_columns(Select& query) { Resolver().select(query, nullptr); }

}  // namespace ochre::query
