// Texts from templates: each is parsed once and rendered as often as needed. Strict: a name that the view
// does not set is an error, and nothing is escaped.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "emit/data.hpp"
#include "emit/generate.hpp"

namespace ochrec::emit {

class Renderer {
 public:
  /// The built-in templates, with the user's in place of those of the same name. Throws TemplateError for one
  /// that does not parse or replaces nothing.
  explicit Renderer(std::span<const Template> replacements);
  ~Renderer();

  /// Throws TemplateError when the template names something the view does not have.
  std::string render(std::string_view name, const Object& view);

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace ochrec::emit
