#include "syntax/file_parser.hpp"

#include <utility>

#include "syntax/codes.hpp"

namespace ochrec::syntax {

FileParser::FileParser(const base::SourceFile& source, const Tokens& tokens, base::Diagnostics& diagnostics)
    : source_(source),
      tokens_(tokens),
      diagnostics_(diagnostics),
      rules_(tokens),
      reading_{source, diagnostics},
      docs_(tokens.docs, source) {}

ast::File FileParser::run() {
  file_.id = source_.id();
  if (at_end() && !token(0).reported)
    diagnostics_.report(empty_file, {source_.id(), 0, 0}, "this file declares nothing")
        .with_help("a schema begins with `schema name`, followed by models");
  while (!at_end() && !too_many_errors()) {
    const std::size_t before = at_;
    top_level();
    if (at_ == before) ++at_;
  }
  if (!at_end() || token(at_).reported) file_.incomplete = true;
  docs_.report_dangling(diagnostics_);
  return std::move(file_);
}

void FileParser::top_level() {
  switch (kind()) {
    case TokenKind::Schema: schema_name(); break;
    case TokenKind::Import: import_file(); break;
    case TokenKind::Actor:
    case TokenKind::Enum:
    case TokenKind::Type:
    case TokenKind::Struct:
    case TokenKind::Mixin:
    case TokenKind::Model:
    case TokenKind::Policy:
    case TokenKind::Restrict:
    case TokenKind::Query:
      if (kind(1) != TokenKind::Colon) {
        declaration();
        break;
      }
      [[fallthrough]];
    default: misplaced_top_level(); break;
  }
}

void FileParser::schema_name() {
  const std::size_t first = at_;
  const bool named =
      kind(2) == TokenKind::End || kind(2) == TokenKind::Import || looks_like_declaration(at_ + 2);
  const bool nameless = !named && looks_like_declaration(at_ + 1);
  if (nameless) report_expected(at_ + 1, "the name of the schema");
  const Context* context = nameless ? nullptr : rule(Rule::SchemaName, "schema name");
  if (context == nullptr) {
    file_.incomplete = true;
    ++at_;
    skip_to_declaration();
    return;
  }
  ast::SchemaName schema = read_schema_name(*context, reading_);
  schema.doc = docs_.take(first, at_);
  if (file_.schema) {
    diagnostics_.report(misplaced_header, schema.span, "this file names its schema twice")
        .with_related(file_.schema->span, "first named here");
    return;
  }
  if (!file_.imports.empty() || !file_.declarations.empty())
    diagnostics_.report(misplaced_header, schema.span, "`schema` comes first in its file");
  file_.schema = std::move(schema);
}

void FileParser::import_file() {
  const Context* context = rule(Rule::ImportFile, "import");
  if (context == nullptr) {
    file_.incomplete = true;
    ++at_;
    skip_to_declaration();
    return;
  }
  ast::Import import = read_import_file(*context, reading_);
  if (!file_.declarations.empty())
    diagnostics_.report(misplaced_header, import.span, "imports come before declarations")
        .with_help("move this line up, below `schema`");
  file_.imports.push_back(std::move(import));
}

void FileParser::misplaced_top_level() {
  file_.incomplete = true;
  report_unknown_declaration();
  ++at_;
  skip_to_declaration();
}

}  // namespace ochrec::syntax
