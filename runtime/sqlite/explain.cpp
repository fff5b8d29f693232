#include "sqlite/explain.hpp"

#include <map>

#include "sqlite/binding.hpp"
#include "sqlite/failure.hpp"
#include "sqlite/script.hpp"

namespace ochre::sqlite {

std::string explain_query(sqlite3* database, std::string_view sql, const Values& values) {
  const StatementHandle plan = prepare_one(database, "explain query plan " + std::string(sql));
  Borrowed borrowed;
  check(database, bind_all(plan.get(), values, borrowed), sql);

  std::string text;
  std::map<int, std::size_t> depth_of;  // by step
  int code = sqlite3_step(plan.get());
  for (; code == SQLITE_ROW; code = sqlite3_step(plan.get())) {
    const auto parent = depth_of.find(sqlite3_column_int(plan.get(), 1));
    const std::size_t depth = parent == depth_of.end() ? 0 : parent->second + 1;
    depth_of[sqlite3_column_int(plan.get(), 0)] = depth;
    const auto* step = reinterpret_cast<const char*>(sqlite3_column_text(plan.get(), 3));
    text += std::string(depth * 2, ' ') + (step ? step : "") + '\n';
  }
  check(database, code, sql);
  return text;
}

}  // namespace ochre::sqlite
