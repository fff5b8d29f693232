// The rules of the schema language, as functions that generated validation calls: tests of a value,
// normalisers, and how a broken rule is reported. What a test accepts is the same everywhere: here, in JSON
// Schema, and in CHECKs where a database can express it. All functions are thread-safe.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "ochre/scalar.hpp"
#include "ochre/violations.hpp"

namespace ochre::rules {

/// Number of code points, which is what lengths count; bytes that continue a character do not count, so for
/// text that is not UTF-8 this is still what SQLite's length() says, up to the first NUL.
std::size_t code_points(std::string_view text);

/// What one pass over a text finds.
struct Measure {
  std::size_t length = 0;  ///< in code points; 0 for what is no text
  bool is_text = false;    ///< what the function of this name says
};
Measure measure(std::string_view text);

/// Well-formed UTF-8 (RFC 3629) without U+0000, which no database keeps inside text the same way.
bool is_text(std::string_view text);

/// One JSON document (RFC 8259) that every database can keep: UTF-8, no escaped U+0000 and no half of a
/// surrogate pair, at most 1000 levels deep.
bool is_json(std::string_view text);
/// The same for what is not kept: any escape of RFC 8259 will do.
bool is_json_of_others(std::string_view text);

/// A valid e-mail address as HTML forms have it: letters, digits and .!#$%&'*+/=?^_`{|}~- before the @,
/// dot-separated labels of at most 63 letters, digits and inner hyphens after it.
/// https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
bool is_email(std::string_view text);

/// An absolute URL with a host: `scheme://host`, then optionally a port, path, query and fragment, in the
/// characters RFC 3986 allows there, percent-encoded otherwise. https://www.rfc-editor.org/rfc/rfc3986
bool is_url(std::string_view text);

/// Not NaN, which no order and no column has a place for.
constexpr bool is_number(double value) { return value == value; }

/// Whether a decimal is a whole number of steps, exactly. Both as text with equally many digits after the
/// point, however many there are.
bool is_multiple_of_digits(std::string_view value, std::string_view step);
template <class Decimal>
requires requires(const Decimal& value) { value.text(); }
bool is_multiple(const Decimal& value, const Decimal& step) {
  return is_multiple_of_digits(value.text(), step.text());
}

/// Whether no element of an array equals another. Quadratic for types without an order.
template <class T>
bool all_different(const std::vector<T>& values) {
  if constexpr (requires(const T& a, const T& b) { a < b; }) {
    std::vector<T> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    return std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
  } else {
    for (std::size_t at = 1; at < values.size(); ++at)
      for (std::size_t before = 0; before < at; ++before)
        if (values[before] == values[at]) return false;
    return true;
  }
}

/// Removes ASCII white space (blank, \t, \n, \v, \f, \r) at both ends.
void trim(std::string& text);
/// Changes ASCII letters only, as the databases' functions do in Ochre's rendering.
void lower(std::string& text);
void upper(std::string& text);

/// Reports a broken rule. `limit` is what the rule asks for, in the language's own spelling ("1..80").
void broken(Violations& out, std::string_view field, std::string_view rule, std::string_view limit);
void broken(Violations& out, std::string_view field, std::string_view rule, std::string_view limit,
            std::int64_t value);
void broken(Violations& out, std::string_view field, std::string_view rule, std::string_view limit,
            double value);
void broken(Violations& out, std::string_view field, std::string_view rule, std::string_view limit,
            std::string_view value);

/// Says where what was reported from index `first` on was found: in `field`, or in its element `index`.
/// Reports about an element itself have no field yet, those about its members have the member's.
void place(Violations& out, std::size_t first, std::string_view field);
void place(Violations& out, std::size_t first, std::string_view field, std::size_t index);

/// Tests a value that is still in neutral form, as set() gives it, by the rules of its column.
template <class T>
void test(const Value& value, void (*rules_of_column)(T, Violations&), Violations& out) {
  std::remove_cvref_t<T> read{};
  from_value(value, read);
  rules_of_column(read, out);
}

}  // namespace ochre::rules
