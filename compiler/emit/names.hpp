// C++ names for the names of a schema: what C++ or its libraries have taken gets a trailing `_`, which no
// name of a schema has.
#pragma once

#include <string>
#include <string_view>

namespace ochrec::emit {

/// Of a member: `class` → `class_`, `errno` → `errno_`.
std::string member_name(std::string_view name);

/// Of a type or object in the schema's namespace; `std` and what every schema's namespace holds are taken,
/// too.
std::string scope_name(std::string_view name);

/// Of the schema's namespace, beside everything the C library declares globally: `log` → `log_`.
std::string namespace_name(std::string_view name);

/// `admin_user` → `AdminUser`.
std::string enumerator_name(std::string_view name);

}  // namespace ochrec::emit
