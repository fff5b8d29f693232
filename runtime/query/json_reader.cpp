// Reads a query from JSON into a fragment, checking every name, type and operand on the way.
#include <algorithm>
#include <limits>
#include <string>

#include "ochre/errors.hpp"
#include "ochre/query_json.hpp"
#include "query/json_form.hpp"
#include "query/json_types.hpp"
#include "query/json_value.hpp"
#include "query/op_names.hpp"
#include "query/render.hpp"
#include "query/scope.hpp"
#include "query/shape_reader.hpp"

namespace ochre {
namespace query {
namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw ValidationFailed("This query is refused: " + why + ".");
}

const JsonValue& need(const JsonValue& object, std::string_view name, JsonType type) {
  const JsonValue* member = object.member(name);
  if (!member || member->type != type)
    refuse("an operator lacks '" + std::string(name) + "', or it has another type");
  return *member;
}

std::int64_t number(const JsonValue& object, std::string_view name, std::int64_t most) {
  const JsonValue* member = object.member(name);
  if (!member) return 0;
  if (member->type != JsonType::Integer || member->integer < 0 || member->integer > most) {
    refuse("'" + std::string(name) + "' is out of range");
  }
  return member->integer;
}

class QueryReader {
 public:
  explicit QueryReader(std::span<const ModelInfo* const> models) : models_(models) {}

  Fragment read(const JsonValue& clauses, const ModelInfo& model) {
    const Rows rows = query(clauses);
    if (rows.selected != Family::Rows) refuse("only a query inside another selects, and one value");
    if (rows.model != &model) refuse("it is from another table than expected");
    return std::move(out_);
  }

 private:
  /// What a query's rows are made of: a single value, or the columns of a model.
  struct Rows {
    Family selected = Family::Rows;
    const ModelInfo* model = nullptr;
  };

  Rows query(const JsonValue& clauses) {
    if (clauses.type != JsonType::Array) refuse("a query is an array of clauses");
    Rows rows;
    std::vector<Rows> members;
    for (const JsonValue& item : clauses.items) {
      const Op op = operator_of(item);
      switch (op) {
        case Op::From:
          if (rows.model) refuse("a query is from one table");
          rows.model = whole_table(item);
          break;
        case Op::Select:
          if (rows.selected != Family::Rows) refuse("only a query inside another selects, and one value");
          rows.selected = argument(item, 0, 1);
          if (rows.selected == Family::Rows) refuse("a query selects no value");
          out_.op(op);
          break;
        case Op::Union:
        case Op::UnionAll:
        case Op::Intersect:
        case Op::Except:
          members.push_back(nested(only_argument(item)));
          out_.op(op);
          break;
        default: clause(op, item);
      }
    }
    if (!rows.model) refuse("a query is from one table");
    for (const Rows& member : members) require_alike(rows, member);
    return rows;
  }

  static void require_alike(const Rows& rows, const Rows& member) {
    const bool whole = rows.selected == Family::Rows && member.selected == Family::Rows;
    if (whole ? rows.model != member.model : !comparable(rows.selected, member.selected))
      refuse("queries with other rows are combined");
  }

  const ModelInfo* whole_table(const JsonValue& item) {
    const Path path = source(only_argument(item));
    if (path.depth != 0) refuse("a query is from a table, not from the end of a path");
    out_.op(Op::From);
    return path.root;
  }

  void clause(Op op, const JsonValue& item) {
    switch (op) {
      case Op::Where:
      case Op::Having:
        if (argument(item, 0, 1) != Family::Bool) refuse("a condition is not true or false");
        out_.op(op);
        return;
      case Op::GroupBy: require_scalar(argument(item, 0, 1)); return out_.op(op);
      case Op::OrderBy:
        require_scalar(argument(item, 0, 1));
        return out_.op(
            op, static_cast<std::uint8_t>(number(item, "first", order_descending | order_nulls_first)));
      case Op::Limit:
      case Op::Offset: {
        const JsonValue& count = only_argument(item);
        if (operator_of(count) != Op::Bind || need(count, "is", JsonType::Integer).integer < 0) {
          refuse("a limit or offset is no row count");
        }
        expression(count);
        return out_.op(op);
      }
      case Op::Distinct:
      case Op::ForUpdate: return out_.op(op);
      case Op::Join: return join(item);
      case Op::JoinOn:
        source(arguments(item, 2)[0]);
        if (expression(arguments(item, 2)[1]) != Family::Bool)
          refuse("a join's condition is not true or false");
        return out_.op(op, static_cast<std::uint8_t>(number(item, "first", 1)));
      default: refuse("the clause '" + std::string(op_name(op)) + "' cannot come from outside");
    }
  }

  void join(const JsonValue& item) {
    const auto& operands = arguments(item, 2);
    const Path owner = source(operands[0]);
    const std::uint8_t relation = relation_number(model_at(owner), item);
    const Path joined = source(operands[1]);
    if (joined.depth != 0 || model_at(owner).relations[relation].target != joined.root) {
      refuse("a join leads to another table than its relation");
    }
    out_.op(Op::Join, relation, static_cast<std::uint8_t>(number(item, "second", 1)));
  }

  // ---- Expressions: each returns its type, after its tokens were added. ----

  Family expression(const JsonValue& item) {
    const Op op = operator_of(item);
    switch (op) {
      case Op::Column: return column(item);
      case Op::Bind: return value(item);
      case Op::Null: return out_.op(op), Family::Null;
      case Op::In:
      case Op::NotIn: return membership(op, item);
      case Op::InQuery:
      case Op::NotInQuery: {
        const Family left = expression(arguments(item, 2)[0]);
        if (!comparable(left, nested(arguments(item, 2)[1]).selected))
          refuse("a value is compared with rows of another type");
        return out_.op(op), Family::Bool;
      }
      case Op::Exists: nested(only_argument(item)); return out_.op(op), Family::Bool;
      case Op::ScalarQuery: {
        const Family selected = nested(only_argument(item)).selected;
        if (selected == Family::Rows) refuse("a query used as a value selects none");
        return out_.op(op), selected;
      }
      case Op::Any:
      case Op::None:
      case Op::CountRelated: return related(op, item);
      default: return operation(op, item);
    }
  }

  Family operation(Op op, const JsonValue& item) {
    const JsonValue* list = item.member("args");
    const std::size_t count = list ? list->items.size() : 0;
    if (count > 50) refuse("an operator has too many operands");
    Token token;
    token.op = op;
    token.first = static_cast<std::uint8_t>(op == Op::Case ? (count - 1) / 2 : count);
    if (static_cast<std::size_t>(operand_count(token)) != count)
      refuse("an operator has the wrong number of operands");
    std::vector<Family> types;
    for (std::size_t i = 0; i < count; ++i) types.push_back(expression(list->items[i]));
    const auto result = type_of(op, types);
    if (!result)
      refuse("'" + std::string(op_name(op)) +
             "' does not go with the types of its operands, or cannot come from outside");
    if (op == Op::Year || op == Op::Month || op == Op::Day) {
      out_.op(op, static_cast<std::uint8_t>(date_kind(types[0])));
    } else if (argument_count(op) == 1) {
      out_.op(op, token.first);
    } else {
      out_.op(op);
    }
    return *result;
  }

  Family column(const JsonValue& item) {
    const Path path = path_of(item);
    const ModelInfo& model = model_at(path);
    const std::string& name = need(item, "column", JsonType::Text).text;
    for (std::size_t i = 0; i < model.columns.size(); ++i) {
      if (model.columns[i].name != name) continue;
      out_.column(ColumnRef{path, static_cast<std::uint16_t>(i)});
      return family_of(model.columns[i].kind);
    }
    refuse(std::string(model.table) + " has no column '" + name + "'");
  }

  Family value(const JsonValue& item) {
    const Kind kind = kind_of(item);
    const JsonValue* content = item.member("is");
    if (!content) refuse("a value lacks 'is'");
    std::string storage;
    out_.bind(json_to_value(kind, *content, storage));
    return family_of(kind);
  }

  Family membership(Op op, const JsonValue& item) {
    const auto& operands = arguments(item, 2);
    const Family left = expression(operands[0]);
    if (operator_of(operands[1]) != Op::List) refuse("a list is missing");
    const Kind kind = kind_of(operands[1]);
    const JsonValue& contents = need(operands[1], "is", JsonType::Array);
    std::vector<std::string> storage(contents.items.size());
    std::vector<Value> values;
    for (std::size_t i = 0; i < contents.items.size(); ++i) {
      values.push_back(json_to_value(kind, contents.items[i], storage[i]));
    }
    if (!comparable(left, family_of(kind))) refuse("a value is compared with a list of another type");
    out_.bind_list(kind, values.data(), values.size());
    out_.op(op);
    return Family::Bool;
  }

  Family related(Op op, const JsonValue& item) {
    const auto& operands = arguments(item, 2);
    const Path owner = source(operands[0]);
    const std::uint8_t relation = relation_number(model_at(owner), item);
    if (operator_of(operands[1]) != Op::Open) refuse("a relation's conditions are missing");
    out_.op(Op::Open);
    for (const JsonValue& condition : need(operands[1], "clauses", JsonType::Array).items) {
      if (operator_of(condition) != Op::Where) refuse("a relation is asked with conditions only");
      clause(Op::Where, condition);
    }
    out_.op(Op::Close);
    out_.op(op, relation);
    return op == Op::CountRelated ? Family::Number : Family::Bool;
  }

  Rows nested(const JsonValue& item) {
    if (operator_of(item) != Op::Open) refuse("a query is missing");
    out_.op(Op::Open);
    const Rows rows = query(need(item, "clauses", JsonType::Array));
    out_.op(Op::Close);
    return rows;
  }

  // ---- Names ----

  Path source(const JsonValue& item) {
    if (operator_of(item) != Op::Source) refuse("a table is missing");
    const Path path = path_of(item);
    out_.source(path);
    return path;
  }

  Path path_of(const JsonValue& item) const {
    const std::string& table = need(item, "of", JsonType::Text).text;
    const auto found = std::find_if(models_.begin(), models_.end(),
                                    [&](const ModelInfo* model) { return model->table == table; });
    if (found == models_.end()) refuse("there is no table '" + table + "'");
    Path path{*found};
    path.alias = static_cast<std::uint8_t>(number(item, "alias", 255));
    const JsonValue* steps = item.member("path");
    if (!steps) return path;
    if (steps->type != JsonType::Array || steps->items.size() > Path::max_depth) refuse("a path is too long");
    for (const JsonValue& step : steps->items) {
      path = path.then(relation_named(model_at(path), step));
      model_at(path);
    }
    return path;
  }

  static std::uint8_t relation_number(const ModelInfo& model, const JsonValue& item) {
    return relation_named(model, need(item, "relation", JsonType::Text));
  }
  static std::uint8_t relation_named(const ModelInfo& model, const JsonValue& name) {
    for (std::size_t i = 0; i < model.relations.size(); ++i) {
      if (name.type == JsonType::Text && model.relations[i].name == name.text)
        return static_cast<std::uint8_t>(i);
    }
    refuse(std::string(model.name) + " has no relation '" + name.text + "'");
  }

  static Kind kind_of(const JsonValue& item) {
    const auto kind = kind_named(need(item, "kind", JsonType::Text).text);
    if (!kind) refuse("a value has an unknown type");
    return *kind;
  }

  Op operator_of(const JsonValue& item) {
    if (item.type != JsonType::Object) refuse("an operator is no object");
    if (++operators_ > 10'000) refuse("it has more than 10000 operators");
    const auto op = op_named(need(item, "op", JsonType::Text).text);
    if (!op) refuse("'" + need(item, "op", JsonType::Text).text + "' is no operator");
    return *op;
  }

  const std::vector<JsonValue>& arguments(const JsonValue& item, std::size_t count) const {
    const JsonValue& list = need(item, "args", JsonType::Array);
    if (list.items.size() != count) refuse("an operator has the wrong number of operands");
    return list.items;
  }
  const JsonValue& only_argument(const JsonValue& item) const { return arguments(item, 1)[0]; }
  Family argument(const JsonValue& item, std::size_t index, std::size_t count) {
    return expression(arguments(item, count)[index]);
  }
  static void require_scalar(Family family) {
    if (family == Family::Rows || family == Family::Null) refuse("a value is missing");
  }

  std::span<const ModelInfo* const> models_;
  Fragment out_;
  int operators_ = 0;
};

}  // namespace

Fragment read_json(const ModelInfo& model, std::span<const ModelInfo* const> models, std::string_view json) {
  try {
    Fragment query = QueryReader(models).read(parse_json(json), model);
    render(query, Purpose::Select, Dialect::Sqlite);  // tables in scope, paths that exist
    return query;
  } catch (const ValidationFailed&) {
    throw;
  } catch (const Error& error) {
    throw ValidationFailed("This query is refused: " + error.message());
  }
}

}  // namespace query

Fragment detail::query_from_json(const ModelInfo& model, const SchemaInfo& schema, std::string_view json) {
  return query::read_json(model, schema.models, json);
}

}  // namespace ochre
