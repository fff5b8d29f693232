#include "syntax/precedence.hpp"

#include <utility>

#include "syntax/codes.hpp"

namespace ochrec::syntax {
namespace {

using ast::BinaryOperator;
using ast::Expression;

// How tightly things bind; a higher level binds tighter.
enum Level : int { Whole, Disjunction, Conjunction, Negation, Comparison, Sum, Product, Sign };

int level_of(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::Or: return Disjunction;
    case BinaryOperator::And: return Conjunction;
    case BinaryOperator::Add:
    case BinaryOperator::Subtract: return Sum;
    case BinaryOperator::Multiply:
    case BinaryOperator::Divide:
    case BinaryOperator::Remainder: return Product;
    default: return Comparison;
  }
}

int level_of(const Tail& tail) {
  const auto* infix = std::get_if<Infix>(&tail);
  return infix != nullptr ? level_of(infix->op) : static_cast<int>(Comparison);
}

base::Span span_of(const Tail& tail) {
  return std::visit([](const auto& part) { return part.span; }, tail);
}

class Tree {
 public:
  Tree(std::vector<Tail> tails, base::Diagnostics& diagnostics)
      : tails_(std::move(tails)), diagnostics_(diagnostics) {}

  /// Reads what binds at least as tightly as `level`.
  Expression read(Operand first, int level) {
    Expression left = prefixed(std::move(first), 0, level);
    bool compared = false;
    while (next_ < tails_.size() && level_of(tails_[next_]) >= level) {
      Tail& tail = tails_[next_++];
      if (level_of(tail) == Comparison) {
        if (compared) report_chain(span_of(tail));
        compared = true;
      }
      left = join(std::move(left), std::move(tail));
    }
    return left;
  }

  bool chained() const { return chained_; }

 private:
  Expression prefixed(Operand operand, std::size_t index, int level) {
    if (index == operand.prefixes.size()) return std::move(operand.value);
    const Prefix prefix = operand.prefixes[index];
    const bool negation = prefix.op == ast::UnaryOperator::Not;
    if (negation && level > Negation) report_loose_not(prefix.span);
    Expression inner;
    if (negation) {
      operand.prefixes.erase(operand.prefixes.begin(),
                             operand.prefixes.begin() + static_cast<long>(index) + 1);
      inner = read(std::move(operand), Negation);
    } else {
      inner = prefixed(std::move(operand), index + 1, Sign);
    }
    const base::Span span = base::cover(prefix.span, inner.span);
    return {ast::Unary{prefix.op, prefix.span, std::move(inner)}, span, false};
  }

  Expression join(Expression left, Tail tail) {
    const base::Span begin = left.span;
    if (auto* infix = std::get_if<Infix>(&tail)) {
      Expression right = read(std::move(infix->right), level_of(infix->op) + 1);
      const base::Span span = base::cover(begin, right.span);
      return {ast::Binary{infix->op, infix->span, std::move(left), std::move(right)}, span, false};
    }
    const base::Span span = base::cover(begin, span_of(tail));
    if (const auto* test = std::get_if<NullTest>(&tail))
      return {ast::IsNull{std::move(left), test->negated}, span, false};
    if (auto* test = std::get_if<InTest>(&tail))
      return {ast::In{std::move(left), std::move(test->items)}, span, false};
    return {ast::Like{std::move(left), std::move(std::get<LikeTest>(tail).pattern)}, span, false};
  }

  void report_chain(base::Span where) {
    chained_ = true;
    diagnostics_.report(chained_comparison, where, "comparisons do not chain")
        .with_help("join two comparisons with `and`, or put parentheses around the first");
  }

  void report_loose_not(base::Span where) {
    diagnostics_.report(loose_not, where, "`not` stands here without parentheses")
        .with_help("write `(not …)`: `not` binds less tightly than the operator before it");
  }

  std::vector<Tail> tails_;
  base::Diagnostics& diagnostics_;
  std::size_t next_ = 0;
  bool chained_ = false;
};

}  // namespace

Expression build_tree(Operand first, std::vector<Tail> tails, base::Diagnostics& diagnostics) {
  Tree tree(std::move(tails), diagnostics);
  Expression result = tree.read(std::move(first), Whole);
  if (tree.chained()) result.node = ast::Unreadable{};  // its types could only be wrong in a second way
  return result;
}

}  // namespace ochrec::syntax
