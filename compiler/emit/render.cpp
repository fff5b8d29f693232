#include "emit/render.hpp"

#include <algorithm>
#include <functional>
#include <kainjow/mustache.hpp>
#include <map>

#include "emit/prepared.hpp"
#include "emit/templates.hpp"

namespace ochrec::emit {
namespace {

namespace mustache = kainjow::mustache;

// Mustache renders an unknown name as nothing; here it is a mistake.
class StrictContext : public mustache::context<std::string> {
 public:
  StrictContext(const mustache::data* view, const std::string& template_name)
      : context(view), template_(template_name) {}

  const mustache::data* get(const std::string& name) const override {
    static const mustache::data newline("\n");
    if (name == PreparedTemplate::newline) return &newline;
    const mustache::data* found = context::get(name);
    if (found == nullptr) throw TemplateError(template_ + ": there is no `" + name + "` to put here");
    return found;
  }

  const mustache::data* get_partial(const std::string& name) const override {
    throw TemplateError(template_ + ": `{{> " + name + "}}`: templates do not include one another");
  }

 private:
  const std::string& template_;
};

mustache::data converted(const Object& view);

mustache::data converted(const List& list) {
  mustache::data out(mustache::data::type::list);
  for (const Object& item : list) out.push_back(converted(item));
  return out;
}

mustache::data converted(const Object& view) {
  mustache::data out;
  for (const Entry& entry : view.entries)
    out[std::string(entry.key)] = std::visit(
        [](const auto& value) {
          return [&] {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<T, List>)
              return converted(value);
            else
              return mustache::data(value);
          }();
        },
        entry.value);
  return out;
}

// The parser ends its messages with an offset; people count lines.
std::string located(const std::string& message, const PreparedTemplate& prepared) {
  const std::size_t at = message.rfind(" at ");
  if (at == std::string::npos || message.find_first_not_of("0123456789", at + 4) != std::string::npos)
    return message;
  const std::size_t line = prepared.line_at(std::stoull(message.substr(at + 4)));
  return message.substr(0, at) + " in line " + std::to_string(line);
}

mustache::mustache parsed(const std::string& name, const std::string& text) {
  const PreparedTemplate prepared(text);
  mustache::mustache out(prepared.text());
  if (!out.is_valid()) throw TemplateError(name + ": " + located(out.error_message(), prepared));
  out.set_custom_escape([](const std::string& value) { return value; });
  return out;
}

}  // namespace

struct Renderer::Parsed {
  std::map<std::string, mustache::mustache, std::less<>> templates;
};

Renderer::Renderer(std::span<const Template> replacements) : parsed_(std::make_unique<Parsed>()) {
  for (const EmbeddedTemplate& built_in : embedded_templates()) {
    const std::string name(built_in.name);
    const auto same = [&](const Template& candidate) { return candidate.name == name; };
    const auto own = std::find_if(replacements.begin(), replacements.end(), same);
    const std::string text = own == replacements.end() ? std::string(built_in.text) : own->text;
    parsed_->templates.emplace(name, parsed(name, text));
  }
  for (const Template& own : replacements)
    if (!parsed_->templates.contains(own.name))
      throw TemplateError(own.name + ": there is no built-in template of this name to replace");
}

Renderer::~Renderer() = default;

std::string Renderer::render(std::string_view name, const Object& view) {
  const auto found = parsed_->templates.find(name);
  if (found == parsed_->templates.end())
    throw TemplateError("there is no template `" + std::string(name) + "`");
  const mustache::data data = converted(view);
  StrictContext context(&data, found->first);
  std::ostringstream stream;
  found->second.render(context, stream);
  if (!found->second.is_valid()) throw TemplateError(found->first + ": " + found->second.error_message());
  return std::move(stream).str();
}

}  // namespace ochrec::emit
