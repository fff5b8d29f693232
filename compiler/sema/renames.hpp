// `@renamed_from` and `@deprecated`, which mean the same wherever they stand.
#pragma once

#include <string>
#include <string_view>

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// The former name, empty without the attribute. A thing is not renamed from its own name.
std::string former_name(Analysis& analysis, const AttributeSet& attributes, std::string_view present);

/// The reason, empty without the attribute.
std::string deprecation(Analysis& analysis, const AttributeSet& attributes);

/// Former names that some declaration still has: of enums, enum values, models and fields.
void former_names_are_free(Analysis& analysis);

}  // namespace ochrec::sema
