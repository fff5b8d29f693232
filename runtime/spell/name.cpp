#include "spell/name.hpp"

namespace ochre::spell {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// PostgreSQL folds bare names to small letters, so capitals need quotes there.
bool is_plain(std::string_view name, Dialect dialect) {
  if (name.empty() || !is_letter(name.front())) return false;
  for (const char c : name) {
    if (!is_letter(c) && !is_digit(c)) return false;
    if (dialect == Dialect::Postgres && is_capital(c)) return false;
  }
  return !is_reserved(name, dialect);
}

}  // namespace

void append_name(std::string& out, std::string_view name, Dialect dialect) {
  if (is_plain(name, dialect)) {
    out += name;
    return;
  }
  out += '"';
  for (const char c : name) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string name(std::string_view name, Dialect dialect) {
  std::string out;
  append_name(out, name, dialect);
  return out;
}

}  // namespace ochre::spell
