// Reads an attribute's arguments in the form it wants, and reports any other form.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "syntax/ast.hpp"

namespace ochrec::sema {

struct Analysis;

/// Reports that the arguments are not of the form shown: "`@length` takes a range, such as `1..80`".
/// Returns the finding, valid until the next one; null when the arguments could not be read, which was
/// reported.
base::Diagnostic* wrong_arguments(Analysis& analysis, const ast::Attribute& attribute,
                                  std::string_view takes);

/// `@email`: nothing. Returns whether it is so.
bool takes_nothing(Analysis& analysis, const ast::Attribute& attribute);

/// `@column("name")`: one string, not empty.
std::optional<std::string> sole_text(Analysis& analysis, const ast::Attribute& attribute,
                                     std::string_view takes);

/// `@length(1..80)`: one range.
const ast::Range* sole_range(Analysis& analysis, const ast::Attribute& attribute, std::string_view takes);

/// `@default(…)`: one expression.
const ast::Expression* sole_expression(Analysis& analysis, const ast::Attribute& attribute,
                                       std::string_view takes);

/// `@on_delete(cascade)`: one of the words, by index. Suggests a near one.
std::optional<std::size_t> sole_word(Analysis& analysis, const ast::Attribute& attribute,
                                     const std::vector<std::string>& words);

/// The argument as an expression without a name; nothing when it is something else.
const ast::Expression* as_expression(const ast::Argument& argument);
/// The argument as a bare word: `cascade`, `User`.
const ast::Name* as_word(const ast::Argument& argument);
/// The argument as a string literal.
const std::string* as_text(const ast::Argument& argument);

}  // namespace ochrec::sema
