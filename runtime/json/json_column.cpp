#include "ochre/json_column.hpp"

#include "ochre/errors.hpp"

namespace ochre::detail {

void corrupt_json(const Violations& violations) {
  throw Corrupt("The database holds JSON that does not fit its column: " + to_string(violations));
}

}  // namespace ochre::detail
