#include "query/tree.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "ochre/errors.hpp"
#include "query/named_columns.hpp"

namespace ochre::query {
namespace {

[[noreturn]] void malformed() { throw StatementFailed("The query's shape is malformed."); }

/// Builds selects from tokens. One stack of expressions serves all clauses; a clause takes what it needs off
/// the top.
class TreeBuilder {
 public:
  TreeBuilder(const std::uint8_t* shape, std::size_t size) : reader_(shape, size) {}

  Select read(bool nested) {
    Select select;
    const std::size_t bottom = stack_.size();
    std::vector<IncludeLevel> levels;
    while (!reader_.at_end()) {
      const Token token = reader_.next();
      if (token.op == Op::Close && nested) {
        if (stack_.size() != bottom) malformed();
        return select;
      }
      if (token.op == Op::Level) {
        levels.push_back(level(token));
      } else if (token.op == Op::Include) {
        select.includes.push_back(std::exchange(levels, {}));
      } else if (!clause(token, select)) {
        expression(token);
      }
    }
    if (nested || stack_.size() != bottom) malformed();
    return select;
  }

 private:
  void expression(const Token& token) {
    auto node = std::make_unique<Node>();
    node->token = token;
    if (token.op == Op::Open) {
      const std::size_t start = reader_.position();
      const std::uint32_t binding = bindings_;
      if (++nesting_ > most_nested)
        throw Unsupported("The queries in this one stand in each other more than 100 deep.");
      node->query = std::make_unique<Select>(read(true));
      --nesting_;
      spans_.push_back({start, reader_.position() - 1 - start, binding});
    } else if (token.op == Op::Bind || token.op == Op::List) {
      node->binding = bindings_++;
    } else {
      const auto count = static_cast<std::size_t>(operand_count(token));
      if (stack_.size() < count) malformed();
      if ((token.op == Op::And || token.op == Op::Or) && lengthen(token.op)) return;
      for (std::size_t i = stack_.size() - count; i < stack_.size(); ++i) {
        node->depth = std::max(node->depth, stack_[i]->depth + 1);
        node->operands.push_back(std::move(stack_[i]));
      }
      stack_.resize(stack_.size() - count);
      if (node->depth > most_levels)
        throw Unsupported("An expression in this query has more than 1000 operators in each other.");
    }
    stack_.push_back(std::move(node));
  }

  /// Chains of `and`, and of `or`, are one node with many operands: thousands of nodes inside each other
  /// would be too deep for the stack, and for databases.
  bool lengthen(Op op) {
    NodePtr& left = stack_[stack_.size() - 2];
    NodePtr& right = stack_.back();
    if (left->op() == op) {
      std::vector<NodePtr> added;
      if (right->op() == op) {
        added = std::move(right->operands);
      } else {
        added.push_back(std::move(right));
      }
      for (NodePtr& operand : added) left->operands.push_back(std::move(operand));
    } else if (right->op() == op) {
      right->operands.insert(right->operands.begin(), std::move(left));
      left = std::move(right);
    } else {
      return false;
    }
    stack_.pop_back();
    return true;
  }

  NodePtr pop() {
    if (stack_.empty()) malformed();
    NodePtr node = std::move(stack_.back());
    stack_.pop_back();
    return node;
  }
  Path pop_path() {
    const NodePtr node = pop();
    if (node->op() != Op::Source) malformed();
    return node->token.path;
  }
  std::string_view pop_text() {
    const NodePtr node = pop();
    if (node->op() != Op::Text) malformed();
    return node->token.text;
  }
  std::unique_ptr<Select> pop_query() {
    const NodePtr node = pop();
    if (node->op() != Op::Open) malformed();
    return std::move(node->query);
  }

  IncludeLevel level(const Token& token) {
    pop_query();
    const Span span = spans_.back();
    IncludeLevel level;
    level.owner = pop_path();
    level.relation = token.first;
    level.start = span.start;
    level.size = span.size;
    level.binding = span.binding;
    return level;
  }

  /// SQL would take these clauses as the first query's: a condition that was added last would hold for some
  /// of the rows, and silently.
  static void require_before_compounds(Op op) {
    switch (op) {
      case Op::Where:
      case Op::Having:
      case Op::GroupBy:
      case Op::Distinct:
      case Op::Select:
      case Op::SelectModel:
      case Op::SelectNamed:
      case Op::Join:
      case Op::JoinOn:
      case Op::JoinNamed:
        throw Unsupported(
            "Only order_by, limit and offset follow a union, intersect or except; put conditions, joins and "
            "selections into each of its queries, or make it a named query and select from that.");
      default: return;
    }
  }

  static void require_new_name(const Select& select, std::string_view name) {
    for (const CommonTable& known : select.tables) {
      if (known.name == name)
        throw Unsupported("Two different queries of this one are named " + std::string(name) +
                          "; give one of them another name.");
    }
  }

  /// What was said before the first compound holds for its first query, as for those that follow.
  static void close_first(Select& select) {
    if (select.order_by.empty() && !select.limit && !select.offset) return;
    Select whole;
    std::swap(whole.tables, select.tables);
    whole.first = std::make_unique<Select>(std::move(select));
    select = std::move(whole);
  }

  bool clause(const Token& token, Select& select) {
    if (!select.compounds.empty()) require_before_compounds(token.op);
    switch (token.op) {
      case Op::From: select.from = pop_path(); return true;
      case Op::FromNamed:
        select.from_named = pop_text();
        select.named_columns = token.first;
        return true;
      case Op::Where: select.where.push_back(pop()); return true;
      case Op::Having: select.having.push_back(pop()); return true;
      case Op::GroupBy: select.group_by.push_back(pop()); return true;
      case Op::OrderBy: select.order_by.push_back({pop(), token.first}); return true;
      case Op::Limit: select.limit = pop(); return true;
      case Op::Offset: select.offset = pop(); return true;
      case Op::Select: select.items.push_back({pop(), {}, {}}); return true;
      case Op::SelectModel: select.items.push_back({nullptr, pop_path(), {}}); return true;
      case Op::SelectNamed: select.items.push_back({nullptr, {}, pop_text(), token.first}); return true;
      case Op::ConflictColumn: select.conflict.push_back(pop()); return true;
      case Op::Distinct: select.distinct = true; return true;
      case Op::ForUpdate: select.for_update = true; return true;
      case Op::Set: {
        NodePtr value = pop();
        select.sets.push_back({pop(), std::move(value)});
        return true;
      }
      case Op::KeyLevel: {
        KeyLevel level{{}, token.first, {}};
        for (int i = 0; i < token.second; ++i) level.lists.insert(level.lists.begin(), pop()->binding);
        level.owner = pop_path();
        select.level = std::move(level);
        return true;
      }
      case Op::Join:
      case Op::JoinOn:
      case Op::JoinNamed: select.joins.push_back(join(token)); return true;
      case Op::Union:
      case Op::UnionAll:
      case Op::Intersect:
      case Op::Except:
        if (select.compounds.empty()) close_first(select);
        select.compounds.push_back({token.op, pop_query()});
        return true;
      case Op::With: {
        auto query = pop_query();
        CommonTable table{pop_text(), token.second, token.first != 0, std::move(query)};
        require_new_name(select, table.name);
        select.tables.push_back(std::move(table));
        return true;
      }
      default: return false;
    }
  }

  JoinClause join(const Token& token) {
    JoinClause join;
    if (token.op == Op::Join) {
      join.side = static_cast<JoinSide>(token.second);
      join.relation = token.first;
      join.joined = pop_path();
      join.owner = pop_path();
      return join;
    }
    join.side = static_cast<JoinSide>(token.first);
    join.condition = pop();
    if (token.op == Op::JoinOn) {
      join.joined = pop_path();
    } else {
      join.named = pop_text();
    }
    return join;
  }

  // What is deeper would be too deep for the stack, and is for databases.
  static constexpr int most_nested = 100;
  static constexpr std::size_t most_levels = 1000;

  struct Span {
    std::size_t start;
    std::size_t size;
    std::uint32_t binding;
  };

  ShapeReader reader_;
  std::vector<NodePtr> stack_;
  std::vector<Span> spans_;
  std::uint32_t bindings_ = 0;
  int nesting_ = 0;
};

}  // namespace

Select read_select(const std::uint8_t* shape, std::size_t size) {
  Select select = TreeBuilder(shape, size).read(false);
  resolve_named_columns(select);
  return select;
}

}  // namespace ochre::query
