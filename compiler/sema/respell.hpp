// A literal of one type where another is meant: how it would be written there.
#pragma once

#include <optional>
#include <string>

#include "model/schema.hpp"
#include "syntax/ast.hpp"

namespace ochrec::sema {

/// `"admin"` as `admin` where an enum is wanted, `1` as `true`, `"2026-01-31"` as `date("2026-01-31")`.
/// Nothing for what is no literal, or has no counterpart of that type.
std::optional<std::string> respelled(const model::Schema& schema, const ast::Expression& written,
                                     const model::Type& wanted);

}  // namespace ochrec::sema
