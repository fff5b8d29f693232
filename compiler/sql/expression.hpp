// SQL expressions: a tree of operations over columns and constants, or text taken verbatim from a database.
// Values are in storage form and every operation exists in the database meant; lower has seen to both.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "ochre/dialect.hpp"
#include "spell/operation.hpp"

namespace ochrec::sql {

using Database = ochre::Dialect;
using Operation = ochre::spell::Operation;

using ByteString = std::vector<std::byte>;
using UuidBytes = std::array<std::byte, 16>;

enum class Calendar : unsigned char { Date, Time, Timestamp, Datetime };

/// A date or time where the database has a type for it: days since 1970, or microseconds.
struct Moment {
  Calendar calendar = Calendar::Date;
  std::int64_t count = 0;

  bool operator==(const Moment&) const = default;
};

/// An exact number in decimal notation, such as 12.50.
struct Numeric {
  std::string digits;

  bool operator==(const Numeric&) const = default;
};

/// `monostate` is NULL.
using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, ByteString, UuidBytes,
                           Moment, Numeric>;

enum class ExprKind : unsigned char { Constant, Column, Call, Verbatim };

struct Expr {
  ExprKind kind = ExprKind::Constant;
  Operation operation{};  // Call
  Value constant;         // Constant
  std::string text;       // Column: its name; Verbatim: the text
  std::vector<Expr> args;

  friend bool operator==(const Expr& left, const Expr& right);
};

Expr constant(Value value);
Expr column(std::string name);
Expr verbatim(std::string text);

template <typename... Args>
Expr call(Operation operation, Args&&... args) {
  Expr out{.kind = ExprKind::Call, .operation = operation, .constant = {}, .text = {}, .args = {}};
  out.args.reserve(sizeof...(args));
  (out.args.push_back(std::forward<Args>(args)), ...);
  return out;
}

/// All of them, or any of them, joined by AND or OR; the single one when there is only one.
Expr join(Operation operation, std::vector<Expr> parts);

/// Appends the expression as this database reads it.
void append(std::string& out, const Expr& expr, Database database);
std::string text(const Expr& expr, Database database);

/// Appends the names of the columns an expression mentions, in order, each once. Verbatim text is not
/// searched.
void collect_columns(const Expr& expr, std::vector<std::string>& names);

}  // namespace ochrec::sql
