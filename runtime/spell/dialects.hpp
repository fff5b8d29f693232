// What one dialect spells its own way; empty where the shared spelling serves. For operation.cpp only.
#pragma once

#include <string_view>

#include "spell/operation.hpp"

namespace ochre::spell {

std::string_view sqlite_pattern(Operation operation);
std::string_view postgres_pattern(Operation operation);

}  // namespace ochre::spell
