// Values that a schema lets SQLite keep as text: which form stands for what, and the driver's SQL functions
// that lead from the text to the value and back. Everywhere else in SQL such a value has the form it always
// has: microseconds, days, bytes, scaled digits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ochre::spell {

enum class TextForm : std::uint8_t { Date, Time, Timestamp, Datetime, Uuid, Decimal };

/// The value of a text, `ochre_timestamp("at")`. `scale` is that of a decimal.
std::string value_of_text(TextForm form, unsigned scale, std::string_view text);

/// The one text that is written for a value, `ochre_timestamp_text(?1)`.
std::string text_of_value(TextForm form, unsigned scale, std::string_view value);

/// Whether every text of a value lies between two bounds, in the order of texts, and values next to it do.
/// Such bounds let an index on the texts find values.
bool has_text_bounds(TextForm form);
std::string lowest_text(TextForm form, std::string_view value);
std::string highest_text(TextForm form, std::string_view value);

}  // namespace ochre::spell
