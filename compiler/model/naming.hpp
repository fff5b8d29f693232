// The language's naming rules: how a model's name becomes a table's, and a stored name a C++ one.
#pragma once

#include <string>
#include <string_view>

namespace ochrec::model {

/// `HTTPServer` → `http_server`, `PostTag` → `post_tag`; what is snake_case already stays.
std::string snake_case(std::string_view name);

/// `admin_user` → `AdminUser`; letters after an underscore are raised, underscores dropped.
std::string pascal_case(std::string_view name);

/// English enough to be predictable: s, x, z, ch, sh take `es`; a consonant and `y` become `ies`; the rest
/// take `s`.
std::string plural(std::string_view word);

/// The default table of a model: snake_case, the last word in the plural.
std::string table_name(std::string_view model);

}  // namespace ochrec::model
