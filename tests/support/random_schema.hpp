// Random schemas that follow the grammar, every construct and every odd layout included; they rarely make
// sense. Equal seeds give equal text.
#pragma once

#include <cstdint>
#include <string>

namespace ochre_test {

std::string random_schema(std::uint32_t seed);

}  // namespace ochre_test
