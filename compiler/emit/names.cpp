#include "emit/names.hpp"

#include "emit/reserved.hpp"
#include "model/naming.hpp"

namespace ochrec::emit {
namespace {

std::string unless(bool taken, std::string_view name) {
  std::string out(name);
  if (taken) out += '_';
  return out;
}

}  // namespace

// `Row` is a type inside every table object.
std::string member_name(std::string_view name) {
  return unless(is_keyword(name) || is_macro(name) || name == "Row", name);
}

std::string scope_name(std::string_view name) {
  const bool own = name == "std" || name == "ochre" || name == "schema" || name == "open" ||
                   name == "to_string" || name == "from_string" || name == "validate";
  return unless(own || is_keyword(name) || is_macro(name), name);
}

std::string namespace_name(std::string_view name) {
  return unless(name == "std" || name == "ochre" || name == "posix" || is_keyword(name) || is_macro(name) ||
                    is_c_library_name(name),
                name);
}

std::string enumerator_name(std::string_view name) {
  const std::string out = model::pascal_case(name);
  return unless(is_macro(out), out);
}

}  // namespace ochrec::emit
