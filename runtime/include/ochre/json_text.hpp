// A JSON document carried as its text. Parsing and writing JSON is the json component's business; the
// database checks that the text is valid when it is stored.
#pragma once

#include <string>

namespace ochre {

/// The text of one JSON document. The default is the document `null`. Two documents are equal when their
/// texts are.
struct Json {
  std::string text = "null";

  friend bool operator==(const Json&, const Json&) = default;
};

}  // namespace ochre
