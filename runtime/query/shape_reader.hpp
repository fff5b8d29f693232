// Reads a shape token by token. What the tokens mean together is the tree's business.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ochre/kind.hpp"
#include "ochre/path.hpp"
#include "ochre/shape.hpp"

namespace ochre::query {

/// One token with what follows its code.
struct Token {
  Op op = Op::Null;
  std::uint8_t first = 0;  ///< small arguments
  std::uint8_t second = 0;
  Kind kind = Kind::Int64;  ///< Bind, List
  Path path;                ///< Column, Source
  std::uint16_t column = 0;
  std::string_view text;
};

/// Whether an operator stands by itself, and not among the operands of another. Steps of an include are the
/// operands of its clause.
inline bool is_clause(Op op) { return op >= Op::From && op != Op::Level; }
/// Clauses that say what a row is made of.
inline bool is_selection(Op op) { return op == Op::Select || op == Op::SelectModel || op == Op::SelectNamed; }

/// Throws StatementFailed at the end of a shape that is cut off, which only a bug makes.
class ShapeReader {
 public:
  ShapeReader(const std::uint8_t* shape, std::size_t size) : start_(shape), at_(shape), end_(shape + size) {}

  bool at_end() const { return at_ == end_; }
  std::size_t position() const { return static_cast<std::size_t>(at_ - start_); }
  Token next();

 private:
  std::uint8_t byte();
  std::uint16_t word();
  Path path();

  const std::uint8_t* start_;
  const std::uint8_t* at_;
  const std::uint8_t* end_;
};

/// How many one-byte arguments follow an operator's code.
int argument_count(Op op);

/// How many operands an operator takes off the stack, given its arguments.
int operand_count(const Token& token);

}  // namespace ochre::query
