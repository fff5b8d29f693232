// `@sensitive` and `@mask`: how private a value is, and what stands in its place where it is shown.
#pragma once

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Fills sensitivity and mask of a field whose type is known.
void add_privacy(Analysis& analysis, const AttributeSet& attributes, model::Field& field);

}  // namespace ochrec::sema
