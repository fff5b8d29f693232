#include "format/format.hpp"

#include "format/layout.hpp"
#include "format/original.hpp"
#include "format/write.hpp"

namespace ochrec::format {
namespace {

Part part_of_schema(const ast::SchemaName& schema, const Original& original) {
  const bool comments = original.has_comments(schema.span);
  return {schema.span, {}, comments ? original.verbatim(schema.span, 4) : "schema " + schema.name.text, 0};
}

Part part_of_import(const ast::Import& import, const Original& original) {
  const bool comments = original.has_comments(import.span);
  return {
      import.span,
      {},
      comments ? original.verbatim(import.span, 4) : "import " + write_literal(import.path.span, original),
      0};
}

}  // namespace

std::string format(const ast::File& file, const base::SourceFile& source) {
  const Original original(file, source);
  std::vector<Part> parts;
  if (file.schema) parts.push_back(part_of_schema(*file.schema, original));
  for (const ast::Import& import : file.imports) parts.push_back(part_of_import(import, original));
  for (const ast::Declaration& declaration : file.declarations)
    parts.push_back(part_of(declaration, original));
  return lay_out_file(parts, original);
}

}  // namespace ochrec::format
