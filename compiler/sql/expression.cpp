#include "sql/expression.hpp"

#include <algorithm>

#include "spell/literal.hpp"
#include "spell/name.hpp"
#include "sql/moment.hpp"

namespace ochrec::sql {
namespace {

namespace spell = ochre::spell;
using spell::Binding;

bool is_negative(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer < 0;
  if (const auto* real = std::get_if<double>(&value)) return *real < 0;
  if (const auto* numeric = std::get_if<Numeric>(&value)) return numeric->digits.starts_with('-');
  if (const auto* moment = std::get_if<Moment>(&value)) return moment->count < 0;
  return false;
}

Binding binding(const Expr& expr, Database database) {
  switch (expr.kind) {
    case ExprKind::Constant: return is_negative(expr.constant) ? Binding::Negate : Binding::Primary;
    case ExprKind::Column: return Binding::Primary;
    case ExprKind::Call: return spell::spelling(expr.operation, database).binding;
    case ExprKind::Verbatim: break;
  }
  return Binding::Anything;
}

struct Writer {
  std::string& out;
  Database database;

  void operator()(std::monostate) const { out += "NULL"; }
  void operator()(bool value) const { spell::append_bool(out, value, database); }
  void operator()(std::int64_t value) const { spell::append_integer(out, value); }
  void operator()(double value) const { spell::append_real(out, value, database); }
  void operator()(const std::string& value) const { spell::append_text(out, value); }
  void operator()(const ByteString& value) const { spell::append_bytes(out, value, database); }
  void operator()(const UuidBytes& value) const { spell::append_uuid(out, value, database); }
  void operator()(const Moment& value) const { append_moment(out, value, database); }
  void operator()(const Numeric& value) const { out += value.digits; }
};

void append_call(std::string& out, const Expr& expr, Database database) {
  const auto literal = [&](std::string_view piece) { out += piece; };
  const auto operand = [&](std::size_t index, Binding least) {
    const Expr& arg = expr.args.at(index);
    const bool parentheses = binding(arg, database) < least;
    if (parentheses) out += '(';
    append(out, arg, database);
    if (parentheses) out += ')';
  };
  spell::expand(spell::spelling(expr.operation, database), expr.args.size(), literal, operand);
}

}  // namespace

bool operator==(const Expr& left, const Expr& right) {
  return left.kind == right.kind && left.operation == right.operation && left.constant == right.constant &&
         left.text == right.text && left.args == right.args;
}

Expr constant(Value value) {
  return {.kind = ExprKind::Constant, .operation = {}, .constant = std::move(value), .text = {}, .args = {}};
}

Expr column(std::string name) {
  return {.kind = ExprKind::Column, .operation = {}, .constant = {}, .text = std::move(name), .args = {}};
}

Expr verbatim(std::string text) {
  return {.kind = ExprKind::Verbatim, .operation = {}, .constant = {}, .text = std::move(text), .args = {}};
}

Expr join(Operation operation, std::vector<Expr> parts) {
  Expr out = std::move(parts.at(0));
  for (std::size_t at = 1; at < parts.size(); ++at)
    out = call(operation, std::move(out), std::move(parts[at]));
  return out;
}

void append(std::string& out, const Expr& expr, Database database) {
  switch (expr.kind) {
    case ExprKind::Constant: std::visit(Writer{out, database}, expr.constant); return;
    case ExprKind::Column: spell::append_name(out, expr.text, database); return;
    case ExprKind::Call: append_call(out, expr, database); return;
    case ExprKind::Verbatim: out += expr.text; return;
  }
}

std::string text(const Expr& expr, Database database) {
  std::string out;
  append(out, expr, database);
  return out;
}

void collect_columns(const Expr& expr, std::vector<std::string>& names) {
  if (expr.kind == ExprKind::Column && std::ranges::find(names, expr.text) == names.end()) {
    names.push_back(expr.text);
  }
  for (const Expr& arg : expr.args) collect_columns(arg, names);
}

}  // namespace ochrec::sql
