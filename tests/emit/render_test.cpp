// Templates are strict, readable, and replaceable.
#include <catch2/catch.hpp>

#include "emit/prepared.hpp"
#include "emit/render.hpp"
#include "emit/templates.hpp"

namespace emit = ochrec::emit;

namespace {

constexpr const char* name = "cpp/shard.cpp.mustache";

std::string rendered(const std::string& text) {
  const emit::Template own{name, text};
  emit::Renderer renderer({&own, 1});
  emit::Object view;
  view.set("word", "<&\"'>");
  view.set("yes", true);
  view.set("no", false);
  view.set("none", emit::List{});
  emit::List items(2);
  items[0].set("item", "a");
  items[1].set("item", "b");
  view.set("items", std::move(items));
  return renderer.render(name, view);
}

std::string error(const std::string& text) {
  try {
    rendered(text);
  } catch (const emit::TemplateError& failure) {
    return failure.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("nothing is escaped") {
  CHECK(rendered("{{word}}|{{{word}}}|{{&word}}") == "<&\"'>|<&\"'>|<&\"'>");
}

TEST_CASE("tags alone on a line leave no trace, blank lines stay") {
  CHECK(rendered("a\n{{#none}}\nx\n{{/none}}\nb\n") == "a\nb\n");
  CHECK(rendered("a\n  {{#yes}}\n\nx\n  {{/yes}}\nb\n") == "a\n\nx\nb\n");
  CHECK(rendered("{{#items}}\n  {{item}},\n{{/items}}\n") == "  a,\n  b,\n");
  CHECK(rendered("{{#items}}\n\n{{item}}\n{{/items}}\nend\n") == "\na\n\nb\nend\n");
  CHECK(rendered("{{^no}}\nx\n{{/no}}\n{{! a remark }}\ny\n") == "x\ny\n");
  CHECK(rendered("{{=<% %>=}}<%word%> {{x}}\n\n<%#no%>\nz\n<%/no%>\nend") == "<&\"'> {{x}}\n\nend");
}

TEST_CASE("lists nest, and are used as often as a template likes") {
  emit::Object view;
  view.set("banner", "!");
  emit::List groups(2);
  for (std::size_t at = 0; at < groups.size(); ++at) {
    groups[at].set("group", at == 0 ? "x" : "y");
    emit::List items(at + 1);
    for (emit::Object& item : items) item.set("item", std::to_string(&item - items.data()));
    groups[at].set("items", std::move(items));
  }
  view.set("groups", std::move(groups));
  const emit::Template own{
      name,
      "{{#groups}}{{#items}}{{group}}{{item}}{{banner}}{{/items}}{{^items}}none{{/items}}"
      "{{#items}}<{{item}}>{{/items}};{{/groups}}{{#groups}}{{group}}{{/groups}}"};
  CHECK(emit::Renderer({&own, 1}).render(name, view) == "x0!<0>;y0!y1!<0><1>;xy");
}

TEST_CASE("a name the view does not have is an error") {
  CHECK(error("{{wrod}}") == "cpp/shard.cpp.mustache: there is no `wrod` to put here");
  CHECK(error("{{#missing}}{{/missing}}") == "cpp/shard.cpp.mustache: there is no `missing` to put here");
  CHECK(error("{{^missing}}{{/missing}}") == "cpp/shard.cpp.mustache: there is no `missing` to put here");
  CHECK(error("{{#items}}{{itme}}{{/items}}") == "cpp/shard.cpp.mustache: there is no `itme` to put here");
  CHECK(error("{{> other}}").find("templates do not include one another") != std::string::npos);
}

TEST_CASE("a broken template is named with the line") {
  CHECK(error("a\n\n{{#yes}}\nb\n") == "cpp/shard.cpp.mustache: Unclosed section \"yes\" in line 3");
  CHECK(error("a\n{{word\n") == "cpp/shard.cpp.mustache: Unclosed tag in line 2");
  CHECK(error("a\n{{/yes}}\n") == "cpp/shard.cpp.mustache: Unopened section \"yes\" in line 2");
}

TEST_CASE("a template that replaces nothing is an error") {
  const emit::Template own{"cpp/shrad.cpp.mustache", "x"};
  CHECK_THROWS_WITH(emit::Renderer({&own, 1}),
                    "cpp/shrad.cpp.mustache: there is no built-in template of this name to replace");
}

TEST_CASE("templates are embedded") {
  CHECK(!emit::embedded_templates().empty());
  for (const emit::EmbeddedTemplate& built_in : emit::embedded_templates()) {
    CAPTURE(built_in.name);
    CHECK(built_in.name.ends_with(".mustache"));
    CHECK(built_in.text.find("Generated") == std::string_view::npos);  // the banner comes from the view
    CHECK(built_in.text.find("banner") != std::string_view::npos);
  }
}
