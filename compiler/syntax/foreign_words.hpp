// What other languages call our declarations, statements and wrappers of types, so that who comes from there
// is told the word here. Types, attributes and functions are sema's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ochrec::syntax {

/// The declaration that a word stands for, by another name (`table`) or a slip (`modle`).
std::optional<std::string> meant_declaration(std::string_view word);

/// The block statement that a word stands for: `key`, `idx`, `uniqe`. Never the word itself.
std::optional<std::string> meant_statement(std::string_view word);

/// Likewise, for slips alone: what other languages write may be a name as well, as in `key string`.
std::optional<std::string> misspelt_statement(std::string_view word);

enum class Wrapper : std::uint8_t { None, Array, Optional };

/// `List<T>` and `Option<T>` of other languages.
Wrapper meant_wrapper(std::string_view type);

/// Whether a word asks for the fields of another declaration, as `extends` does.
bool means_with(std::string_view word);

}  // namespace ochrec::syntax
