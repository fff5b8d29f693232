#include "ochre/moment.hpp"

#include <chrono>

namespace ochre {

Moment Moment::now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::microseconds>(now).count()};
}

}  // namespace ochre
