// `on postgres { … }` and what it holds.
#include <utility>

#include "syntax/codes.hpp"
#include "syntax/file_parser.hpp"

namespace ochrec::syntax {

bool FileParser::on_database(std::vector<ast::Member>& members) {
  const std::size_t first = at_++;
  ast::OnDatabase result;
  const Context* context = rule(Rule::Name, "on");
  if (context == nullptr) {
    skip_to_member(std::max(at_, rules_.failure().token));
    return false;
  }
  result.database = read_name(*context, reading_);
  if (!opens_block("on " + result.database.text)) return false;
  const bool whole = block(result.database, [&] { return database_statement(result); });
  result.span = span_from(first);
  members.emplace_back(std::move(result));
  return whole;
}

bool FileParser::database_statement(ast::OnDatabase& block) {
  const std::size_t first = at_;
  if (kind() == TokenKind::Index) {
    if (const Context* context = rule(Rule::IndexKey, "index")) {
      ast::Index index = read_index_key(*context, reading_);
      index.doc = docs_.take(first, at_);
      block.statements.emplace_back(std::move(index));
      if (kind() == TokenKind::Comma) refuse_comma();
      return true;
    }
    skip_to_member(std::max(at_ + 1, rules_.failure().token));
    return false;
  }
  if (kind() == TokenKind::Partition) return partition(block);
  if (!token(at_).reported) {
    diagnostics_
        .report(database_block, span(at_),
                found(at_) + " cannot stand inside `on " + block.database.text + "`")
        .with_help(
            "an `on` block holds `index` and `partition` only; all else means the same on every database");
  }
  skip_to_member(at_ + (kind() == TokenKind::Check ? 3 : 1));
  return false;
}

// Without its `{` there is no block whose `}` could be looked for.
bool FileParser::opens_block(const std::string& what) {
  if (kind() == TokenKind::LeftBrace) return true;
  if (!token(at_).reported)
    report_expected(at_, "`{` after `" + what + "`")
        .with_help("what holds there stands in braces: `" + what + " { … }`");
  skip_to_member(at_);
  return false;
}

bool FileParser::partition(ast::OnDatabase& block) {
  const std::size_t first = at_;
  const Context* context = rule(Rule::PartitionHead, "partition");
  if (context == nullptr) {
    skip_to_member(std::max(at_ + 1, rules_.failure().token));
    return false;
  }
  ast::Partition result = read_partition_head(*context, reading_);
  bool whole = true;
  if (result.method == ast::PartitionMethod::Hash && kind() != TokenKind::LeftBrace) {
    whole = partition_count(result);
  } else {
    whole =
        opens_block("partition by …") && this->block(name_at(first), [&] { return partition_part(result); });
  }
  result.span = span_from(first);
  result.doc = docs_.take(first, at_);
  block.statements.emplace_back(std::move(result));
  return whole;
}

bool FileParser::partition_count(ast::Partition& partition) {
  if (accept(TokenKind::Count) && kind() == TokenKind::Integer) {
    partition.count = ast::TypeArgument{std::string(text(at_)), span(at_)};
    ++at_;
    return true;
  }
  if (!token(at_).reported) report_expected(at_, "`count` and a number, such as `count 8`");
  skip_to_member(at_);
  return false;
}

bool FileParser::partition_part(ast::Partition& partition) {
  if (looks_like_field(at_)) {
    if (const Context* context = rule(Rule::PartitionPart, "partition")) {
      std::optional<ast::PartitionPart> part = read_partition_part(*context, reading_);
      accept(TokenKind::Comma);
      if (part) partition.parts.push_back(std::move(*part));
      return part.has_value();
    }
    skip_to_member(std::max(at_ + 1, rules_.failure().token));
    return false;
  }
  if (!token(at_).reported) report_expected(at_, "a partition, such as `eu: [\"de\", \"fr\"]`");
  skip_to_member(at_ + 1);
  return false;
}

}  // namespace ochrec::syntax
