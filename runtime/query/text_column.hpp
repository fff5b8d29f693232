// Columns that SQLite keeps as text because the schema says so, ColumnInfo::as_text. A query means their
// values: where it reads one, the text is converted; where it writes one, the value is. Here is what that
// looks like in SQL; which conversions there are is spell's business. Other columns pass unchanged.
#pragma once

#include <string>

#include "ochre/model_info.hpp"

namespace ochre::query {

/// Whether the column holds texts that stand for values of another kind.
bool holds_text(const ColumnInfo& column, Dialect dialect);

/// The value of what the column holds; `stored` is SQL for that, such as the column's name.
std::string value_in(const ColumnInfo& column, const std::string& stored, Dialect dialect);

/// What a column of the model holds for a value that is written to it. Foreign keys and uniques compare
/// texts: so that they find values equal, too, a column that refers to a row, or is unique by itself, takes
/// the text that is there already, whatever form another program gave it.
std::string written_as(const ModelInfo& model, std::size_t column, std::string value, Dialect dialect);

/// That the column has a value, as a condition that binds like a comparison. An index on the column serves
/// it, except for decimals that are text, whose forms have no bounds.
std::string has_value(const ColumnInfo& column, const std::string& stored, const std::string& value,
                      Dialect dialect);

/// That a column of texts is `op` (`<`, `<=`, `>` or `>=`) a value, likewise.
std::string is_beyond(const ColumnInfo& column, const std::string& stored, const std::string& op,
                      const std::string& value);

/// That it lies between two values, both included, likewise.
std::string is_between(const ColumnInfo& column, const std::string& stored, const std::string& low,
                       const std::string& high);

/// That two columns have the same value, likewise for an index on either.
std::string have_same_value(const ColumnInfo& left, const std::string& left_stored, const ColumnInfo& right,
                            const std::string& right_stored, Dialect dialect);

/// All texts of a uuid that are read: `(…, …)`. What `IN` takes.
std::string uuid_texts(const std::string& value);

}  // namespace ochre::query
