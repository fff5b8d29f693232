#include "sqlite/url.hpp"

#include <array>
#include <charconv>
#include <limits>

#include "ochre/errors.hpp"
#include "ochre/view.hpp"

namespace ochre::sqlite {
namespace {

constexpr std::string_view scheme = "sqlite:";
constexpr std::string_view memory_path = ":memory:";

/// One URL while it is being read, so that every complaint can name it.
class UrlReader {
 public:
  explicit UrlReader(std::string_view url) : url_(url) {}

  Location read() const;

 private:
  [[noreturn]] void refuse(const std::string& reason) const;
  std::string decode(std::string_view text) const;
  std::string path_of(std::string_view text) const;
  void apply(std::string_view option, Location& out) const;
  Access access_of(std::string_view value) const;
  std::string_view one_of(std::string_view name, std::string_view value,
                          View<const std::string_view> allowed) const;
  std::int64_t number_of(std::string_view name, std::string_view value) const;
  std::int64_t size_of(std::string_view name, std::string_view value) const;
  std::int64_t page_size_of(std::string_view value) const;

  std::string_view url_;
};

void UrlReader::refuse(const std::string& reason) const {
  throw BadUrl("The database URL '" + std::string(url_) + "' " + reason);
}

Location UrlReader::read() const {
  if (!has_scheme(url_)) refuse("does not begin with sqlite:.");
  std::string_view rest = url_.substr(scheme.size());
  const std::size_t question = rest.find('?');
  std::string_view options;
  if (question != std::string_view::npos) {
    options = rest.substr(question + 1);
    rest = rest.substr(0, question);
  }

  Location out;
  out.in_memory = rest == memory_path;
  out.path = out.in_memory ? std::string(memory_path) : path_of(rest);
  while (!options.empty()) {
    const std::size_t end = options.find('&');
    apply(options.substr(0, end), out);
    options = end == std::string_view::npos ? std::string_view() : options.substr(end + 1);
  }
  if (out.in_memory && out.access == Access::Existing) out.access = Access::Create;
  if (out.in_memory && out.access != Access::Create)
    refuse("asks to only read a database that starts out empty.");
  return out;
}

std::string UrlReader::path_of(std::string_view text) const {
  if (text.empty()) refuse("names no file; write sqlite:path or sqlite::memory:.");
  if (text.starts_with("//") && !text.starts_with("///")) {
    refuse("has a host part; write sqlite:" + std::string(text.substr(2)) + " for a relative path.");
  }
  std::string path = decode(text);
  // SQLite gives meaning to names that begin with a colon or with "file:"; here they are names like any
  // other.
  if (path.starts_with(':') || path.starts_with("file:")) path.insert(0, "./");
  return path;
}

std::string UrlReader::decode(std::string_view text) const {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      out += text[at];
      continue;
    }
    unsigned byte = 0;
    const char* first = text.data() + at + 1;
    if (text.size() - at < 3 || std::from_chars(first, first + 2, byte, 16).ptr != first + 2) {
      refuse("has a % without two hexadecimal digits after it; write %25 for a percent sign.");
    }
    out += static_cast<char>(byte);
    at += 2;
  }
  if (out.find('\0') != std::string::npos) refuse("has a NUL byte in its path.");
  return out;
}

void UrlReader::apply(std::string_view option, Location& out) const {
  static constexpr std::array<std::string_view, 3> journals = {"wal", "delete", "truncate"};
  static constexpr std::array<std::string_view, 4> levels = {"off", "normal", "full", "extra"};
  static constexpr std::array<std::string_view, 3> deletes = {"on", "off", "fast"};
  const std::size_t equals = option.find('=');
  const std::string_view name = option.substr(0, equals);
  const std::string_view value =
      equals == std::string_view::npos ? std::string_view() : option.substr(equals + 1);

  if (name == "mode")
    out.access = access_of(value);
  else if (name == "busy_timeout")
    out.busy_timeout = number_of(name, value);
  else if (name == "cache")
    out.cache_bytes = size_of(name, value);
  else if (name == "mmap")
    out.mmap_bytes = size_of(name, value);
  else if (name == "page_size")
    out.page_size = page_size_of(value);
  else if (name == "journal")
    out.journal = one_of(name, value, journals);
  else if (name == "synchronous")
    out.synchronous = one_of(name, value, levels);
  else if (name == "secure_delete")
    out.secure_delete = one_of(name, value, deletes);
  else {
    refuse(
        "has an unknown option '" + std::string(name) +
        "'; known are mode, busy_timeout, cache, mmap, page_size, journal, synchronous and secure_delete.");
  }
}

Access UrlReader::access_of(std::string_view value) const {
  static constexpr std::array<std::string_view, 4> modes = {"rwc", "rw", "ro", "immutable"};
  const std::string_view mode = one_of("mode", value, modes);
  if (mode == "rwc") return Access::Create;
  if (mode == "rw") return Access::Existing;
  return mode == "ro" ? Access::ReadOnly : Access::Immutable;
}

std::string_view UrlReader::one_of(std::string_view name, std::string_view value,
                                   View<const std::string_view> allowed) const {
  std::string list;
  for (const std::string_view candidate : allowed) {
    if (candidate == value) return candidate;
    list += (list.empty() ? "" : ", ") + std::string(candidate);
  }
  refuse("has the option " + std::string(name) + "=" + std::string(value) + "; it can be one of " + list +
         ".");
}

std::int64_t UrlReader::number_of(std::string_view name, std::string_view value) const {
  std::int64_t number = -1;
  const char* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, number);
  if (error != std::errc() || stop != end || number < 0 ||
      number > std::numeric_limits<std::int32_t>::max()) {
    refuse("has the option " + std::string(name) + "=" + std::string(value) +
           "; it takes a number from 0 to 2147483647.");
  }
  return number;
}

std::int64_t UrlReader::size_of(std::string_view name, std::string_view value) const {
  int shift = 0;
  if (value.ends_with("KB")) shift = 10;
  if (value.ends_with("MB")) shift = 20;
  if (value.ends_with("GB")) shift = 30;
  if (shift != 0) value.remove_suffix(2);
  return number_of(name, value) << shift;
}

std::int64_t UrlReader::page_size_of(std::string_view value) const {
  const std::int64_t size = number_of("page_size", value);
  if (size < 512 || size > 65'536 || (size & (size - 1)) != 0) {
    refuse("has the option page_size=" + std::string(value) + "; it takes a power of two from 512 to 65536.");
  }
  return size;
}

}  // namespace

bool has_scheme(std::string_view url) { return url.starts_with(scheme); }

Location parse_url(std::string_view url) { return UrlReader(url).read(); }

}  // namespace ochre::sqlite
