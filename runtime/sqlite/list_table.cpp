#include "sqlite/list_table.hpp"

#include <cstddef>
#include <new>

namespace ochre::sqlite {
namespace {

constexpr const char* pointer_type = "ochre_list";

enum Column : int { ValueColumn, ListColumn };

/// What the query plan uses, as bits of idxNum.
enum Plan : int { HasList = 1, AtPosition = 2 };

struct Cursor : sqlite3_vtab_cursor {
  const ListParameter* list = nullptr;
  std::size_t at = 0;
  std::size_t end = 0;
};

Cursor& of(sqlite3_vtab_cursor* cursor) { return *static_cast<Cursor*>(cursor); }

int connect(sqlite3* database, void*, int, const char* const*, sqlite3_vtab** table, char**) {
  const int code = sqlite3_declare_vtab(database, "create table x(value, list hidden)");
  if (code != SQLITE_OK) return code;
  sqlite3_vtab_config(database,
                      SQLITE_VTAB_DIRECTONLY);  // not for views and triggers: nothing could bind the list
  *table = new (std::nothrow) sqlite3_vtab();
  return *table ? SQLITE_OK : SQLITE_NOMEM;
}

int disconnect(sqlite3_vtab* table) {
  delete table;
  return SQLITE_OK;
}

int open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
  *cursor = new (std::nothrow) Cursor();
  return *cursor ? SQLITE_OK : SQLITE_NOMEM;
}

int close(sqlite3_vtab_cursor* cursor) {
  delete &of(cursor);
  return SQLITE_OK;
}

/// The list is an equality on the hidden column. A position (rowid) picks one element, which is what joining
/// several lists element by element does.
int best_index(sqlite3_vtab*, sqlite3_index_info* info) {
  int list = -1;
  int position = -1;
  for (int i = 0; i < info->nConstraint; ++i) {
    const auto& constraint = info->aConstraint[i];
    if (constraint.op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
    if (constraint.iColumn == ListColumn && !constraint.usable) return SQLITE_CONSTRAINT;
    if (!constraint.usable) continue;
    if (constraint.iColumn == ListColumn) list = i;
    if (constraint.iColumn == -1) position = i;
  }
  info->idxNum = 0;
  info->estimatedCost = 1;
  info->estimatedRows = 0;
  if (list < 0) return SQLITE_OK;  // called without a parameter: no rows

  info->aConstraintUsage[list].argvIndex = 1;
  info->aConstraintUsage[list].omit = 1;
  info->idxNum = HasList;
  info->estimatedCost = 50;
  info->estimatedRows = 50;
  if (position >= 0) {
    info->aConstraintUsage[position].argvIndex = 2;
    info->idxNum |= AtPosition;
    info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
    info->estimatedCost = 1;
    info->estimatedRows = 1;
  }
  return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* cursor, int plan, const char*, int, sqlite3_value** arguments) {
  Cursor& scan = of(cursor);
  scan.list = nullptr;
  if ((plan & HasList) != 0) {
    scan.list = static_cast<const ListParameter*>(sqlite3_value_pointer(arguments[0], pointer_type));
  }
  scan.at = 0;
  scan.end = scan.list ? scan.list->list.size : 0;
  if ((plan & AtPosition) == 0) return SQLITE_OK;

  const sqlite3_int64 position = sqlite3_value_int64(arguments[1]);
  const bool inside = position >= 1 && static_cast<std::size_t>(position) <= scan.end;
  scan.at = inside ? static_cast<std::size_t>(position) - 1 : 0;
  scan.end = inside ? scan.at + 1 : 0;
  return SQLITE_OK;
}

int next(sqlite3_vtab_cursor* cursor) {
  ++of(cursor).at;
  return SQLITE_OK;
}

int at_end(sqlite3_vtab_cursor* cursor) { return of(cursor).at >= of(cursor).end; }

int column(sqlite3_vtab_cursor* cursor, sqlite3_context* result, int number) {
  if (number != ValueColumn) return SQLITE_OK;  // the hidden column reads as NULL
  const ListParameter& list = *of(cursor).list;
  const Value value = list.values->item(list.list, of(cursor).at);
  switch (value.storage) {
    case Storage::Integer: sqlite3_result_int64(result, value.integer); break;
    case Storage::Real: sqlite3_result_double(result, value.real); break;
    case Storage::Text:
      sqlite3_result_text64(result, value.size ? value.text().data() : "", value.size, SQLITE_STATIC,
                            SQLITE_UTF8);
      break;
    case Storage::Bytes:
      sqlite3_result_blob64(result, value.size ? value.data : "", value.size, SQLITE_STATIC);
      break;
    case Storage::Null:
    case Storage::List: sqlite3_result_null(result); break;
  }
  return SQLITE_OK;
}

int row_id(sqlite3_vtab_cursor* cursor, sqlite3_int64* id) {
  *id = static_cast<sqlite3_int64>(of(cursor).at) + 1;
  return SQLITE_OK;
}

/// Without xCreate the table exists only as a function, in every schema of the connection.
constexpr sqlite3_module make_module() {
  sqlite3_module module{};
  module.xConnect = connect;
  module.xDisconnect = disconnect;
  module.xBestIndex = best_index;
  module.xOpen = open;
  module.xClose = close;
  module.xFilter = filter;
  module.xNext = next;
  module.xEof = at_end;
  module.xColumn = column;
  module.xRowid = row_id;
  return module;
}

constexpr sqlite3_module list_module = make_module();

}  // namespace

int add_list_table(sqlite3* database) {
  return sqlite3_create_module_v2(database, "ochre_list", &list_module, nullptr, nullptr);
}

int bind_list(sqlite3_stmt* statement, int parameter, ListParameter& list) {
  return sqlite3_bind_pointer(statement, parameter, &list, pointer_type, nullptr);
}

}  // namespace ochre::sqlite
