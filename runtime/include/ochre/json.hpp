// JSON in and out: documents, arrays, and newline-delimited streams of generated models and their New
// structs. Link Ochre::json, include the generated `<schema>/json.hpp`, and nothing of it costs programs that
// do neither. Reading is strict: unknown and repeated members, wrong types, missing required members and text
// after the document are all reported, each with a JSON pointer as Violation::field, all at once (the first
// thousand; a longer list ends the reading). Integers are exact over 64 bits. Rules of the schema are not
// checked here: `validate` does, and inserting validates first.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ochre/json_reader.hpp"
#include "ochre/json_writer.hpp"

namespace ochre {

/// What reading gave: a value, or all that was wrong with the text.
template <class T>
struct FromJson {
  std::optional<T> value;
  Violations violations;

  /// Either there is a value or there are violations, never both.
  explicit operator bool() const { return value.has_value(); }
  /// The value. Throws ValidationFailed with the violations when there is none.
  T& get() &;
  T&& get() && { return std::move(get()); }
};

namespace detail {

using JsonRead = void (*)(JsonReader& in, void* value);
/// Parses one document and hands it to `read`; adds what was wrong to `violations`.
void read_json(std::string_view text, const JsonOptions& options, JsonRead read, void* value,
               Violations& violations);
[[noreturn]] void throw_violations(Violations violations);

template <class T>
void read_into(JsonReader& in, void* value) {
  in.read(*static_cast<T*>(value));
}

}  // namespace detail

template <class T>
T& FromJson<T>::get() & {
  if (!value) detail::throw_violations(std::move(violations));
  return *value;
}

/// The JSON of a model, its New struct, a struct, scalar, or vector of them; from_json of the same type reads
/// it back equal. Of a New struct, fields that were left to their default are left out. Members come in the
/// order of the schema, without white space between. Throws ValidationFailed for NaN and infinities.
template <class T>
std::string to_json(const T& value) {
  std::string out;
  JsonWriter(out).write(value);
  return out;
}

/// Appends a value and a line feed: one line of a newline-delimited stream
/// (https://github.com/ndjson/ndjson-spec). `out` grows as a string does; clear it when it has been sent, and
/// it keeps its memory.
template <class T>
void append_json_line(std::string& out, const T& value) {
  JsonWriter(out).write(value);
  out.push_back('\n');
}

/// Reads one document. Does not throw for anything that stands in the text; memory is taken for what is
/// there, not for what it claims.
template <class T>
FromJson<T> from_json(std::string_view text, const JsonOptions& options = {}) {
  FromJson<T> result;
  result.value = detail::blank<T>();
  detail::read_json(text, options, detail::read_into<T>, &*result.value, result.violations);
  if (!result.violations.empty()) result.value.reset();
  return result;
}

/// Reads an array of documents. Pointers begin with the element's index: `/3/email`. All or nothing: one
/// element that is wrong leaves no value. Lines are for streams where the others shall count.
template <class T>
FromJson<std::vector<T>> from_json_array(std::string_view text, const JsonOptions& options = {}) {
  return from_json<std::vector<T>>(text, options);
}

/// Cuts a stream that arrives in pieces into lines:
///     lines.feed(piece);
///     while (const auto user = lines.next_as<NewUser>()) …
/// Feed it pieces of any size; it holds the lines that were not taken and one unfinished. Belongs to one
/// thread.
class JsonLines {
 public:
  /// Lines longer than this many bytes are refused, so that a stream without line feeds cannot fill the
  /// memory.
  static constexpr std::size_t longest_line = 64U << 20U;

  /// Adds a piece. Invalidates lines that were handed out. Throws ValidationFailed when a line grows too
  /// long.
  void feed(std::string_view piece);
  /// The next complete line without its line end, if there is one; blank lines are skipped. Valid until
  /// `feed`.
  std::optional<std::string_view> next();
  /// What remains when the stream has ended without a line feed, if anything does. Valid until `feed`.
  std::optional<std::string_view> rest();
  /// Reads the next complete line as a value; nothing when a piece is missing. One line's violations leave
  /// the lines after it alone.
  template <class T>
  std::optional<FromJson<T>> next_as(const JsonOptions& options = {}) {
    const std::optional<std::string_view> line = next();
    if (!line) return std::nullopt;
    return from_json<T>(*line, options);
  }

 private:
  std::string buffer_;
  std::size_t begin_ = 0;    // of the next line
  std::size_t scanned_ = 0;  // no line feed before this
};

}  // namespace ochre
