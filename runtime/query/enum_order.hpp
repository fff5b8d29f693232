// Enums are stored as texts and ordered by their declaration: where an expression has its values from tells
// which declaration that is.
#pragma once

#include <string_view>

#include "ochre/view.hpp"
#include "query/tree.hpp"

namespace ochre::query {

/// The texts that an expression's values are declared as, in order; empty when it is not one of an enum.
View<const std::string_view> enum_values(const Node& expression);

}  // namespace ochre::query
