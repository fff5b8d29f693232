// What one reading of a JSON document keeps: the parser's place, the path for messages, and what was wrong.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ochre/json_reader.hpp"
#include "ochre/view.hpp"

namespace ochre {

struct JsonReader::State {
  /// An object or array that is being read.
  struct Level {
    bool object = false;
    simdjson::ondemand::object_iterator member;
    simdjson::ondemand::array_iterator element;
    View<const std::string_view> names;
    View<const std::uint64_t> required;
    std::size_t seen = 0;      // where the bits of this level begin in `seen_bits`
    std::size_t current = 0;   // index of the member in `names`, or of the element
    std::size_t expected = 0;  // the member that comes next when the document keeps the order of the schema
    std::string_view unknown;  // name of the member that is being reported, when it is not in `names`
  };

  JsonOptions options;
  Violations* violations = nullptr;
  std::size_t size = 0;  // bytes of the text
  std::string padded;    // the text, and behind it the bytes the parser may look at
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document document;
  // The member or element that is read. Results are constructed in place: copying one reads words right after
  // their halves were written, for which processors wait.
  simdjson::simdjson_result<simdjson::ondemand::field> field;
  simdjson::simdjson_result<simdjson::ondemand::value> element;
  simdjson::ondemand::value* current = nullptr;  // in one of the two
  std::vector<Level> levels;
  std::vector<std::uint64_t> seen_bits;
  std::string bytes;  // decoded base64 and other values that need a place of their own
  bool broken = false;

  /// A document can have as many mistakes as bytes; nobody reads more than these.
  static constexpr std::size_t most_complaints = 1'000;

  /// Reports a value that is not what the schema says, and lets the reading go on, up to that many times.
  void complain(std::string_view rule, std::string message);
  /// Reports text that is no JSON; nothing more can be read.
  void malformed(simdjson::error_code error);
  /// The text of the current value, which may be anything between its two ends; false when it is so wrong
  /// that it has no end. An array or object is read with that.
  bool raw_text(std::string_view& text);
  /// The JSON pointer of the current value.
  std::string pointer() const;
  /// "expected an integer, found a string".
  void wrong_type(std::string_view expected);
  /// Handles a failed read of a scalar: a wrong type is a complaint, anything else ends the reading.
  void failed(simdjson::error_code error, std::string_view expected);
};

}  // namespace ochre
