// Expressions: names resolved, every node typed. One meaning on every database and in C++, so what they would
// disagree about is refused.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Where an expression stands, which decides what it may speak of.
enum class Where : unsigned char {
  Check,      // a row
  Filter,     // `where` of an index: a row
  IndexPart,  // a row
  Computed,   // a row; computed fields are written out
  Backfill,   // a row, the clock, uuids
  Default,    // the clock, uuids; no row
  Policy      // a row, relation paths, the actor, the clock
};

/// Types the computed value of a field when a computed field asks for it; computed.cpp provides it.
class ComputedFields {
 public:
  virtual ~ComputedFields() = default;
  /// The field's value written out in terms of plain columns; null when it is wrong, which was reported.
  virtual const model::Expr* written_out(std::uint32_t field, base::Span asked_at) = 0;
};

/// Types the expressions of one model. Nothing means that a mistake was reported.
class Typing {
 public:
  using Typed = std::optional<model::Expr>;

  Typing(Analysis& analysis, model::ModelId id, Where where, ComputedFields* computed = nullptr)
      : analysis_(analysis), id_(id), where_(where), computed_(computed) {}

  /// A condition: true, false or null.
  Typed condition(const ast::Expression& written);

  /// A value for a place of the wanted type, such as a default. Reports under `law` what does not fit;
  /// `what` begins the message: "the default of `age`".
  Typed value(const ast::Expression& written, const model::Type& wanted, base::Code law,
              std::string_view what);

  /// Anything that has a type; literals take `wanted`'s where they can.
  Typed type(const ast::Expression& written, const model::Type* wanted = nullptr);

 private:
  using Pair = std::optional<std::pair<model::Expr, model::Expr>>;

  // expressions.cpp: literals
  Typed node(const ast::Expression& at, const ast::Unreadable& node, const model::Type* wanted);
  Typed node(const ast::Expression& at, const ast::NullLiteral& node, const model::Type* wanted);
  Typed node(const ast::Expression& at, const ast::BoolLiteral& node, const model::Type* wanted);
  Typed node(const ast::Expression& at, const ast::IntegerLiteral& node, const model::Type* wanted);
  Typed node(const ast::Expression& at, const ast::DecimalLiteral& node, const model::Type* wanted);
  Typed node(const ast::Expression& at, const ast::StringLiteral& node, const model::Type* wanted);
  Typed node(const ast::Expression& at, const ast::TypedLiteral& node, const model::Type* wanted);
  Typed node(const ast::Expression& at, const ast::List& node, const model::Type* wanted);
  Typed number(const ast::Expression& at, const model::Type* wanted);
  void suggest_literal(base::Diagnostic& finding, const ast::Expression& written, const model::Type& wanted);

  // expression_names.cpp
  Typed node(const ast::Expression& at, const ast::Reference& node, const model::Type* wanted);
  Typed node(const ast::Expression& at, const ast::ActorReference& node, const model::Type* wanted);
  Typed enum_value(const ast::Path& path, const model::Type* wanted);
  Typed unknown(const ast::Name& name, const model::Type* wanted);
  void suggest_value(base::Diagnostic& finding, const ast::Name& written, const model::Enum& of);
  Typed row_value(model::ModelId id, const ast::Path& path, std::size_t from,
                  std::vector<model::PathStep> steps, bool through_optional);
  Typed relation_value(model::ModelId id, const ast::Path& path, std::size_t from, const DraftField& field,
                       std::vector<model::PathStep> steps, bool through_optional);
  Typed field_value(model::ModelId id, std::uint32_t field, const ast::Path& path, std::size_t from,
                    std::vector<model::PathStep> steps, bool through_optional);
  Typed computed_value(std::uint32_t field, base::Span span);
  bool is_field(const std::string& name) const;
  bool is_flexible(const ast::Expression& written) const;
  const model::Type* peek(const ast::Expression& written) const;

  // expression_operators.cpp
  Typed node(const ast::Expression& at, const ast::Unary& node, const model::Type* wanted);
  Typed node(const ast::Expression& at, const ast::Binary& node, const model::Type* wanted);
  Typed node(const ast::Expression& at, const ast::In& node, const model::Type* wanted);
  Typed node(const ast::Expression& at, const ast::Like& node, const model::Type* wanted);
  Typed node(const ast::Expression& at, const ast::IsNull& node, const model::Type* wanted);
  Typed logic(const ast::Expression& at, const ast::Binary& node);
  Typed comparison(const ast::Expression& at, const ast::Binary& node);
  Typed arithmetic(const ast::Expression& at, const ast::Binary& node, const model::Type* wanted);
  bool keep_factor_whole(const ast::Expression& written, model::Expr& factor, const model::Expr& other);
  Pair operands(const ast::Expression& left, const ast::Expression& right, const model::Type* wanted);
  bool is_boolean(const model::Expr& operand);

  // expression_absence.cpp
  std::optional<std::vector<model::Expr>> absence_columns(const ast::Expression& operand);
  std::vector<model::Expr> key_columns(const ast::Path& path);
  std::vector<model::Expr> required_leaf(const ast::Path& path);
  model::Expr column_of(model::ModelId id, std::uint32_t column, std::vector<model::PathStep> steps,
                        base::Span span) const;

  // expression_functions.cpp
  Typed node(const ast::Expression& at, const ast::Call& node, const model::Type* wanted);
  Typed clock(const ast::Expression& at, const ast::Call& call);
  Typed fresh_uuid(const ast::Expression& at, const ast::Call& call);
  Typed text_function(const ast::Expression& at, const ast::Call& call, model::Op op);
  Typed length(const ast::Expression& at, const ast::Call& call);
  Typed date_part(const ast::Expression& at, const ast::Call& call, model::Op op);
  Typed absolute(const ast::Expression& at, const ast::Call& call, const model::Type* wanted);
  Typed round(const ast::Expression& at, const ast::Call& call);
  Typed coalesce(const ast::Expression& at, const ast::Call& call, const model::Type* wanted);
  Typed null_if(const ast::Expression& at, const ast::Call& call, const model::Type* wanted);
  std::optional<std::vector<model::Expr>> alike(const ast::Call& call, const model::Type* wanted);
  bool takes(const ast::Expression& at, const ast::Call& call, std::size_t low, std::size_t high,
             std::string_view form);

  Analysis& analysis_;
  model::ModelId id_;
  Where where_;
  ComputedFields* computed_;
  std::size_t written_out_ = 0;  // nodes copied from computed fields
};

}  // namespace ochrec::sema
