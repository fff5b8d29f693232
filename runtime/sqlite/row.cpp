#include "sqlite/row.hpp"

#include <string_view>

#include "ochre/model_info.hpp"

namespace ochre::sqlite {
namespace {

Value cell(sqlite3_value* value) {
  const auto size = [&] { return static_cast<std::size_t>(sqlite3_value_bytes(value)); };
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: return Value::of_integer(Kind::Int64, sqlite3_value_int64(value));
    case SQLITE_FLOAT: return Value::of_real(Kind::Float64, sqlite3_value_double(value));
    case SQLITE_TEXT: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
      return Value::of_text(Kind::Text, std::string_view(text ? text : "", size()));
    }
    case SQLITE_BLOB: {
      const void* bytes = sqlite3_value_blob(value);
      return Value::of_bytes(Kind::Bytes, BytesView{bytes, size()});
    }
    default: return Value::null(Kind::Text);
  }
}

}  // namespace

void StatementRow::cells(int first, View<Value> out) {
  for (Value& value : out) value = cell(sqlite3_column_value(statement_, first++));
}

// https://www.sqlite.org/c3ref/column_decltype.html
bool StatementRow::computed(int column) { return sqlite3_column_decltype(statement_, column) == nullptr; }

void StatementRow::model(const RowCodec& codec, int first, void* row) { codec.read(statement_, first, row); }

}  // namespace ochre::sqlite
