// Renders expressions to SQL. Selects inside expressions are handed to the select writer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ochre/view.hpp"
#include "query/scope.hpp"
#include "query/tree.hpp"
#include "spell/operation.hpp"

namespace ochre::query {

class SelectWriter;

/// A piece of SQL and how tightly it binds.
struct Piece {
  std::string text;
  spell::Binding binding = spell::Binding::Primary;
};

class ExpressionWriter {
 public:
  /// `skipped` parameters come before those of the shape.
  ExpressionWriter(Dialect dialect, SelectWriter& selects, std::size_t skipped = 0)
      : dialect_(dialect), selects_(selects), skipped_(skipped) {}

  Piece write(const Node& node, Scope& scope);
  /// For places between commas or keywords, where nothing needs parentheses.
  std::string text(const Node& node, Scope& scope) { return write(node, scope).text; }
  /// Conditions joined with AND.
  std::string all(const std::vector<NodePtr>& conditions, Scope& scope);

  /// A column of a table, or the expression of a virtual one.
  std::string column(const Occurrence& table, std::size_t number) const;
  /// A column as the table holds it; compared only with itself or with what refers to it.
  std::string stored_column(const Occurrence& table, std::size_t number) const;
  /// Parameter `binding`, counting from 0.
  std::string parameter(std::uint32_t binding) const;
  /// An ORDER BY key.
  std::string order_key(const Node& expression, std::uint8_t direction, Scope& scope);
  bool can_be_null(const Node& node, Scope& scope) const;
  /// An ORDER BY key that is spelled already; `values` are an enum's.
  std::string order_text(std::string text, View<const std::string_view> values, std::uint8_t direction,
                         bool nullable) const;

 private:
  Piece spelled(const Node& node, Scope& scope);
  std::string order_operand(const Node& node, Scope& scope);
  std::optional<Piece> about_text(const Node& node, Scope& scope);
  Piece apply(spell::Operation operation, const std::vector<Piece>& operands) const;
  Piece apply(spell::Operation operation, const Node& node, Scope& scope);
  Piece chain(const std::vector<NodePtr>& operands, Op op, Scope& scope);
  Piece membership(const Node& node, Scope& scope);
  Piece match(const Node& node, Scope& scope);
  Piece text_search(const Node& node, Scope& scope, bool fold);
  Piece date_part(const Node& node, Scope& scope);
  Piece choice(const Node& node, Scope& scope);
  Piece json(const Node& node, Scope& scope);
  Piece raw(const Node& node, Scope& scope);
  std::string call(const char* name, const Node& node, Scope& scope);

  // In number_writer.cpp.
  Piece arithmetic(const Node& node, Scope& scope);
  Piece computed(const Node& node, Scope& scope);
  Piece rounded(const Node& node, Scope& scope);
  Piece aggregate(const Node& node, Scope& scope);
  std::string aggregate_call(const Node& node, Scope& scope);
  std::string window(const Node& node, Scope& scope);
  std::string frame(const Node& node) const;
  std::string row_count(const Node& count) const;

  Dialect dialect_;
  SelectWriter& selects_;
  std::size_t skipped_;
};

}  // namespace ochre::query
