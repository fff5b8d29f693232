#include <utility>

#include "syntax/codes.hpp"
#include "syntax/file_parser.hpp"

namespace ochrec::syntax {
namespace {

void forget_condition(ast::Member& member) {
  if (auto* check = std::get_if<ast::Check>(&member)) check->condition.node = ast::Unreadable{};
  if (auto* index = std::get_if<ast::Index>(&member); index != nullptr && index->where)
    index->where->node = ast::Unreadable{};
  if (auto* unique = std::get_if<ast::Unique>(&member); unique != nullptr && unique->where)
    unique->where->node = ast::Unreadable{};
}

}  // namespace

void FileParser::members(std::vector<ast::Member>& members, bool& incomplete, const ast::Name& owner) {
  const bool whole = block(owner, [&] {
    const std::size_t first = at_;
    if (!looks_like_field(at_)) return statement(members) || !hides_names(first);
    ast::Field read = field();
    const bool complete = !read.incomplete;
    members.emplace_back(std::move(read));
    return complete || !hides_names(first);
  });
  if (!whole) incomplete = true;
}

void FileParser::fields(std::vector<ast::Field>& fields, bool& incomplete, const ast::Name& owner) {
  const bool whole = block(owner, [&] {
    if (!looks_like_field(at_)) {
      report_unknown_member(MemberKind::Field);
      skip_to_member(at_ + 1);
      return false;
    }
    fields.push_back(field());
    return !fields.back().incomplete;
  });
  if (!whole) incomplete = true;
}

ast::Field FileParser::field() {
  const std::size_t first = at_;
  const std::size_t errors = diagnostics_.error_count();
  ast::Field field;
  if (begins_instead_of_type(at_ + 2)) {
    report_expected(at_ + 2, "a type");
    field.name = name_at(first);
    field.incomplete = true;
    at_ += 2;
  } else if (const Context* context = rule(Rule::FieldHead, "field")) {
    field = read_field_head(*context, reading_);
    field.incomplete = !attributes(field.attributes);
  } else {
    field.name = name_at(first);
    field.incomplete = true;
    skip_to_member(rules_.failure().token);
  }
  field.incomplete = field.incomplete || diagnostics_.error_count() > errors;
  field.span = span_from(first);
  accept(TokenKind::Comma);
  field.doc = docs_.take(first, at_);
  return field;
}

bool FileParser::attributes(std::vector<ast::Attribute>& attributes) {
  bool whole = true;
  while (kind() == TokenKind::At && !too_many_errors()) {
    if (begins_instead_of_word(at_ + 1)) {
      report_expected(at_ + 1, "the name of an attribute");
      ++at_;
      return false;
    }
    if (const Context* context = rule(Rule::Attribute, "attribute")) {
      attributes.push_back(read_attribute(*context, reading_));
      continue;
    }
    whole = false;
    skip_to_attribute_or_member(std::max(at_ + 1, rules_.failure().token));
  }
  return whole;
}

bool FileParser::enum_value(ast::Enum& enumeration) {
  const std::size_t first = at_;
  const Context* context = rule(Rule::EnumValueHead, "enum value");
  bool whole = context != nullptr;
  ast::EnumValue value;
  if (whole) {
    value = read_enum_value_head(*context, reading_);
    whole = attributes(value.attributes);
  } else {
    if (is_name(kind())) value.name = name_at(at_);
    const std::size_t failed = rules_.failure().token;
    at_ = std::max(first + 1, failed);
    while (!at_end() && kind() != TokenKind::Comma && kind() != TokenKind::RightBrace &&
           !token(at_).first_on_line)
      ++at_;
  }
  value.span = span_from(first);
  accept(TokenKind::Comma);
  value.doc = docs_.take(first, at_);
  if (!value.name.text.empty()) enumeration.values.push_back(std::move(value));
  return whole;
}

bool FileParser::statement(std::vector<ast::Member>& members) {
  const std::size_t first = at_;
  const std::size_t errors = diagnostics_.error_count();
  const auto add = [&](Rule wanted, std::string_view what, auto read) {
    const Context* context = rule(wanted, what);
    if (context != nullptr && !took_next_name()) {
      members.emplace_back(read(*context, reading_));
      return true;
    }
    if (context != nullptr) {
      report_expected(--at_, "an expression");
      return false;
    }
    skip_to_member(std::max(at_ + 1, rules_.failure().token));
    return false;
  };
  const auto add_word = [&](auto word) {
    word.span = span(at_++);
    members.emplace_back(std::move(word));
    return true;
  };
  const bool nearly = looks_like_table(at_) || looks_like_order(at_);
  const bool known =
      looks_like_statement(at_) || (token(at_).first_on_line && (nearly || !looks_like_bare_field(at_)));
  bool whole = false;
  switch (known ? kind() : TokenKind::Unknown) {
    case TokenKind::Id: whole = add(Rule::IdKey, "id", read_id_key); break;
    case TokenKind::Unique: whole = add(Rule::UniqueKey, "unique", read_unique_key); break;
    case TokenKind::Index: whole = add(Rule::IndexKey, "index", read_index_key); break;
    case TokenKind::Check: whole = add(Rule::CheckRule, "check", read_check_rule); break;
    case TokenKind::Order: whole = add(Rule::OrderBy, "order by", read_order_by); break;
    case TokenKind::Table: whole = add(Rule::TableName, "table", read_table_name); break;
    case TokenKind::SoftDelete: whole = add(Rule::SoftDelete, "soft_delete", read_soft_delete); break;
    case TokenKind::Audit: whole = add_word(ast::Audit()); break;
    case TokenKind::Changes: whole = add_word(ast::Changes()); break;
    case TokenKind::On: whole = on_database(members); break;
    default:
      report_unknown_member(MemberKind::FieldOrStatement);
      skip_to_member(at_ + slip_length(at_));
      return false;
  }
  if (!whole) {
    docs_.forget(first, at_ - 1);
    return false;
  }
  if (kind() == TokenKind::Comma) refuse_comma();
  std::visit([&](auto& member) { member.doc = docs_.take(first, at_); }, members.back());
  // In `price = 0` the `=` is reported next; what stands before it is no condition.
  if (is_stray(at_)) forget_condition(members.back());
  return diagnostics_.error_count() == errors;
}

bool FileParser::is_stray(std::size_t index) const {
  const TokenKind what = token(index).kind;
  return !token(index).first_on_line && what != TokenKind::RightBrace && what != TokenKind::End &&
         !looks_like_field(index) && !looks_like_statement(index);
}

bool FileParser::took_next_name() const {
  return kind() == TokenKind::Colon && token(at_ - 1).first_on_line && is_name(token(at_ - 1).kind);
}

void FileParser::refuse_comma() {
  diagnostics_.report(misplaced_comma, span(at_), "no comma follows a block statement")
      .with_help("leave it out; commas separate fields and enum values")
      .with_fix(span(at_), "");
  ++at_;
}

}  // namespace ochrec::syntax
