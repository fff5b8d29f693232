#include "sqlite/row.hpp"

#include <string_view>

#include "ochre/model_info.hpp"

namespace ochre::sqlite {
namespace {

std::size_t size_of(sqlite3_stmt* statement, int column) {
  return static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
}

Value cell(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: return Value::of_integer(Kind::Int64, sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT: return Value::of_real(Kind::Float64, sqlite3_column_double(statement, column));
    case SQLITE_TEXT: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
      return Value::of_text(Kind::Text, std::string_view(text ? text : "", size_of(statement, column)));
    }
    case SQLITE_BLOB: {
      const void* bytes = sqlite3_column_blob(statement, column);
      return Value::of_bytes(Kind::Bytes, BytesView{bytes, size_of(statement, column)});
    }
    default: return Value::null(Kind::Text);
  }
}

}  // namespace

void StatementRow::cells(int first, std::span<Value> out) {
  for (Value& value : out) value = cell(statement_, first++);
}

void StatementRow::model(const RowCodec& codec, int first, void* row) { codec.read(statement_, first, row); }

}  // namespace ochre::sqlite
