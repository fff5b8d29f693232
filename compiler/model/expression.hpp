// Typed expressions. One uniform node, so that a renderer is one switch over `Op`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "model/type.hpp"

namespace ochrec::model {

enum class Op : unsigned char {
  Literal,  // value; a typed null when the value is monostate
  Column,   // column: of the model the expression belongs to (or of the model at the end of `path`)
  Virtual,  // field: a virtual computed field; the renderer inlines that field's expression
  Actor,    // text: field of the actor
  And,
  Or,
  Not,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  Negate,
  Add,
  Subtract,
  Multiply,
  Divide,
  Modulo,
  In,    // args[0] in args[1..]; all of one type
  Like,  // args[0] like args[1], a literal pattern with % _ and \ escapes
  IsNull,
  IsNotNull,
  Length,
  Lower,
  Upper,
  Trim,
  Abs,
  Round,
  Coalesce,
  NullIf,
  Year,
  Month,
  Day,
  Now,
  Uuid,
  Uuid7
};

/// One step of a relation path, in policies: the relation's index in its model.
struct PathStep {
  ModelId model{};
  std::uint32_t relation = 0;
};

struct Expr {
  Op op = Op::Literal;
  Type type;                   // `optional` says whether it can be null
  Value value;                 // Literal
  std::uint32_t column = 0;    // Column: index into Model::columns; Virtual: index into Model::fields
  std::vector<PathStep> path;  // Column: relations walked before it, in policies
  std::string text;            // Actor: field name
  std::vector<Expr> args;
  base::Span span;
};

}  // namespace ochrec::model
