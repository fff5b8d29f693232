#include "sema/backed.hpp"

#include "sema/codes.hpp"

namespace ochrec::sema {

void refuse_without_back_end(const model::Schema& schema, base::Diagnostics& diagnostics) {
  if (schema.name.empty())
    diagnostics.report(codes::schema_missing, schema.name_span, "the file has no `schema` statement");
}

}  // namespace ochrec::sema
