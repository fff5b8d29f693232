// Walks the declarations and braces of one file, asks the grammar for what stands between, and goes on after
// mistakes: at the next member, the next declaration, or the closing brace, whichever comes first. Private to
// this room.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "syntax/ast.hpp"
#include "syntax/docs.hpp"
#include "syntax/read.hpp"
#include "syntax/rule_parser.hpp"
#include "syntax/token.hpp"

namespace ochrec::syntax {

class FileParser {
 public:
  FileParser(const base::SourceFile& source, const Tokens& tokens, base::Diagnostics& diagnostics);

  ast::File run();

 private:
  // file_parser.cpp: the file, and the headers before declarations
  void top_level();
  void schema_name();
  void import_file();
  void misplaced_top_level();

  // declarations.cpp
  void declaration();
  void actor();
  void enumeration();
  void type_alias();
  void structure();
  void policy();
  void report_after_condition(ast::Expression& condition);
  template <class Declaration>
  void model_or_mixin();
  /// Name, attributes, mixins; after a mistake whatever could be read, standing before the `{`.
  std::optional<Head> head(bool& incomplete);
  void refuse_mixins(const Head& head, std::string_view what);
  void finish(ast::Declaration declaration, std::size_t first);

  // query.cpp
  void query();
  bool query_parameters(ast::Query& query);
  bool query_result(ast::Query& query);
  bool query_fence(ast::Query& query);

  // members.cpp
  void members(std::vector<ast::Member>& members, bool& incomplete, const ast::Name& owner);
  void fields(std::vector<ast::Field>& fields, bool& incomplete, const ast::Name& owner);
  ast::Field field();
  /// As many as follow; false when one could not be read.
  bool attributes(std::vector<ast::Attribute>& attributes);
  bool enum_value(ast::Enum& enumeration);
  bool statement(std::vector<ast::Member>& members);
  /// Whether the statement just read ended in the middle and took the name of the next line's field.
  bool took_next_name() const;
  void refuse_comma();

  // database_block.cpp
  bool on_database(std::vector<ast::Member>& members);
  bool opens_block(const std::string& what);
  bool database_statement(ast::OnDatabase& block);
  bool partition(ast::OnDatabase& block);
  bool partition_count(ast::Partition& partition);
  bool partition_part(ast::Partition& partition);

  // block.cpp: braces and recovery
  /// Reads `{`, then calls `item` until `}`; `item` says whether it could read what it found, and moves on
  /// either way. False when anything inside, or a brace, was wrong.
  bool block(const ast::Name& owner, const std::function<bool()>& item);
  bool open(TokenKind bracket, std::string_view after);
  bool looks_like_statement(std::size_t index) const;
  bool looks_like_field(std::size_t index) const;
  /// `name type` on one line, without the colon.
  bool looks_like_bare_field(std::size_t index) const;
  /// On the next line, in place of a type or an attribute's name: something that is neither, so that one is
  /// missing.
  bool begins_instead_of_type(std::size_t index) const;
  bool begins_instead_of_word(std::size_t index) const;
  /// `table users` without quotes, `order name desc` without `by`.
  bool looks_like_table(std::size_t index) const;
  bool looks_like_order(std::size_t index) const;
  /// Where a member begins that is misspelt: `uniqe (name)`, `email string`.
  bool looks_like_slip(std::size_t index) const;
  /// How many tokens of it cannot begin another member: `chek name:`, `first-name`.
  std::size_t slip_length(std::size_t index) const;
  /// Whether a member that could not be read, from `first` to the current token, may have declared names
  /// nobody knows now.
  bool hides_names(std::size_t first) const;
  void skip_to_declaration();
  /// Whether a policy or query that could not be read, from `first` to the current token, may have taken a
  /// declaration along.
  bool hides_declarations(std::size_t first) const;
  void skip_to_member(std::size_t from);
  void skip_to_attribute_or_member(std::size_t from);
  /// After a broken head: to its `{`; false when there is none before the next declaration.
  bool skip_to_brace();

  // declaration_start.cpp
  bool looks_like_declaration(std::size_t index) const;
  /// `word Name {` first on its line: a declaration, whatever the word.
  bool looks_like_foreign_declaration(std::size_t index) const;

  // complain.cpp: what to say
  enum class MemberKind : unsigned char { Field, FieldOrStatement };
  void report_failure(std::size_t first, std::string_view what);
  base::Diagnostic& report_expected(std::size_t index, const std::string& wanted);
  void report_assign(std::size_t index);
  void report_missing_colon();
  bool is_stray(std::size_t index) const;
  bool string_holds_brace(std::uint32_t from) const;
  bool is_after_type() const;
  bool is_reported(base::Span where) const;
  void explain_no_field(base::Diagnostic& finding) const;
  /// `name = type`, `name -> type`, `name => type`: the tokens between, or nothing.
  std::size_t foreign_colon(std::size_t index) const;
  /// `my-shop`, written as one word: how many tokens it has, or nothing.
  std::size_t dashed_name(std::size_t index) const;
  void report_dashed_name(std::size_t index);
  void report_stray_in_line();
  std::string_view help_for_stray() const;
  void report_unknown_declaration();
  void report_unknown_member(MemberKind wanted);
  void report_missing_brace(const ast::Name& owner);
  base::Span end_of_previous(std::size_t index) const;
  std::string found(std::size_t index) const;

  // foreign.cpp: help for what other languages write; `what` broke off at a token
  void explain_foreign(base::Diagnostic& finding, std::string_view what, std::size_t first,
                       std::size_t failed) const;
  void explain_import(base::Diagnostic& finding, std::size_t failed) const;
  void explain_table(base::Diagnostic& finding, std::size_t failed) const;
  void explain_mixins(base::Diagnostic& finding, std::size_t failed) const;
  void explain_type(base::Diagnostic& finding, std::size_t first, std::size_t failed) const;
  void explain_argument(base::Diagnostic& finding, std::size_t first, std::size_t failed) const;
  void explain_enum_value(base::Diagnostic& finding, std::size_t first, std::size_t failed) const;

  /// Runs a rule at the current token and moves behind it; null after a mistake, which is reported as one in
  /// `what`.
  const Context* rule(Rule rule, std::string_view what);

  const Token& token(std::size_t index) const {
    return tokens_.tokens[std::min(index, tokens_.tokens.size() - 1)];
  }
  TokenKind kind(std::size_t ahead = 0) const { return token(at_ + ahead).kind; }
  bool at_end() const { return kind() == TokenKind::End; }
  bool accept(TokenKind wanted);
  base::Span span(std::size_t index) const { return {source_.id(), token(index).begin, token(index).end}; }
  base::Span span_from(std::size_t first) const;
  std::string_view text(std::size_t index) const { return source_.text(span(index)); }
  ast::Name name_at(std::size_t index) const { return {std::string(text(index)), span(index)}; }
  bool too_many_errors() const { return diagnostics_.error_count() >= base::Diagnostics::limit; }

  const base::SourceFile& source_;
  const Tokens& tokens_;
  base::Diagnostics& diagnostics_;
  RuleParser rules_;
  Reading reading_;
  Docs docs_;
  ast::File file_;
  std::size_t at_ = 0;
};

}  // namespace ochrec::syntax
