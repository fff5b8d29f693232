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

// What a template asks of a view, answered from the view itself: the library gets a datum of its own only for
// what a template names. Mustache renders an unknown name as nothing; here it is a mistake.
class ViewContext : public mustache::basic_context<std::string> {
 public:
  ViewContext(const Object& view, const std::string& template_name)
      : scopes_({&view}), template_(template_name) {}

  const mustache::data* get(const std::string& name) const override {
    static const mustache::data newline("\n");
    if (name == PreparedTemplate::newline) return &newline;
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
      for (const Entry& entry : (*scope)->entries)
        if (entry.key == name)
          return std::visit([this](const auto& value) { return answer(value); }, entry.value);
    throw TemplateError(template_ + ": there is no `" + name + "` to put here");
  }

  const mustache::data* get_partial(const std::string& name) const override {
    throw TemplateError(template_ + ": `{{> " + name + "}}`: templates do not include one another");
  }

  // A section was entered, with an item of a list or with something that has no names of its own.
  void push(const mustache::data* item) override {
    for (std::size_t at = lists_.size(); at-- > 0;) {
      const auto& items = lists_[at].items->list_value();
      if (std::less<>()(item, items.data()) || !std::less<>()(item, items.data() + items.size())) continue;
      lists_.resize(at + 1);  // those after it were inside of the item before
      scopes_.push_back(&(*lists_[at].list)[static_cast<std::size_t>(item - items.data())]);
      return;
    }
    scopes_.push_back(scopes_.back());
  }

  void pop() override { scopes_.pop_back(); }

 private:
  /// A list as the library sees it: as many items, without anything in them.
  struct Handed {
    const List* list;
    std::unique_ptr<mustache::data> items;
  };

  const mustache::data* answer(bool flag) const {
    static const mustache::data yes(true);
    static const mustache::data no(false);
    return flag ? &yes : &no;
  }

  const mustache::data* answer(const std::string& text) const {
    text_ = mustache::data(text);
    return &text_;
  }

  const mustache::data* answer(const List& list) const {
    const mustache::list items(list.size(), mustache::data(true));
    lists_.push_back({&list, std::make_unique<mustache::data>(items)});
    return lists_.back().items.get();
  }

  std::vector<const Object*> scopes_;
  const std::string& template_;
  mutable mustache::data text_;  // is printed before the next is asked for
  mutable std::vector<Handed> lists_;
};

/// A stream as far as the library needs one.
struct Text {
  std::string written;
  Text& operator<<(const std::string& more) {
    written += more;
    return *this;
  }
};

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
  ViewContext context(view, found->first);
  Text text;
  found->second.render(context, text);
  if (!found->second.is_valid()) throw TemplateError(found->first + ": " + found->second.error_message());
  return std::move(text.written);
}

}  // namespace ochrec::emit
