// The built-in templates, as the build embeds them. What they are rendered with is render.hpp's.
#pragma once

#include <span>
#include <string_view>

namespace ochrec::emit {

/// A file below `templates/`: its path there, such as "cpp/model.hpp.mustache", and its text.
struct EmbeddedTemplate {
  std::string_view name;
  std::string_view text;
};

/// All of them, by name. Defined in a source that the build writes (cmake/OchreTemplates.cmake).
std::span<const EmbeddedTemplate> embedded_templates();

}  // namespace ochrec::emit
