#include "ochre/time_of_day.hpp"

namespace ochre {
namespace {

void append_digits(std::string& out, std::int64_t number, int digits) {
  std::string text(static_cast<std::size_t>(digits), '0');
  for (int i = digits - 1; i >= 0; --i, number /= 10)
    text[static_cast<std::size_t>(i)] = static_cast<char>('0' + number % 10);
  out += text;
}

/// Takes two digits below `limit` off the front.
bool take_pair(std::string_view& text, int limit, std::int64_t& out) {
  if (text.size() < 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return false;
  out = (text[0] - '0') * 10 + (text[1] - '0');
  text.remove_prefix(2);
  return out < limit;
}

/// Takes one to six digits after the point, the whole rest.
bool take_fraction(std::string_view text, std::int64_t& microseconds) {
  if (text.empty() || text.size() > 6) return false;
  microseconds = 0;
  for (std::size_t i = 0; i < 6; ++i) {
    const char c = i < text.size() ? text[i] : '0';
    if (c < '0' || c > '9') return false;
    microseconds = microseconds * 10 + (c - '0');
  }
  return true;
}

}  // namespace

std::string to_string(TimeOfDay time) {
  const std::int64_t seconds = time.microseconds / 1'000'000;
  std::string text;
  append_digits(text, seconds / 3600, 2);
  text += ':';
  append_digits(text, seconds / 60 % 60, 2);
  text += ':';
  append_digits(text, seconds % 60, 2);
  if (time.microseconds % 1'000'000 != 0) {
    text += '.';
    append_digits(text, time.microseconds % 1'000'000, 6);
  }
  return text;
}

bool from_string(std::string_view text, TimeOfDay& time) {
  std::int64_t hour = 0;
  std::int64_t minute = 0;
  std::int64_t second = 0;
  std::int64_t microsecond = 0;
  if (!take_pair(text, 24, hour) || text.empty() || text[0] != ':') return false;
  text.remove_prefix(1);
  if (!take_pair(text, 60, minute)) return false;
  if (!text.empty()) {
    if (text[0] != ':') return false;
    text.remove_prefix(1);
    if (!take_pair(text, 60, second)) return false;
  }
  if (!text.empty() && (text[0] != '.' || !take_fraction(text.substr(1), microsecond))) return false;
  time.microseconds = ((hour * 60 + minute) * 60 + second) * 1'000'000 + microsecond;
  return true;
}

}  // namespace ochre
