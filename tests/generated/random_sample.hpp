// Random rows of the rules schema, picked from values at which databases and C++ like to part ways.
#pragma once

#include <random>

#include "rules/models.hpp"

namespace samples {

using Random = std::mt19937_64;

/// The same row for the same state of `random`. Text is valid UTF-8 without U+0000, which C++ lets through.
rules::NewSample any(Random& random);

}  // namespace samples
