// Damaged copies of a JSON document: each node in turn is removed, repeated, or replaced by others.
#pragma once

#include <string>
#include <vector>

namespace ochre_test {

std::vector<std::string> damaged_documents(const std::string& document);

}  // namespace ochre_test
