// The names operators and kinds have in the JSON of queries. Part of a format that travels: names never
// change.
#pragma once

#include <optional>
#include <string_view>

#include "ochre/kind.hpp"
#include "ochre/shape.hpp"

namespace ochre::query {

std::string_view op_name(Op op);
std::optional<Op> op_named(std::string_view name);
std::string_view kind_name(Kind kind);
std::optional<Kind> kind_named(std::string_view name);

}  // namespace ochre::query
