#include "ochre/errors.hpp"

namespace ochre {
namespace {

std::string conflict_message(std::string_view table, std::int64_t expected, std::int64_t actual) {
  std::string message = "The row of " + std::string(table) + " was changed by somebody else: version " +
                        std::to_string(expected) + " was read, ";
  if (actual < 0) return message + "and the row is gone now.";
  return message + "the database has version " + std::to_string(actual) +
         " now. Read the row again and repeat the change.";
}

}  // namespace

Error::Error(std::string message) : message_(std::move(message)) {}
Error::Error(std::string message, std::string sql, int code)
    : message_(std::move(message)), sql_(std::move(sql)), code_(code) {}
Error::Error(const Error& other) = default;
Error& Error::operator=(const Error& other) = default;
Error::~Error() = default;

const char* Error::what() const noexcept { return message_.c_str(); }
void Error::set_message(std::string message) { message_ = std::move(message); }
void Error::set_state(std::string_view state) { state_ = state; }

ValidationFailed::ValidationFailed(std::string message) : Error(std::move(message)) {}

ValidationFailed::ValidationFailed(Violations violations)
    : Error(to_string(violations)), violations_(std::move(violations)) {}

ValidationFailed::ValidationFailed(std::string_view what, Violations violations)
    : Error(std::string(what) + " is not valid:\n" + to_string(violations)),
      violations_(std::move(violations)) {}

NotExactlyOne::NotExactlyOne(std::size_t found)
    : Error(found == 0 ? "Exactly one row was asked for, and there is none."
                       : "Exactly one row was asked for, and there are at least two."),
      found_(found) {}

Conflict::Conflict(std::string_view table, std::int64_t expected, std::int64_t actual)
    : Error(conflict_message(table, expected, actual)), expected_(expected), actual_(actual) {}

std::string to_string(const Violations& violations) {
  std::string text;
  for (const Violation& violation : violations) {
    if (!text.empty()) text += '\n';
    if (!violation.field.empty()) text += violation.field + ": ";
    text += violation.message;
  }
  return text;
}

}  // namespace ochre
