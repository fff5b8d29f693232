// Shapes to SQL: what sessions ask for when the statement cache does not know a shape yet.
#pragma once

#include <string>

#include "ochre/dialect.hpp"
#include "ochre/fragment.hpp"

namespace ochre::query {

/// What is made of a query.
enum class Purpose : std::uint8_t { Select, Count, Exists, Update, UpdateReturning, Erase, Upsert };

/// The statement for a query. Placeholder n stands for binding n - 1. Throws StatementFailed or Unsupported.
std::string render(const Fragment& query, Purpose purpose, Dialect dialect);

}  // namespace ochre::query
