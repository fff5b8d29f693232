#include "sema/type_arguments.hpp"

#include "sema/codes.hpp"
#include "sema/numbers.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

constexpr std::int64_t longest = 1'000'000'000;  // what both databases can store in one value
constexpr std::int64_t most_digits = 38;         // what ochre::Decimal holds

std::optional<std::int64_t> between(const ast::TypeArgument& argument, std::int64_t low, std::int64_t high) {
  const auto value = parse_integer(argument.digits, false);
  return value && *value >= low && *value <= high ? value : std::nullopt;
}

std::optional<model::Type> length_type(Analysis& analysis, const ast::Type& written, model::Type type) {
  if (written.arguments.empty()) return type;
  const auto length = between(written.arguments[0], 1, longest);
  if (written.arguments.size() > 1 || !length) {
    const std::string name(scalar_name(type.scalar));
    analysis.report(codes::type_arguments, written.span,
                    quoted(name) + " takes the greatest length, from 1 to " + std::to_string(longest) +
                        ", as in " + quoted(name + "(120)"));
    return std::nullopt;
  }
  type.max_length = static_cast<std::uint32_t>(*length);
  return type;
}

std::optional<model::Type> decimal_type(Analysis& analysis, const ast::Type& written, model::Type type) {
  const auto& arguments = written.arguments;
  const auto precision = arguments.size() == 2 ? between(arguments[0], 1, most_digits) : std::nullopt;
  const auto scale = precision ? between(arguments[1], 0, *precision) : std::nullopt;
  if (!scale) {
    analysis
        .report(codes::type_arguments, written.span,
                "`decimal` takes the number of its digits, from 1 to " + std::to_string(most_digits) +
                    ", and how many of them follow the point")
        .with_help("`decimal(12, 2)` holds values up to 9999999999.99");
    return std::nullopt;
  }
  type.precision = static_cast<std::uint8_t>(*precision);
  type.scale = static_cast<std::uint8_t>(*scale);
  return type;
}

std::optional<model::Type> json_type(Analysis& analysis, const ast::Type& written, model::Type type) {
  const Declaration* declaration = analysis.declared.find(written.of->text);
  if (declaration != nullptr && declaration->kind == DeclarationKind::Struct) {
    type.structure = model::StructId{declaration->index};
    return type;
  }
  if (declaration == nullptr && analysis.declared.incomplete) return std::nullopt;
  if (declaration == nullptr) {
    base::Diagnostic& finding = analysis.report(codes::unknown_type, written.of->span,
                                                "there is no struct " + quoted(written.of->text));
    suggest(analysis, finding, *written.of,
            [&] { return analysis.declared.names_of({DeclarationKind::Struct}); });
    return std::nullopt;
  }
  analysis
      .report(codes::not_a_type, written.of->span,
              "`json<…>` holds a struct, but " + quoted(written.of->text) + " is " +
                  std::string(described(declaration->kind)))
      .with_related(declaration->span, "declared here");
  return std::nullopt;
}

}  // namespace

std::optional<model::Type> scalar_type(Analysis& analysis, const ast::Type& written, model::Scalar which) {
  model::Type type;
  type.scalar = which;
  if (written.of && which == model::Scalar::Json) return json_type(analysis, written, type);
  if (which == model::Scalar::String || which == model::Scalar::Bytes)
    return length_type(analysis, written, type);
  if (which == model::Scalar::Decimal) return decimal_type(analysis, written, type);
  if (!takes_no_arguments(analysis, written)) return std::nullopt;
  return type;
}

bool takes_no_arguments(Analysis& analysis, const ast::Type& written) {
  if (written.arguments.empty() && !written.of) return true;
  base::Diagnostic& finding = analysis.report(codes::type_arguments, written.span,
                                              quoted(written.path.text()) + " takes no arguments");
  if (!written.arguments.empty()) finding.with_help("bounds of a value are written as `@range(1..10)`");
  return false;
}

}  // namespace ochrec::sema
