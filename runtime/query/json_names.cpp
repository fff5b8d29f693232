// The names in a query from outside: tables, columns, relations and named queries. Everything that could
// reach the text of a statement is found in the schema, or is a plain name that means nothing else.
#include <algorithm>
#include <string>

#include "ochre/errors.hpp"
#include "query/json_reader.hpp"
#include "query/op_names.hpp"
#include "query/scope.hpp"

namespace ochre::query {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool same_letters(std::string_view left, std::string_view right) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [&](char a, char b) { return small(a) == small(b); });
}

/// Names that the SQL around a named query uses: t0, k1, ochre_list, sqlite_schema, json_each, excluded.
bool is_taken(std::string_view name) {
  const auto begins = [&](std::string_view prefix) {
    return same_letters(name.substr(0, prefix.size()), prefix);
  };
  if (begins("ochre_") || begins("sqlite_") || begins("pg_") || begins("json_")) return true;
  if (same_letters(name, "excluded")) return true;
  return name.size() <= 5 && (begins("t") || begins("k")) &&
         std::all_of(name.begin() + 1, name.end(), is_digit);
}

}  // namespace

void refuse_query(const std::string& why) { throw ValidationFailed("This query is refused: " + why + "."); }

const JsonValue& need(const JsonValue& object, std::string_view name, JsonType type) {
  const JsonValue* member = object.member(name);
  if (!member || member->type != type)
    refuse_query("an operator lacks '" + std::string(name) + "', or it has another type");
  return *member;
}

std::uint8_t small_number(const JsonValue& object, std::string_view name, std::int64_t most) {
  const JsonValue* member = object.member(name);
  if (!member) return 0;
  if (member->type != JsonType::Integer || member->integer < 0 || member->integer > most)
    refuse_query("'" + std::string(name) + "' is out of range");
  return static_cast<std::uint8_t>(member->integer);
}

const std::vector<JsonValue>& arguments(const JsonValue& item, std::size_t count) {
  const JsonValue& list = need(item, "args", JsonType::Array);
  if (list.items.size() != count) refuse_query("an operator has the wrong number of operands");
  return list.items;
}

const JsonValue& only_argument(const JsonValue& item) { return arguments(item, 1)[0]; }

Kind kind_of(const JsonValue& item) {
  const auto kind = kind_named(need(item, "kind", JsonType::Text).text);
  if (!kind) refuse_query("a value has an unknown type");
  return *kind;
}

std::optional<Op> peek_operator(const JsonValue& item) {
  const JsonValue* name = item.type == JsonType::Object ? item.member("op") : nullptr;
  return name && name->type == JsonType::Text ? op_named(name->text) : std::nullopt;
}

Op QueryReader::operator_of(const JsonValue& item) {
  if (item.type != JsonType::Object) refuse_query("an operator is no object");
  if (++operators_ > 10'000) refuse_query("it has more than 10000 operators");
  const auto op = peek_operator(item);
  if (!op) refuse_query("'" + need(item, "op", JsonType::Text).text + "' is no operator");
  return *op;
}

Path QueryReader::source(const JsonValue& item) {
  if (operator_of(item) != Op::Source) refuse_query("a table is missing");
  const Path path = path_of(item);
  out_.source(path);
  return path;
}

Path QueryReader::table(const JsonValue& item) {
  const Path path = source(item);
  if (path.depth != 0) refuse_query("a query is from tables, not from the end of a path");
  return path;
}

Path QueryReader::path_of(const JsonValue& item) const {
  const std::string& name = need(item, "of", JsonType::Text).text;
  const auto found = std::find_if(models_.begin(), models_.end(),
                                  [&](const ModelInfo* model) { return model->table == name; });
  if (found == models_.end()) refuse_query("there is no table '" + name + "'");
  Path path{*found};
  path.alias = small_number(item, "alias", 255);
  const JsonValue* steps = item.member("path");
  if (!steps) return path;
  if (steps->type != JsonType::Array || steps->items.size() > Path::max_depth)
    refuse_query("a path is too long");
  for (const JsonValue& step : steps->items) {
    path = path.then(relation_named(model_at(path), step));
    model_at(path);
  }
  return path;
}

std::uint8_t QueryReader::relation_number(const ModelInfo& model, const JsonValue& item) const {
  return relation_named(model, need(item, "relation", JsonType::Text));
}

std::uint8_t QueryReader::relation_named(const ModelInfo& model, const JsonValue& name) const {
  for (std::size_t i = 0; i < model.relations.size(); ++i) {
    const RelationInfo& relation = model.relations[i];
    if (name.type != JsonType::Text || relation.name != name.text) continue;
    if (std::find(models_.begin(), models_.end(), relation.target) == models_.end()) break;
    return static_cast<std::uint8_t>(i);
  }
  refuse_query(std::string(model.name) + " has no relation '" + name.text + "'");
}

/// Whether an outer join, or a step to a row that need not be there, may leave a path without a row.
bool QueryReader::may_lack_row(const Path& path) const {
  const ModelInfo* model = path.root;
  for (std::size_t i = 0; i < path.depth; ++i) {
    const RelationInfo& step = relation_of(*model, path.steps[i]);
    if (step.nullable || step.kind == RelationKind::HasOne) return true;
    model = step.target;
  }
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    for (const auto& [table, optional] : (*frame)->tables) {
      if (table.root == path.root && table.alias == path.alias) return optional;
    }
  }
  refuse_query("it uses a column of " + std::string(path.root->table) + ", which is not a part of it");
}

/// Likewise of a named query, which is in a query once.
bool QueryReader::may_lack_row(const Named& known) const {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    for (const auto& [name, optional] : (*frame)->joined) {
      if (name == known.name) return optional;
    }
  }
  refuse_query("it uses a column of a named query that is not a part of it");
}

std::string_view QueryReader::new_name(const JsonValue& text) const {
  if (peek_operator(text) != Op::Text) refuse_query("a named query has no name");
  const std::string& name = need(text, "is", JsonType::Text).text;
  const bool plain =
      !name.empty() && name.size() <= 60 && is_letter(name.front()) &&
      std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c); });
  const bool table = std::any_of(models_.begin(), models_.end(),
                                 [&](const ModelInfo* model) { return same_letters(model->table, name); });
  if (!plain || table || is_taken(name)) {
    refuse_query("a query cannot be named '" + name +
                 "'; use letters and digits that are no table's name, nor one of Ochre's such as t1");
  }
  return name;
}

QueryReader::Named& QueryReader::named(const JsonValue& text) {
  if (operator_of(text) != Op::Text) refuse_query("the name of a query is missing");
  const std::string& name = need(text, "is", JsonType::Text).text;
  for (std::size_t i = frames_.size(); i-- > 0;) {
    for (Named& named : frames_[i]->named) {
      if (named.name != name) continue;
      if (named.state == Named::Unread) read_named(i, named);
      if (!named.has_row) refuse_query("the query named '" + name + "' is made of itself");
      return named;
    }
  }
  refuse_query("no query is named '" + name + "'");
}

/// Reads a definition as the query it belongs to sees it, whichever query inside that asks first.
void QueryReader::read_named(std::size_t frame, Named& named) {
  if (++named_depth_ > 30) refuse_query("its named queries are made of each other too deep");
  std::vector<std::unique_ptr<Frame>> inner;
  while (frames_.size() > frame + 1) {
    inner.push_back(std::move(frames_.back()));
    frames_.pop_back();
  }
  Fragment before = std::exchange(out_, Fragment());
  const bool was_in_aggregate = std::exchange(in_aggregate_, false);
  const Place place = place_;
  named.state = Named::Reading;
  with(*named.clause);
  named.state = Named::Known;
  --named_depth_;
  place_ = place;
  in_aggregate_ = was_in_aggregate;
  named.text = std::exchange(out_, std::move(before));
  for (; !inner.empty(); inner.pop_back()) frames_.push_back(std::move(inner.back()));
}

}  // namespace ochre::query
