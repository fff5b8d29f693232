#include "sqlite/glob_function.hpp"

#include <new>

namespace ochre::sqlite {
namespace {

void append_literal(std::string& out, char c) {
  if (c == '*' || c == '?' || c == '[') {
    out += '[';
    out += c;
    out += ']';
  } else {
    out += c;
  }
}

void run(sqlite3_context* context, int, sqlite3_value** arguments) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(arguments[0]));
  if (!text) return sqlite3_result_null(context);
  try {
    const std::string glob = glob_of({text, static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]))});
    sqlite3_result_text64(context, glob.data(), glob.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);
  }
}

}  // namespace

std::string glob_of(std::string_view like_pattern) {
  std::string out;
  for (std::size_t i = 0; i < like_pattern.size(); ++i) {
    const char c = like_pattern[i];
    if (c == '%') {
      out += '*';
    } else if (c == '_') {
      out += '?';
    } else if (c == '\\' && i + 1 < like_pattern.size()) {
      append_literal(out, like_pattern[++i]);
    } else {
      append_literal(out, c);
    }
  }
  return out;
}

int add_glob_function(sqlite3* database) {
  constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  return sqlite3_create_function_v2(database, "ochre_glob", 1, flags, nullptr, run, nullptr, nullptr,
                                    nullptr);
}

}  // namespace ochre::sqlite
