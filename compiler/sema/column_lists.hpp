// Fields in the lists of `id`, `unique`, `index`, `order by` and their like, as columns of the table.
#pragma once

#include <string_view>
#include <vector>

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// postgresql.org/docs/15/limits.html: columns per index; what holds everywhere is decided by the strictest.
inline constexpr std::size_t most_key_columns = 32;

/// For lists that take fields only, without directions: the sole name of a term. Reports anything else;
/// `what` is "a key".
const ast::Name* plain_name(Analysis& analysis, const ast::Term& term, std::string_view what);

/// Reports a name that is none of the model's fields.
void column_is_a_field(Analysis& analysis, const Draft& draft, const ast::Name& name);

/// Reports a field without a column: the other side of a relation.
void not_a_column(Analysis& analysis, const ast::Name& name, const DraftField& field);

/// What a path in a list stands for, once the model is laid out.
struct Listed {
  std::vector<std::uint32_t> columns;          // a relation is all its key fields
  std::optional<std::uint32_t> virtual_field;  // a field without a column
};

/// Resolves `title`, `author`, `author_id`, `home.city`. Reports what does not exist or is no column; nothing
/// then.
std::optional<Listed> listed_columns(Analysis& analysis, model::ModelId id, const ast::Path& path);

/// The same as a path, where a term is one.
const ast::Path* as_path(const ast::Term& term);

}  // namespace ochrec::sema
