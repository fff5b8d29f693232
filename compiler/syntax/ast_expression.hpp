// Expressions, and the arguments of attributes, as written. What a name refers to and which types fit is
// sema's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source.hpp"
#include "syntax/ast_names.hpp"

namespace ochrec::ast {

struct Expression;

/// Stands where the text could not be read; the reason has been reported, so nothing more should be.
struct Unreadable {};

struct NullLiteral {};

struct BoolLiteral {
  bool value = false;
};

/// Digits as written, of any length; a minus sign in front is a `Unary`, except in range bounds (see there).
struct IntegerLiteral {
  std::string digits;
};

/// `12.50` as written, digits on both sides of the dot.
struct DecimalLiteral {
  std::string digits;
};

struct StringLiteral {
  std::string value;
};

/// `date("2026-01-01")`, and so for time, timestamp, datetime, duration, uuid, decimal: the text is not yet
/// checked.
struct TypedLiteral {
  Name type;
  Text text;
};

/// A field, a struct leaf, an enum value, a relation path; sema tells which.
struct Reference {
  Path path;
};

/// `$actor.tenant`: the parts after the dollar sign's word, which is always `actor`.
struct ActorReference {
  std::vector<Name> parts;
};

struct Call {
  Name function;
  std::vector<Expression> arguments;
};

enum class UnaryOperator : std::uint8_t { Negate, Not };

struct Unary {
  UnaryOperator op = UnaryOperator::Negate;
  base::Span op_span;
  Box<Expression> operand;
};

enum class BinaryOperator : std::uint8_t {
  Or,
  And,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  Add,
  Subtract,
  Multiply,
  Divide,
  Remainder
};

struct Binary {
  BinaryOperator op = BinaryOperator::Or;
  base::Span op_span;
  Box<Expression> left;
  Box<Expression> right;
};

/// `operand in [items]`.
struct In {
  Box<Expression> operand;
  std::vector<Expression> items;
};

/// `operand like "pattern"`; the pattern is always a literal.
struct Like {
  Box<Expression> operand;
  Text pattern;
};

/// `operand is null`, `operand is not null`.
struct IsNull {
  Box<Expression> operand;
  bool negated = false;
};

/// `[a, b]` on its own, as a default of an array.
struct List {
  std::vector<Expression> items;
};

struct Expression {
  using Node =
      std::variant<Unreadable, NullLiteral, BoolLiteral, IntegerLiteral, DecimalLiteral, StringLiteral,
                   TypedLiteral, Reference, ActorReference, Call, Unary, Binary, In, Like, IsNull, List>;

  Node node;
  base::Span span;             // with the parentheses around it
  bool parenthesized = false;  // kept for `ochre format`; means nothing to sema
};

/// `1..80`, `1..`, `..10`, `0<..<1`. A bound is a literal, with its minus sign as a `Unary` around it; an
/// open end is absent. At least one end is there.
struct Range {
  std::optional<Expression> low;
  std::optional<Expression> high;
  bool low_exclusive = false;
  bool high_exclusive = false;
  base::Span span;
};

struct Argument;

/// A call with named arguments, inside an attribute: `partial(last: 4)`.
struct NamedCall {
  Name function;
  std::vector<Argument> arguments;
};

/// One argument of an attribute or of an index's `with`: `cascade`, `1..80`, `sqlite: "…"`, `partial(last:
/// 4)`.
struct Argument {
  std::optional<Name> name;
  std::variant<Expression, Range, NamedCall> value;
  base::Span span;
};

/// `@name` or `@name(arguments)`. What it means, and where it may stand, is sema's.
struct Attribute {
  Name name;
  std::vector<Argument> arguments;
  base::Span span;
};

}  // namespace ochrec::ast
