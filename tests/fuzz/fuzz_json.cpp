// Any bytes at all as JSON of generated types and of queries. The first byte says what the rest is read as.
// Beyond not crashing: what was read is written as JSON that reads as the same, and a query that was taken
// writes one that is.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "everything/json.hpp"
#include "ochre/errors.hpp"
#include "ochre/query_json.hpp"

namespace {

using everything::NewPerson;
using everything::Person;

void require(bool holds, const char* what, std::string_view text) {
  if (holds) return;
  std::fprintf(stderr, "%s\n%.*s\n", what, static_cast<int>(text.size()), text.data());
  std::abort();
}

template <class T>
void check_one(std::string_view text, const ochre::JsonOptions& options) {
  const ochre::FromJson<T> read = ochre::from_json<T>(text, options);
  require(read.value.has_value() == read.violations.empty(), "neither a value nor a reason", text);
  if (!read) return;
  const std::string written = ochre::to_json(*read.value);
  const ochre::FromJson<T> again = ochre::from_json<T>(written);
  require(again && *again.value == *read.value, "what was written reads as another value", written);
  require(ochre::to_json(*again.value) == written, "writing twice differs", written);
}

void check_lines(std::string_view text) {
  ochre::JsonLines lines;
  const std::size_t half = text.size() / 2;
  for (const std::string_view piece : {text.substr(0, half), text.substr(half)}) {
    lines.feed(piece);
    while (const auto read = lines.next_as<Person>())
      if (*read) everything::validate(*read->value);
  }
  if (const auto rest = lines.rest()) check_one<Person>(*rest, {});
}

void check_query(std::string_view text) {
  try {
    const auto query = ochre::query_from_json(everything::persons, everything::schema, text);
    const std::string written = query.to_json();
    const auto again = ochre::query_from_json(everything::persons, everything::schema, written);
    require(again.to_json() == written, "a query that was written is another one", written);
    require(again.sql(ochre::Dialect::Sqlite).text == query.sql(ochre::Dialect::Sqlite).text,
            "a query that was written has other SQL", written);
  } catch (const ochre::ValidationFailed&) {
    // Most inputs: a reason was given.
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  constexpr ochre::JsonOptions lenient{.ignore_unknown = true};
  switch (data[0]) {
    case 'a': check_one<std::vector<Person>>(text, {}); break;
    case 'i': check_one<std::vector<Person>>(text, lenient); break;
    case 'p': check_one<Person>(text, {}); break;
    case 'm': check_one<std::vector<NewPerson>>(text, {}); break;
    case 'n': check_one<NewPerson>(text, lenient); break;
    case 'l': check_lines(text); break;
    case 'q': check_query(text); break;
    default: return -1;  // says nothing new: keep it out of the corpus
  }
  return 0;
}
