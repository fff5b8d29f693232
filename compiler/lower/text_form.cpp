#include "lower/text_form.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <stdexcept>

#include "lower/expression.hpp"
#include "lower/value.hpp"
#include "model/text_form.hpp"
#include "sql/text_form.hpp"

namespace ochrec::lower {
namespace {

using model::Op;
using model::Scalar;
using sql::call;
using sql::Operation;

constexpr std::int64_t micros_per_day = 86'400'000'000;

sql::Expr value_in_table(const model::Type& type, sql::Expr stored) {
  switch (type.scalar) {
    case Scalar::Date: return call(Operation::DaysOfText, std::move(stored));
    case Scalar::Time: return call(Operation::TimeOfText, std::move(stored));
    case Scalar::Timestamp:
    case Scalar::Datetime: return call(Operation::MicrosOfText, std::move(stored));
    case Scalar::Decimal: return call(Operation::UnitsOfText, std::move(stored));
    default: return stored;
  }
}

template <typename... Parts>
std::string printed(const char* format, Parts... parts) {
  std::array<char, 64> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), format, parts...);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

std::string date_text(std::int64_t days) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(static_cast<int>(days)))};
  return printed("%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                 static_cast<unsigned>(date.day()));
}

std::string time_text(std::int64_t micros) {
  const auto seconds = static_cast<int>(micros / 1'000'000);
  return printed("%02d:%02d:%02d.%06d", seconds / 3600, seconds / 60 % 60, seconds % 60,
                 static_cast<int>(micros % 1'000'000));
}

std::string moment_text(std::int64_t micros) {
  const std::int64_t in_day = (micros % micros_per_day + micros_per_day) % micros_per_day;
  return date_text((micros - in_day) / micros_per_day) + ' ' + time_text(in_day);
}

std::string uuid_text_of(const model::UuidBytes& bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (at == 4 || at == 6 || at == 8 || at == 10) out += '-';
    out += printed("%02x", std::to_integer<unsigned>(bytes[at]));
  }
  return out;
}

bool mentions_uuid_text(const Scope& scope, const model::Expr& expr) {
  if (expr.op == Op::Column && expr.type.is(Scalar::Uuid))
    return is_text_form(scope, scope.model.columns.at(expr.column));
  if (expr.op == Op::Virtual) {
    const auto& computed = scope.model.fields.at(expr.column).computed;
    return computed && mentions_uuid_text(scope, computed->value);
  }
  return std::ranges::any_of(expr.args,
                             [&](const model::Expr& arg) { return mentions_uuid_text(scope, arg); });
}

}  // namespace

bool is_text_form(const Scope& scope, const model::Column& column) {
  return scope.on_sqlite() && model::is_kept_as_text(leaf(scope, column));
}

sql::Expr value_of(const Scope& scope, std::uint32_t index) {
  const model::Column& read = scope.model.columns.at(index);
  if (!is_text_form(scope, read)) return column(scope, index);
  if (scope.in_queries) return sql::value_in_query(column_type(scope, read), read.name, scope.database);
  return value_in_table(read.type, column(scope, index));
}

bool compares_uuid_texts(const Scope& scope, const model::Expr& operation) {
  if (!scope.on_sqlite() || scope.in_queries) return false;
  return std::ranges::any_of(operation.args, [&](const model::Expr& arg) {
    return arg.type.is(Scalar::Uuid) && mentions_uuid_text(scope, arg);
  });
}

sql::Expr uuid_text(const Scope& scope, const model::Expr& expr) {
  switch (expr.op) {
    case Op::Literal: return text_of(expr.value, expr.type);
    case Op::Column: {
      sql::Expr stored = column(scope, expr.column);
      const bool is_text = is_text_form(scope, scope.model.columns.at(expr.column));
      return is_text ? stored : call(Operation::TextOfUuid, std::move(stored));
    }
    case Op::Virtual: return uuid_text(scope, scope.model.fields.at(expr.column).computed.value().value);
    case Op::Coalesce:
    case Op::NullIf: {
      sql::Expr out = call(expr.op == Op::Coalesce ? Operation::Coalesce : Operation::NullIf);
      for (const model::Expr& arg : expr.args) out.args.push_back(uuid_text(scope, arg));
      return out;
    }
    default: throw std::logic_error("an operation without a text of its uuid reached the DDL");
  }
}

sql::Expr text_of(const model::Value& value, const model::Type& type) {
  if (const auto* bytes = std::get_if<model::UuidBytes>(&value)) return sql::constant(uuid_text_of(*bytes));
  const auto* count = std::get_if<std::int64_t>(&value);
  if (count == nullptr) return sql::constant(std::monostate());
  switch (type.scalar) {
    case Scalar::Date: return sql::constant(date_text(*count));
    case Scalar::Time: return sql::constant(time_text(*count));
    case Scalar::Timestamp:
    case Scalar::Datetime: return sql::constant(moment_text(*count));
    default: return sql::constant(decimal_text(std::to_string(*count), type.scale));
  }
}

sql::Expr now_text(const model::Type& type) {
  switch (type.scalar) {
    case Scalar::Date: return call(Operation::NowDateText);
    case Scalar::Time: return call(Operation::NowTimeText);
    default: return call(Operation::NowMomentText);
  }
}

std::optional<sql::Expr> has_written_form(const Scope& scope, std::uint32_t index) {
  const auto test = [&](Operation operation) { return call(operation, column(scope, index)); };
  switch (scope.model.columns.at(index).type.scalar) {
    case Scalar::Date: return test(Operation::IsDateText);
    case Scalar::Time: return test(Operation::IsTimeText);
    case Scalar::Timestamp:
    case Scalar::Datetime: return test(Operation::IsMomentText);
    case Scalar::Uuid: return test(Operation::IsUuidText);
    default: return std::nullopt;
  }
}

}  // namespace ochrec::lower
