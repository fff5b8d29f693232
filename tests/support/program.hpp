// Compiles a schema that a test holds in memory, up to its diagnostics.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/schema.hpp"

namespace ochrec::test {

/// Everything a test may look at afterwards.
struct Compiled {
  base::Sources sources;
  base::Diagnostics diagnostics;
  model::Schema schema;

  std::string rendered() const;
};

/// Loads, analyzes and, when `generates`, asks for back ends. `name` is what messages show; imports are read
/// from tests/diagnostics/.
void compile(std::string_view name, const std::string& text, bool generates, Compiled& out);

}  // namespace ochrec::test
