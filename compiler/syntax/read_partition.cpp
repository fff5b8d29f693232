#include <utility>

#include "base/suggest.hpp"
#include "grammar/OchreParser.h"
#include "syntax/codes.hpp"
#include "syntax/quote.hpp"
#include "syntax/read.hpp"

namespace ochrec::syntax {
namespace {

using grammar::OchreParser;

bool is_default(const ast::Expression& value) {
  const auto* reference = std::get_if<ast::Reference>(&value.node);
  return reference != nullptr && reference->path.text() == "default";
}

std::optional<ast::PartitionMethod> method_of(std::string_view word) {
  if (word == "hash") return ast::PartitionMethod::Hash;
  if (word == "range") return ast::PartitionMethod::Range;
  if (word == "list") return ast::PartitionMethod::List;
  return std::nullopt;
}

}  // namespace

ast::Partition read_partition_head(const Context& head, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::PartitionHeadContext&>(head);
  ast::Partition partition;
  partition.span = read_span(head, reading);
  const ast::Name method = read_name(*rule.method, reading);
  partition.method_span = method.span;
  if (const auto known = method_of(method.text)) {
    partition.method = *known;
  } else {
    reading.diagnostics.report(bad_partition, method.span, quote(method.text) + " is no way to partition")
        .with_help("write `hash`, `range` or `list`");
  }
  for (const auto* column : rule.columns) partition.columns.push_back(read_path(*column, reading));
  return partition;
}

std::optional<ast::PartitionPart> read_partition_part(const Context& part, Reading& reading) {
  const auto& rule = static_cast<const OchreParser::PartitionPartContext&>(part);
  ast::PartitionPart result;
  result.name = read_name(*rule.label, reading);
  result.span = read_span(part, reading);
  auto value = read_argument_value(*rule.value, reading);
  if (auto* range = std::get_if<ast::Range>(&value)) {
    result.range = std::move(*range);
    return result;
  }
  auto& expression = std::get<ast::Expression>(value);
  if (auto* list = std::get_if<ast::List>(&expression.node)) {
    result.values = std::move(*list);
    return result;
  }
  if (is_default(expression)) return result;
  reading.diagnostics
      .report(bad_partition, expression.span, "this does not say which rows the partition holds")
      .with_help("write a range `a..b`, a list `[a, b]`, or `default` for all other rows");
  return std::nullopt;
}

}  // namespace ochrec::syntax
