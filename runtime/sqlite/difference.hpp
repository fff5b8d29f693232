// Says what differs between two tables, in a sentence fragment such as "column 'email' is INTEGER, not TEXT".
#pragma once

#include <string>

#include "sqlite/table_shape.hpp"

namespace ochre::sqlite {

/// The first difference that matters; empty when there is none.
std::string first_difference(const TableShape& found, const TableShape& wanted);

}  // namespace ochre::sqlite
