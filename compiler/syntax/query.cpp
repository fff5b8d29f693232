#include <array>
#include <string>
#include <utility>

#include "base/suggest.hpp"
#include "syntax/codes.hpp"
#include "syntax/file_parser.hpp"
#include "syntax/quote.hpp"

namespace ochrec::syntax {

void FileParser::query() {
  const std::size_t first = at_;
  const Context* context = rule(Rule::QueryHead, "query");
  if (context == nullptr) {
    ++at_;
    skip_to_declaration();
    if (hides_declarations(first)) file_.incomplete = true;
    return;
  }
  ast::Query query;
  query.name = name_at(first + 1);
  if (!query_parameters(query) || !query_result(query)) {
    query.incomplete = true;
    skip_to_declaration();
  } else if (!attributes(query.attributes) || !block(query.name, [&] { return query_fence(query); })) {
    query.incomplete = true;
  }
  finish(std::move(query), first);
}

bool FileParser::query_parameters(ast::Query& query) {
  bool whole = true;
  while (!accept(TokenKind::RightParen)) {
    if (looks_like_field(at_)) {
      query.parameters.push_back(field());
      whole = whole && !query.parameters.back().incomplete;
      continue;
    }
    if (looks_like_bare_field(at_)) {
      report_missing_colon();
      return false;
    }
    if (whole && !token(at_).reported)
      report_expected(at_, "a parameter, such as `since: timestamp`, or `)`");
    return false;
  }
  return whole;
}

bool FileParser::query_result(ast::Query& query) {
  if (!open(TokenKind::Arrow, {})) return false;
  constexpr std::array<std::string_view, 4> words = {"one", "optional", "many", "none"};
  const ast::Name written = name_at(at_);
  const auto found = std::find(words.begin(), words.end(), written.text);
  if (found == words.end()) {
    if (token(at_).reported) return false;
    base::Diagnostic& finding =
        diagnostics_.report(unknown_cardinality, written.span,
                            quote(written.text) + " does not say how many rows the query returns");
    finding.with_help("write `one`, `optional`, `many` or `none` after `->`");
    return false;
  }
  query.cardinality = static_cast<ast::Cardinality>(found - words.begin());
  query.cardinality_span = written.span;
  ++at_;
  if (is_name(kind())) {
    query.model = name_at(at_++);
  } else if (kind() == TokenKind::LeftBrace && looks_like_field(at_ + 1)) {
    fields(query.columns, query.incomplete, written);
  }
  return true;
}

bool FileParser::query_fence(ast::Query& query) {
  if (kind() == TokenKind::Sql) {
    if (const Context* context = rule(Rule::Fence, "sql")) {
      query.fences.push_back(read_fence(*context, reading_));
      return true;
    }
    at_ = std::max(at_ + 1, rules_.failure().token);
  } else {
    if (!token(at_).reported) report_expected(at_, "`sql` and the statement in `\"\"\"…\"\"\"`");
    ++at_;
  }
  while (!at_end() && kind() != TokenKind::RightBrace && kind() != TokenKind::Sql &&
         !looks_like_declaration(at_))
    ++at_;
  return false;
}

}  // namespace ochrec::syntax
