#include <type_traits>
#include <utility>

#include "syntax/codes.hpp"
#include "syntax/file_parser.hpp"

namespace ochrec::syntax {

void FileParser::declaration() {
  switch (kind()) {
    case TokenKind::Actor: actor(); break;
    case TokenKind::Enum: enumeration(); break;
    case TokenKind::Type: type_alias(); break;
    case TokenKind::Struct: structure(); break;
    case TokenKind::Mixin: model_or_mixin<ast::Mixin>(); break;
    case TokenKind::Model: model_or_mixin<ast::Model>(); break;
    case TokenKind::Query: query(); break;
    default: policy(); break;
  }
}

void FileParser::actor() {
  const std::size_t first = at_++;
  ast::Actor actor;
  actor.keyword_span = span(first);
  if (is_name(kind()) && kind(1) == TokenKind::LeftBrace) {
    report_expected(at_, "`{` after `actor`")
        .with_help("who is asking has no name: there is one actor")
        .with_fix({source_.id(), token(first).end, token(at_).end}, "");
    ++at_;
  }
  fields(actor.fields, actor.incomplete, name_at(first));
  finish(std::move(actor), first);
}

void FileParser::enumeration() {
  const std::size_t first = at_++;
  ast::Enum enumeration;
  std::optional<Head> read = head(enumeration.incomplete);
  if (!read) return;
  refuse_mixins(*read, "an enum");
  enumeration.name = std::move(read->name);
  enumeration.attributes = std::move(read->attributes);
  if (!block(enumeration.name, [&] { return enum_value(enumeration); })) enumeration.incomplete = true;
  finish(std::move(enumeration), first);
}

void FileParser::type_alias() {
  const std::size_t first = at_;
  ast::TypeAlias alias;
  if (kind(2) == TokenKind::Assign && begins_instead_of_word(at_ + 3)) {
    report_expected(at_ + 3, "a type");
    alias.name = name_at(at_ + 1);
    alias.incomplete = true;
    at_ += 3;
  } else if (const Context* context = rule(Rule::TypeAliasHead, "type")) {
    alias = read_type_alias_head(*context, reading_);
    if (!attributes(alias.attributes)) alias.incomplete = true;
  } else {
    alias.incomplete = true;
    if (is_name(kind(1))) alias.name = name_at(at_ + 1);
    at_ = std::max(at_ + 1, rules_.failure().token);
    skip_to_declaration();
  }
  finish(std::move(alias), first);
}

void FileParser::structure() {
  const std::size_t first = at_++;
  ast::Struct structure;
  std::optional<Head> read = head(structure.incomplete);
  if (!read) return;
  refuse_mixins(*read, "a struct");
  structure.name = std::move(read->name);
  structure.attributes = std::move(read->attributes);
  fields(structure.fields, structure.incomplete, structure.name);
  finish(std::move(structure), first);
}

template <class Declaration>
void FileParser::model_or_mixin() {
  const std::size_t first = at_++;
  Declaration result;
  std::optional<Head> read = head(result.incomplete);
  if (!read) return;
  result.name = std::move(read->name);
  result.attributes = std::move(read->attributes);
  result.mixins = std::move(read->mixins);
  members(result.members, result.incomplete, result.name);
  finish(std::move(result), first);
}

void FileParser::policy() {
  const std::size_t first = at_;
  const Context* context = rule(Rule::PolicyHead, "policy");
  if (context == nullptr) {
    ++at_;
    skip_to_declaration();
    if (hides_declarations(first)) file_.incomplete = true;
    return;
  }
  ast::Policy policy = read_policy_head(*context, reading_);
  if (!open(TokenKind::LeftBrace, {})) {
    skip_to_declaration();
  } else if (const Context* condition = rule(Rule::Expression, "condition")) {
    policy.condition = read_expression(*condition, reading_);
    if (kind() != TokenKind::RightBrace && !token(at_).reported) {
      if (at_end() || looks_like_declaration(at_))
        report_missing_brace(policy.name);
      else
        report_after_condition(policy.condition);
    }
    if (!accept(TokenKind::RightBrace)) skip_to_declaration();
  } else {
    at_ = rules_.failure().token;
    skip_to_declaration();
  }
  finish(std::move(policy), first);
}

void FileParser::report_after_condition(ast::Expression& condition) {
  if (kind() == TokenKind::Assign) {
    report_assign(at_);
    condition.node = ast::Unreadable{};  // what stands before the `=` is none
  } else
    report_expected(at_, "an operator or `}`");
}

std::optional<Head> FileParser::head(bool& incomplete) {
  const std::size_t keyword = at_ - 1;
  if (const Context* context = rule(Rule::Head, text(keyword))) {
    Head read = read_head(*context, reading_);
    if (kind() == TokenKind::LeftBrace || token(at_).reported) return read;
    explain_foreign(report_expected(at_, read.mixins.empty() ? "`{`" : "`,` or `{`"), text(keyword), keyword,
                    at_);
    incomplete = true;
    if (skip_to_brace()) return read;
    file_.incomplete = true;
    skip_to_declaration();
    return std::nullopt;
  }
  incomplete = true;
  Head partial;
  if (is_name(kind())) partial.name = name_at(at_);
  if (skip_to_brace()) return partial;
  file_.incomplete = true;
  skip_to_declaration();
  return std::nullopt;
}

void FileParser::refuse_mixins(const Head& head, std::string_view what) {
  if (head.mixins.empty()) return;
  diagnostics_.report(unexpected, head.mixins.front().span, std::string(what) + " uses no mixins")
      .with_help("only models and mixins have `with`")
      .with_fix({source_.id(), head.name.span.end, head.mixins.back().span.end}, "");
}

void FileParser::finish(ast::Declaration declaration, std::size_t first) {
  std::visit(
      [&](auto& value) {
        value.span = span_from(first);
        value.doc = docs_.take(first, at_);
        if constexpr (requires { value.name; }) {
          if (value.name.text.empty()) file_.incomplete = true;
        }
      },
      declaration);
  const bool named = std::visit(
      [](const auto& value) {
        if constexpr (requires { value.name; }) return !value.name.text.empty();
        return true;
      },
      declaration);
  if (named) file_.declarations.push_back(std::move(declaration));
}

template void FileParser::model_or_mixin<ast::Model>();
template void FileParser::model_or_mixin<ast::Mixin>();

}  // namespace ochrec::syntax
