#include "query/shape_reader.hpp"

#include "ochre/errors.hpp"
#include "ochre/model_info.hpp"

namespace ochre::query {

int argument_count(Op op) {
  switch (op) {
    case Op::Over:
    case Op::Join:
    case Op::KeyLevel:
    case Op::With:
    case Op::Round:
    case Op::Frame:
    case Op::AverageExact: return 2;
    case Op::Rescale:
    case Op::Coalesce:
    case Op::Year:
    case Op::Month:
    case Op::Day:
    case Op::Case:
    case Op::WindowOrder:
    case Op::Any:
    case Op::None:
    case Op::CountRelated:
    case Op::Raw:
    case Op::NamedColumn:
    case Op::FromNamed:
    case Op::SelectNamed:
    case Op::OrderBy:
    case Op::JoinOn:
    case Op::JoinNamed:
    case Op::Level:
    case Op::Include: return 1;
    default: return 0;
  }
}

int operand_count(const Token& token) {
  switch (token.op) {
    case Op::Column:
    case Op::Source:
    case Op::Bind:
    case Op::List:
    case Op::Text:
    case Op::Null:
    case Op::Open:
    case Op::Close:
    case Op::CountRows:
    case Op::RowNumber:
    case Op::Rank:
    case Op::DenseRank:
    case Op::Distinct:
    case Op::ForUpdate: return 0;
    case Op::Not:
    case Op::IsNull:
    case Op::IsNotNull:
    case Op::Negate:
    case Op::Rescale:
    case Op::Round:
    case Op::Lower:
    case Op::Upper:
    case Op::Length:
    case Op::ByteLength:
    case Op::Trim:
    case Op::Abs:
    case Op::Year:
    case Op::Month:
    case Op::Day:
    case Op::Count:
    case Op::CountDistinct:
    case Op::Sum:
    case Op::SumDistinct:
    case Op::Min:
    case Op::Max:
    case Op::Average:
    case Op::AverageExact:
    case Op::Ntile:
    case Op::FirstValue:
    case Op::LastValue:
    case Op::PartitionBy:
    case Op::WindowOrder:
    case Op::Exists:
    case Op::ScalarQuery:
    case Op::Excluded:
    case Op::NamedColumn:
    case Op::From:
    case Op::FromNamed:
    case Op::Where:
    case Op::Having:
    case Op::GroupBy:
    case Op::OrderBy:
    case Op::Limit:
    case Op::Offset:
    case Op::Select:
    case Op::SelectModel:
    case Op::SelectNamed:
    case Op::ConflictColumn:
    case Op::Union:
    case Op::UnionAll:
    case Op::Intersect:
    case Op::Except: return 1;
    case Op::Between:
    case Op::Substring:
    case Op::Replace: return 3;
    case Op::Coalesce: return token.first;
    case Op::Case: return 2 * token.first + 1;
    case Op::Raw:
    case Op::Over: return 1 + token.first + (token.op == Op::Over ? token.second : 0);
    case Op::KeyLevel: return 1 + token.second;
    case Op::Include: return token.first;
    default: return 2;
  }
}

std::uint8_t ShapeReader::byte() {
  if (at_ == end_) throw StatementFailed("The query's shape is cut off.");
  return *at_++;
}

std::uint16_t ShapeReader::word() {
  const std::uint8_t low = byte();
  return static_cast<std::uint16_t>(low | (byte() << 8));
}

Path ShapeReader::path() {
  Path path;
  path.root = &model_numbered(word());
  path.alias = byte();
  path.depth = byte();
  if (path.depth > Path::max_depth) throw StatementFailed("The query's shape holds a path that is too long.");
  for (std::size_t i = 0; i < path.depth; ++i) path.steps[i] = byte();
  return path;
}

Token ShapeReader::next() {
  Token token;
  token.op = static_cast<Op>(byte());
  switch (token.op) {
    case Op::Column:
      token.path = path();
      token.column = word();
      break;
    case Op::Source: token.path = path(); break;
    case Op::Bind:
    case Op::List: token.kind = static_cast<Kind>(byte()); break;
    case Op::Text: {
      const std::uint16_t size = word();
      if (end_ - at_ < size) throw StatementFailed("The query's shape is cut off.");
      token.text = {reinterpret_cast<const char*>(at_), size};
      at_ += size;
      break;
    }
    default: {
      const int arguments = argument_count(token.op);
      if (arguments > 0) token.first = byte();
      if (arguments > 1) token.second = byte();
    }
  }
  return token;
}

}  // namespace ochre::query
