// The functions of a model that move values: between its struct and the runtime's neutral values, and from a
// statement or to its parameters.
#pragma once

#include "emit/context.hpp"
#include "emit/data.hpp"

namespace ochrec::emit {

/// {number, expression}: adds one column's value to a list.
List put_view(const Context& context, model::ModelId id);

/// {number, member}: the columns a write may change behind the program's back.
List assign_view(const Context& context, model::ModelId id);

/// {line}: reads one row.
List read_view(const Context& context, model::ModelId id);

/// {line}: binds a New struct.
List bind_view(const Context& context, model::ModelId id);

/// {line}: the struct an insert returns.
List complete_view(const Context& context, model::ModelId id);

/// {line}: a New struct of a row that joins two others, whose keys come later. Empty when no relation leads
/// over the model, when it has no fields besides these keys, or one that must be given.
List join_view(const Context& context, model::ModelId id);

/// Whether a row that joins the two ends of a many-to-many relation has a further field that must be given.
bool needs_more_than_keys(const Context& context, const model::Relation& relation);

/// Whether binding or completing a New struct reads the time.
bool uses_moment(const model::Model& model);

/// Names of parameters in these functions.
struct RowNames {
  std::string row;
  std::string fields;
  std::string column;
  std::string out;
  std::string value;

  explicit RowNames(const Context& context);
};

}  // namespace ochrec::emit
