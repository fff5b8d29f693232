// The C++ type of everything a schema stores, what its kind is called in the runtime, and the headers that
// declare it.
#pragma once

#include <set>
#include <string>

#include "emit/context.hpp"
#include "emit/data.hpp"
#include "model/type.hpp"

namespace ochrec::emit {

/// `std::optional<std::int32_t>`, `::blog::Role`.
std::string type_name(const Context& context, const model::Type& type);

/// The same without the optional.
std::string value_type_name(const Context& context, model::Type type);

/// How a function takes it: small values by value, others by reference.
std::string parameter_type(const Context& context, const model::Type& type);

/// `::ochre::Kind::Int32`.
std::string kind_name(const model::Type& type);

/// The headers a declaration needs: standard ones by name, the runtime's and the schema's by path.
struct Includes {
  std::set<std::string> standard;
  std::set<std::string> own;

  void add(const Context& context, const model::Type& type);
};

/// As include directives' arguments, with their brackets or quotes stripped, for templates.
List standard_includes(const Includes& includes);
List own_includes(const Includes& includes);

}  // namespace ochrec::emit
