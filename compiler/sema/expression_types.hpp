// How types meet in expressions: what can be compared, ordered, added, and what fits where.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/expression.hpp"

namespace ochrec::sema {

bool is_numeric(const model::Type& type);

/// The type that both become: the wider number, or the type that both are. Nothing when they do not meet.
std::optional<model::Type> common_type(const model::Type& one, const model::Type& other);

/// `==` and `!=` mean the same on every database: not for JSON, arrays and structs.
bool has_equality(const model::Type& type);

/// `<` and its like: also not for enums, booleans and decimals that SQLite holds as text.
bool has_order(const model::Type& type);

/// Whether every value of one type is one of the other, without regard to null.
bool fits(const model::Type& value, const model::Type& place);

/// A node whose operands are given; it can be null when one of them can.
model::Expr operation(model::Op op, model::Type type, std::vector<model::Expr> args, base::Span span);

model::Type scalar_of(model::Scalar scalar);

/// How a value of one type is written where the other is meant; empty when there is nothing to say.
std::string mismatch_help(const model::Type& one, const model::Type& other);

/// Number of nodes.
std::size_t size_of(const model::Expr& expr);

}  // namespace ochrec::sema
