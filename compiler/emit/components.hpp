// Which optional components of the runtime the C++ of a schema links. What they are is the runtime's; how a
// build finds them is CMake's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/schema.hpp"

namespace ochrec::emit {

/// `Ochre::<name>`, and the first field that makes it necessary, as `User.email`.
struct Component {
  std::string_view name;
  std::string field;
};

/// Without JSON of whole models, which programs ask for and schemas do not.
std::vector<Component> components(const model::Schema& schema);

}  // namespace ochrec::emit
