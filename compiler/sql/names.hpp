// Names the schema does not spell out: derived ones, and those too long for a database to keep.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ochrec::sql {

/// The name itself, or, above 63 bytes, its beginning and a hash of all of it: `<beginning>_<8 hex>`. Never
/// cuts a UTF-8 sequence in two.
std::string shortened(std::string name);

/// `<table>_<part>_<part>…`, shortened.
std::string joined_name(std::string_view table, std::span<const std::string> parts, std::string_view tail);

/// `<name>_<8 hex of content>`, shortened so that the hash of the content stays whole: equal names mean equal
/// contents.
std::string hashed_name(std::string name, std::string_view content);

/// `<table>_<label>_<8 hex of content>`, likewise.
std::string content_name(std::string_view table, std::string_view label, std::string_view content);

/// Eight hexadecimal digits that change with any byte of the text. Stable for ever: names in databases hold
/// them.
std::string short_hash(std::string_view text);

}  // namespace ochrec::sql
