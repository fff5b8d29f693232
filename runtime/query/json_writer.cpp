// Queries as JSON: each token becomes an object with its operands in `args`, a query the array of its
// clauses.
//   {"op": ">=", "args": [{"op": "column", "of": "users", "column": "age"}, {"op": "value", "kind": "int32",
//   "is": 18}]}
#include "query/json_form.hpp"

#include <charconv>
#include <string>
#include <vector>

#include "ochre/errors.hpp"
#include "query/op_names.hpp"
#include "query/scope.hpp"
#include "query/shape_reader.hpp"

namespace ochre::query {
namespace {

void append_quoted(std::string& out, std::string_view text) {
  constexpr char digits[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      (out += '\\') += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00";
      out += digits[c >> 4];
      out += digits[c & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

std::string hex(const Value& value) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (std::size_t i = 0; i < value.size; ++i) {
    const auto byte = static_cast<const unsigned char*>(value.data)[i];
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

void append_value(std::string& out, const Value& value) {
  switch (value.storage) {
    case Storage::Null: out += "null"; break;
    case Storage::Integer: out += std::to_string(value.integer); break;
    case Storage::Real: {
      char buffer[32];
      const auto end = std::to_chars(buffer, buffer + sizeof(buffer), value.real).ptr;
      const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
      // Infinities are no JSON numbers.
      const bool finite = text.find_first_not_of("0123456789.e+-") == std::string_view::npos;
      finite ? void(out += text) : append_quoted(out, text);
      if (text == "-0") out += ".0";  // as an integer it would lose its sign
      break;
    }
    case Storage::Text: append_quoted(out, value.text()); break;
    case Storage::Bytes: append_quoted(out, hex(value)); break;
    case Storage::List: break;
  }
}

class JsonOfQuery {
 public:
  explicit JsonOfQuery(const Fragment& query)
      : reader_(query.shape(), query.shape_size()), values_(query.values()) {}

  /// The clauses up to the end, or to the Close of a nested query.
  std::string clauses() {
    std::string out = "[";
    while (!reader_.at_end()) {
      const Token token = reader_.next();
      if (token.op == Op::Close) break;
      if (lengthens(token)) continue;
      std::string text = object(token);
      if (is_clause(token.op)) {
        if (out.size() > 1) out += ',';
        out += text;
      } else {
        stack_.push_back({std::move(text), token.path, token.op});
      }
    }
    return out + "]";
  }

 private:
  struct Operand {
    std::string text;
    Path path;  // of columns and tables
    Op op = Op::Null;
  };

  /// A chain of `and`, or of `or`, is one object: a thousand conditions in each other would be too deep.
  bool lengthens(const Token& token) {
    if ((token.op != Op::And && token.op != Op::Or) || stack_.size() < 2) return false;
    const Operand& left = stack_[stack_.size() - 2];
    if (left.op != token.op) return false;
    std::string& text = stack_[stack_.size() - 2].text;
    text.resize(text.size() - 2);  // ]}
    text.append(",").append(stack_.back().text) += "]}";
    stack_.pop_back();
    return true;
  }

  static bool names_relation(Op op) {
    return op == Op::Any || op == Op::None || op == Op::CountRelated || op == Op::Join || op == Op::Level;
  }

  std::string object(const Token& token) {
    std::string out = "{\"op\":";
    append_quoted(out, op_name(token.op));
    switch (token.op) {
      case Op::Column:
        append_path(out, token.path);
        out += ",\"column\":";
        append_quoted(out, column_of(model_at(token.path), token.column).name);
        break;
      case Op::Source: append_path(out, token.path); break;
      case Op::Bind:
        append_kind(out, token.kind);
        append_scale(out, values_.at(binding_));
        out += ",\"is\":";
        append_value(out, values_.at(binding_++));
        break;
      case Op::List: append_list(out, token.kind); break;
      case Op::Text:
        out += ",\"is\":";
        append_quoted(out, token.text);
        break;
      case Op::Open: out += ",\"clauses\":" + clauses(); break;
      default: append_operands(out, token);
    }
    return out + "}";
  }

  void append_operands(std::string& out, const Token& token) {
    const int arguments = argument_count(token.op);
    const auto count = static_cast<std::size_t>(operand_count(token));
    if (stack_.size() < count) throw StatementFailed("The query's shape is malformed.");
    if (names_relation(token.op)) {
      // By name, because numbers change when a schema grows. The first operand is the relation's owner.
      out += ",\"relation\":";
      append_quoted(out, relation_of(model_at(stack_[stack_.size() - count].path), token.first).name);
    } else if (arguments > 0) {
      out += ",\"first\":" + std::to_string(token.first);
    }
    if (arguments > 1) out += ",\"second\":" + std::to_string(token.second);
    if (count == 0) return;
    out += ",\"args\":[";
    for (std::size_t i = stack_.size() - count; i < stack_.size(); ++i) {
      if (out.back() != '[') out += ',';
      out += stack_[i].text;
    }
    stack_.resize(stack_.size() - count);
    out += ']';
  }

  static void append_path(std::string& out, const Path& path) {
    out += ",\"of\":";
    append_quoted(out, path.root->table);
    if (path.alias != 0) out += ",\"alias\":" + std::to_string(path.alias);
    const ModelInfo* model = path.root;
    for (std::size_t i = 0; i < path.depth; ++i) {
      const RelationInfo& relation = relation_of(*model, path.steps[i]);
      out += i == 0 ? ",\"path\":[" : ",";
      append_quoted(out, relation.name);
      model = relation.target;
    }
    if (path.depth > 0) out += ']';
  }

  static void append_kind(std::string& out, Kind kind) {
    out += ",\"kind\":";
    append_quoted(out, kind_name(kind));
  }

  /// A decimal is written as its units.
  static void append_scale(std::string& out, const Value& value) {
    if (value.kind == Kind::Decimal && value.storage == Storage::Integer)
      out += ",\"scale\":" + std::to_string(value.size);
  }

  void append_list(std::string& out, Kind kind) {
    append_kind(out, kind);
    const Value list = values_.at(binding_++);
    if (list.size != 0) append_scale(out, values_.item(list, 0));
    out += ",\"is\":[";
    for (std::size_t i = 0; i < list.size; ++i) {
      if (i != 0) out += ',';
      append_value(out, values_.item(list, i));
    }
    out += ']';
  }

  ShapeReader reader_;
  const Values& values_;
  std::size_t binding_ = 0;
  std::vector<Operand> stack_;
};

}  // namespace

std::string json_of(const Fragment& query) { return JsonOfQuery(query).clauses(); }

}  // namespace ochre::query
