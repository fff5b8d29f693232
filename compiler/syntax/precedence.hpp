// From operators in a row to a tree. The grammar reads `a + b * c == d` as one flat list; which operator
// binds tighter is said here, once:  or < and < not < comparisons and tests < + - < * / % < unary minus.
#pragma once

#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "syntax/ast_expression.hpp"

namespace ochrec::syntax {

struct Prefix {
  ast::UnaryOperator op = ast::UnaryOperator::Negate;
  base::Span span;
};

/// One value with the signs before it and the operator, if any, that joins it to what came before.
struct Operand {
  std::vector<Prefix> prefixes;
  ast::Expression value;
};

/// What follows a value: an operator with its right side, or a test without one (`is null`, `in […]`, `like
/// "…"`).
struct Infix {
  ast::BinaryOperator op = ast::BinaryOperator::Or;
  base::Span span;
  Operand right;
};

struct NullTest {
  bool negated = false;
  base::Span span;
};

struct InTest {
  std::vector<ast::Expression> items;
  base::Span span;
};

struct LikeTest {
  ast::Text pattern;
  base::Span span;
};

using Tail = std::variant<Infix, NullTest, InTest, LikeTest>;

/// Reports comparisons that chain, which cannot be read, and a `not` where parentheses are needed, which can.
ast::Expression build_tree(Operand first, std::vector<Tail> tails, base::Diagnostics& diagnostics);

}  // namespace ochrec::syntax
