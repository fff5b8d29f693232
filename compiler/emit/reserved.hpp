// Names that C++ code cannot use freely. Word lists only; what follows from them is names.hpp's.
#pragma once

#include <string_view>

namespace ochrec::emit {

/// A keyword of C++20 or an alternative token such as `and`.
bool is_keyword(std::string_view name);

/// A macro of the standard headers, of POSIX headers they bring, or predefined by GCC and Clang.
bool is_macro(std::string_view name);

/// A function, type or variable that a C header declares in the global namespace.
bool is_c_library_name(std::string_view name);

}  // namespace ochrec::emit
