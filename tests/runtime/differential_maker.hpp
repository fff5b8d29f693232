// Random expressions over what is in scope, for the differential tests.
#pragma once

#include "differential_market.hpp"

namespace differential {

class Maker {
 public:
  Maker(Random& random, const Columns& scope) : random_(random), scope_(scope) {}

  Int integer(int depth);
  Real real(int depth);
  Text text(int depth);
  Condition condition(int depth);
  /// Columns and functions of columns, without values.
  Int bare_integer();
  Text bare_text();

 private:
  Int integer_value();
  Text text_value();
  Int date_part();
  Condition comparison(int depth);
  Condition text_question(int depth);
  Condition list(int depth);
  Condition related(int depth);
  Int related_count(int depth);
  Condition junction(int depth);

  Random& random_;
  const Columns& scope_;
};

}  // namespace differential
