#include "sema/literals.hpp"

#include "sema/codes.hpp"
#include "sema/numbers.hpp"
#include "sema/temporal.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

using model::Scalar;

std::string written_as(const WrittenNumber& number) {
  return (number.negative ? "-" : "") + std::string(number.digits);
}

std::optional<model::Value> integer_as(Analysis& analysis, base::Span span, const WrittenNumber& number,
                                       Scalar scalar) {
  const IntegerLimits limits = limits_of(scalar);
  const auto value = parse_integer(number.digits, number.negative);
  if (value && *value >= limits.low && *value <= limits.high) return *value;
  analysis.report(codes::literal_range, span,
                  quoted(written_as(number)) + " does not fit in " + quoted(scalar_name(scalar)) +
                      ", which holds " + std::to_string(limits.low) + " to " + std::to_string(limits.high));
  return std::nullopt;
}

std::optional<model::Value> decimal_as(Analysis& analysis, base::Span span, const WrittenNumber& number,
                                       const model::Type& type) {
  const ScaledDecimal scaled = scale_decimal(number.digits, number.negative, type.precision, type.scale);
  switch (scaled.problem) {
    case DecimalProblem::None: return scaled.value;
    case DecimalProblem::TooManyFractionDigits:
      analysis.report(codes::decimal_digits, span,
                      quoted(written_as(number)) + " has more digits after the point than " +
                          quoted(spelled(analysis, type)) + " keeps");
      return std::nullopt;
    case DecimalProblem::TooLarge:
      analysis.report(codes::literal_range, span,
                      quoted(written_as(number)) + " does not fit in " + quoted(spelled(analysis, type)));
      return std::nullopt;
  }
  return std::nullopt;
}

model::Expr constant(model::Type type, model::Value value, base::Span span) {
  model::Expr expr;
  expr.type = type;
  expr.value = std::move(value);
  expr.span = span;
  return expr;
}

/// A scalar's typed literal, and how its text looks.
struct Form {
  std::string_view name;
  Scalar scalar;
  std::optional<std::int64_t> (*parse)(std::string_view);
  std::string_view example;
};
constexpr Form forms[] = {
    {"date", Scalar::Date, parse_date, "2026-01-31"},
    {"time", Scalar::Time, parse_time, "23:59:59.5"},
    {"timestamp", Scalar::Timestamp, parse_timestamp, "2026-01-31T23:59:59Z"},
    {"datetime", Scalar::Datetime, parse_datetime, "2026-01-31T23:59:59"},
    {"duration", Scalar::Duration, parse_duration, "P1DT2H30M"},
};

void literal_has_its_form(Analysis& analysis, const ast::TypedLiteral& literal, std::string_view example) {
  analysis
      .report(codes::bad_literal, literal.text.span,
              "\"" + literal.text.value + "\" is not a " + literal.type.text + " that exists")
      .with_help("it is written like " + literal.type.text + "(\"" + std::string(example) + "\")");
}

std::optional<model::Expr> decimal_literal(Analysis& analysis, const ast::Expression& whole,
                                           const ast::TypedLiteral& literal) {
  const auto number = as_number(whole);
  if (!number || number->digits.size() > 39) {
    literal_has_its_form(analysis, literal, "12.50");
    return std::nullopt;
  }
  const std::size_t dot = number->digits.find('.');
  const std::size_t scale = dot == std::string_view::npos ? 0 : number->digits.size() - dot - 1;
  model::Type type;
  type.scalar = Scalar::Decimal;
  type.precision = static_cast<std::uint8_t>(number->digits.size() - (number->has_point ? 1 : 0));
  type.scale = static_cast<std::uint8_t>(scale);
  const auto value = decimal_as(analysis, whole.span, *number, type);
  return value ? std::optional(constant(type, *value, whole.span)) : std::nullopt;
}

bool is_plain_number(std::string_view text) {
  const std::size_t dot = text.find('.');
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return dot == std::string_view::npos ? digits(text)
                                       : digits(text.substr(0, dot)) && digits(text.substr(dot + 1));
}

/// Literals of the scalar types; nothing when the literal is of another kind.
std::optional<model::Value> plain_value(const ast::Expression& written, const model::Type& type) {
  if (const auto* flag = std::get_if<ast::BoolLiteral>(&written.node))
    return type.is(Scalar::Bool) ? std::optional<model::Value>(flag->value) : std::nullopt;
  if (const auto* text = std::get_if<ast::StringLiteral>(&written.node))
    return type.is(Scalar::String) ? std::optional<model::Value>(text->value) : std::nullopt;
  return std::nullopt;
}

std::optional<model::Value> enum_value(const Analysis& analysis, const ast::Expression& written,
                                       const model::Type& type) {
  const auto* reference = std::get_if<ast::Reference>(&written.node);
  if (reference == nullptr || type.kind != model::TypeKind::Enum) return std::nullopt;
  const model::Enum& of = analysis.schema.enumeration(type.enumeration);
  const auto& parts = reference->path.parts;
  if (parts.size() > 2 || (parts.size() == 2 && parts[0].text != of.name)) return std::nullopt;
  const auto index = enumerator_index(of, parts.back().text);
  return index ? std::optional<model::Value>(*index) : std::nullopt;
}

}  // namespace

std::optional<WrittenNumber> as_number(const ast::Expression& written) {
  if (const auto* integer = std::get_if<ast::IntegerLiteral>(&written.node))
    return WrittenNumber{integer->digits, false, false};
  if (const auto* decimal = std::get_if<ast::DecimalLiteral>(&written.node))
    return WrittenNumber{decimal->digits, false, true};
  if (const auto* literal = std::get_if<ast::TypedLiteral>(&written.node)) {
    if (literal->type.text != "decimal") return std::nullopt;
    std::string_view text = literal->text.value;
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (!is_plain_number(text)) return std::nullopt;
    return WrittenNumber{text, negative, text.find('.') != std::string_view::npos};
  }
  const auto* unary = std::get_if<ast::Unary>(&written.node);
  if (unary == nullptr || unary->op != ast::UnaryOperator::Negate) return std::nullopt;
  const ast::Expression& operand = *unary->operand;
  if (std::holds_alternative<ast::Unary>(operand.node)) return std::nullopt;
  auto number = as_number(operand);
  if (number) number->negative = !number->negative;
  return number;
}

std::optional<model::Value> number_as(Analysis& analysis, base::Span span, const WrittenNumber& number,
                                      const model::Type& type) {
  if (type.is_integer()) return integer_as(analysis, span, number, type.scalar);
  if (type.is(Scalar::Decimal)) return decimal_as(analysis, span, number, type);
  if (const auto value = parse_float(number.digits, number.negative)) return *value;
  analysis.report(codes::literal_range, span,
                  quoted(written_as(number)) + " does not fit in " + quoted(scalar_name(type.scalar)));
  return std::nullopt;
}

std::optional<model::Expr> typed_literal(Analysis& analysis, const ast::TypedLiteral& literal,
                                         base::Span span) {
  if (literal.type.text == "decimal") return decimal_literal(analysis, {literal, span, false}, literal);
  model::Type type;
  if (literal.type.text == "uuid") {
    type.scalar = Scalar::Uuid;
    if (const auto bytes = parse_uuid(literal.text.value)) return constant(type, *bytes, span);
    literal_has_its_form(analysis, literal, "018f3c1e-7b1a-7c3e-9d2f-0123456789ab");
    return std::nullopt;
  }
  for (const Form& form : forms) {
    if (form.name != literal.type.text) continue;
    type.scalar = form.scalar;
    if (const auto value = form.parse(literal.text.value)) return constant(type, *value, span);
    literal_has_its_form(analysis, literal, form.example);
    return std::nullopt;
  }
  base::Diagnostic& finding = analysis.report(codes::bad_literal, literal.type.span,
                                              "there are no literals of a type " + quoted(literal.type.text));
  suggest(analysis, finding, literal.type, [] {
    return std::vector<std::string>{"date", "time", "timestamp", "datetime", "duration", "uuid", "decimal"};
  });
  return std::nullopt;
}

std::optional<model::Value> literal_as(Analysis& analysis, const ast::Expression& written,
                                       const model::Type& type, base::Code law, std::string_view what) {
  if (std::holds_alternative<ast::Unreadable>(written.node)) return std::nullopt;
  const bool fraction_allowed = !type.is_integer();
  const bool numeric = type.is_integer() || type.is_float() || type.is(Scalar::Decimal);
  if (const auto number = as_number(written); number && numeric && (fraction_allowed || !number->has_point))
    return number_as(analysis, written.span, *number, type);
  if (const auto value = plain_value(written, type)) return value;
  if (const auto value = enum_value(analysis, written, type)) return value;
  if (const auto* literal = std::get_if<ast::TypedLiteral>(&written.node); literal && !numeric) {
    const auto typed = typed_literal(analysis, *literal, written.span);
    if (!typed) return std::nullopt;
    if (type.is(typed->type.scalar)) return typed->value;
  }
  model::Type bare = type;
  bare.optional = false;
  analysis.report(law, written.span,
                  std::string(what) + " is a literal of type " + quoted(spelled(analysis, bare)));
  return std::nullopt;
}

std::optional<std::int64_t> enumerator_index(const model::Enum& of, std::string_view name) {
  for (std::size_t index = 0; index < of.values.size(); ++index)
    if (of.values[index].name == name) return static_cast<std::int64_t>(index);
  return std::nullopt;
}

}  // namespace ochrec::sema
