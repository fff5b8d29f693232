// How a value inside a struct or New struct is reached: the expression, and what must be there before.
#pragma once

#include <string>
#include <vector>

#include "emit/context.hpp"
#include "emit/member.hpp"

namespace ochrec::emit {

struct Reach {
  std::string value;                    // the expression of the present value
  std::vector<std::string> conditions;  // that must hold, from the outside in

  /// `if (a && b) `, or nothing.
  std::string guard() const;
};

/// A field as if it were one column, whatever its type.
Slot whole(const model::Field& field);

/// Its name in C++.
std::string member_of(const model::Field& field);

/// The value of a slot in the struct `row`.
Reach reach_in_row(const Slot& slot, const std::string& row);

/// The value of a slot in the New struct `fields`.
Reach reach_in_fields(const Slot& slot, const std::string& fields);

}  // namespace ochrec::emit
