#include "sqlite/binding.hpp"

#include "ochre/scalar.hpp"

namespace ochre::sqlite {
namespace {

int bind_one(sqlite3_stmt* statement, int parameter, const Value& value) {
  switch (value.storage) {
    case Storage::Integer: return sqlite3_bind_int64(statement, parameter, value.integer);
    case Storage::Real:
      if (value.real != value.real) ochre::detail::refuse_nan();
      return sqlite3_bind_double(statement, parameter, value.real);
    // A null pointer would bind NULL instead of the empty value.
    case Storage::Text:
      return sqlite3_bind_text64(statement, parameter, value.data ? value.text().data() : "", value.size,
                                 SQLITE_STATIC, SQLITE_UTF8);
    case Storage::Bytes:
      return sqlite3_bind_blob64(statement, parameter, value.data ? value.data : "", value.size,
                                 SQLITE_STATIC);
    case Storage::Null:
    case Storage::List: break;
  }
  return sqlite3_bind_null(statement, parameter);
}

int bind_lists(sqlite3_stmt* statement, const Values& values, SmallVector<ListParameter, 2>& lists) {
  // Lists are bound by address, so all of them are in place before the first is bound.
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Value value = values.at(i);
    if (value.storage == Storage::List) lists.push_back({&values, value});
  }
  std::size_t next_list = 0;
  for (std::size_t i = 0; next_list < lists.size(); ++i) {
    if (values.at(i).storage != Storage::List) continue;
    const int code = bind_list(statement, static_cast<int>(i) + 1, lists[next_list++]);
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

}  // namespace

int bind_all(sqlite3_stmt* statement, const Values& values, Borrowed& borrowed) {
  bool has_list = false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Value value = values.at(i);
    has_list |= value.storage == Storage::List;
    if (const int code = bind_one(statement, static_cast<int>(i) + 1, value); code != SQLITE_OK) return code;
  }
  return has_list ? bind_lists(statement, values, borrowed.lists) : SQLITE_OK;
}

}  // namespace ochre::sqlite
