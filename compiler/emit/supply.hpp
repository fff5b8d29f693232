// Constants and defaults as C++: what an insert uses for a field it was not given.
#pragma once

#include <string>

#include "emit/context.hpp"
#include "model/type.hpp"

namespace ochrec::emit {

/// A constant of a type, as an expression. A string is a literal, which converts to std::string where it is
/// used.
std::string constant(const Context& context, const model::Type& type, const model::Value& value);

/// What fills a field that may be left out.
struct Fallback {
  std::string expression;
  bool made = false;    // it is computed anew for each row, so only when it is needed
  bool moment = false;  // it reads the time of the insert
};

/// The default of a field with Supply::Defaulted.
Fallback fallback_of(const Context& context, const model::Field& field);

/// Whether the default is neither a constant nor a single function of the runtime.
bool is_expression_default(const model::Field& field);

/// The generated function that evaluates a default which is an expression.
std::string default_function(const model::Field& field);

/// The time of the write as the field's type: `::ochre::timestamp(moment)`.
std::string moment_as(const model::Type& type);

}  // namespace ochrec::emit
