#include "ochre/whole_value.hpp"

#include <string_view>

#include "ochre/errors.hpp"

namespace ochre::detail {
namespace {

/// Whether a violation is about a field or something in it: words, words[1], size.width.
bool is_about(std::string_view violated, std::string_view field) {
  if (!violated.starts_with(field)) return false;
  const std::string_view rest = violated.substr(field.size());
  return rest.empty() || rest.front() == '[' || rest.front() == '.';
}

}  // namespace

void put_member(Fragment& out, const ModelInfo& model, const void* row, std::uint16_t column) {
  Values values;
  model.row.put(row, column, values);
  out.bind(values.at(0));
}

void set_members(Fragment& out, const Path& path, const ModelInfo& model, void* row, std::uint16_t first,
                 std::uint16_t count) {
  if (model.normalise) model.normalise(row);
  Violations all;
  if (model.validate) model.validate(row, all);
  Violations broken;
  for (std::uint16_t column = first; column < first + count; ++column) {
    for (const Violation& violation : all) {
      if (is_about(violation.field, model.columns[column].field_name())) broken.push_back(violation);
    }
    out.column({path, column});
    put_member(out, model, row, column);
    out.op(Op::Set);
  }
  if (!broken.empty()) throw ValidationFailed(model.name, std::move(broken));
}

}  // namespace ochre::detail
