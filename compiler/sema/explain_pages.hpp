// The pages of `ochre explain`, by topic; explain.cpp puts them together.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"

namespace ochrec::sema {

std::vector<base::Explanation> declarations_pages();
std::vector<base::Explanation> types_pages();
std::vector<base::Explanation> attributes_pages();
std::vector<base::Explanation> fields_pages();
std::vector<base::Explanation> relations_pages();
std::vector<base::Explanation> names_pages();
std::vector<base::Explanation> expressions_pages();
std::vector<base::Explanation> statements_pages();
std::vector<base::Explanation> queries_pages();
std::vector<base::Explanation> warnings_pages();

}  // namespace ochrec::sema
