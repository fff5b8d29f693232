// Constants of the model in the form a database stores.
#pragma once

#include <string>

#include "lower/scope.hpp"

namespace ochrec::lower {

/// The value as a constant of the type beside it.
sql::Expr constant(const Scope& scope, const model::Value& value, const model::Type& type);

/// `12345` with scale 2 is `123.45`; at least one digit before the point, exactly `scale` behind it.
std::string decimal_text(std::string digits, unsigned scale);

/// The GLOB that matches what a LIKE pattern with `\` escapes matches.
std::string glob(std::string_view like);

}  // namespace ochrec::lower
