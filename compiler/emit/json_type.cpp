#include "emit/json_type.hpp"

#include <limits>

#include "emit/limits.hpp"
#include "emit/literal.hpp"

namespace ochrec::emit {
namespace {

using model::Field;
using model::Scalar;
using model::Type;

// What HTML forms take, as runtime/core/text_rules.cpp tests it.
// https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
constexpr std::string_view email_pattern =
    "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$";
constexpr std::string_view url_pattern = "^[A-Za-z][A-Za-z0-9+.-]*://[^\\s/?#]+";
constexpr std::string_view uuid_pattern =
    "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";

JsonTree typed(std::string_view type) {
  return std::move(JsonTree::object().set("type", JsonTree::text(type)));
}

JsonTree matching(std::string_view pattern) {
  return std::move(typed("string").set("pattern", JsonTree::text(pattern)));
}

JsonTree reference(std::string_view name) {
  return std::move(JsonTree::object().set("$ref", JsonTree::text("#/$defs/" + std::string(name))));
}

std::string constant(const model::Schema& schema, const Type& type, const model::Value& value) {
  if (type.kind == model::TypeKind::Enum) {
    const auto index = static_cast<std::size_t>(std::get<std::int64_t>(value));
    return JsonTree::text(schema.enumeration(type.enumeration).values.at(index).stored).printed();
  }
  if (const auto* text = std::get_if<std::string>(&value); text != nullptr && !type.is(Scalar::Decimal))
    return type.is(Scalar::Json) ? *text : JsonTree::text(*text).printed();
  const bool bare =
      type.is_integer() || type.is_float() || type.is(Scalar::Bool) || type.is(Scalar::Duration);
  if (const auto* count = std::get_if<std::int64_t>(&value); count != nullptr && bare)
    return std::to_string(*count);
  return bare ? spelled(type, value) : JsonTree::text(spelled(type, value)).printed();
}

std::string uuid_text(const model::UuidBytes& bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (at == 4 || at == 6 || at == 8 || at == 10) out += '-';
    const auto byte = std::to_integer<unsigned>(bytes[at]);
    out += {digits[byte >> 4U], digits[byte & 15U]};
  }
  return out;
}

JsonTree integer(std::int64_t low, std::int64_t high) {
  return std::move(
      typed("integer").set("minimum", JsonTree::number(low)).set("maximum", JsonTree::number(high)));
}

template <typename Integer>
JsonTree integer() {
  return integer(std::numeric_limits<Integer>::min(), std::numeric_limits<Integer>::max());
}

// Numbers are read, too, but only text is exact everywhere.
JsonTree decimal(const Type& type) {
  const std::string whole = std::to_string(std::max(1, type.precision - type.scale));
  const std::string fraction = type.scale == 0 ? "" : "(\\.[0-9]{1," + std::to_string(type.scale) + "})?";
  JsonTree types = JsonTree::array();
  types.add(JsonTree::text("string")).add(JsonTree::text("number"));
  return std::move(JsonTree::object()
                       .set("type", std::move(types))
                       .set("pattern", JsonTree::text("^-?[0-9]{1," + whole + "}" + fraction + "$")));
}

JsonTree scalar(const Type& type) {
  switch (type.scalar) {
    case Scalar::Bool: return typed("boolean");
    case Scalar::Int16: return integer<std::int16_t>();
    case Scalar::Int32: return integer<std::int32_t>();
    case Scalar::Int64:
    case Scalar::Duration: return integer<std::int64_t>();
    case Scalar::Float32:
    case Scalar::Float64: return typed("number");
    case Scalar::Decimal: return decimal(type);
    case Scalar::String: return typed("string");
    case Scalar::Bytes: return std::move(typed("string").set("contentEncoding", JsonTree::text("base64")));
    case Scalar::Uuid: return std::move(matching(uuid_pattern).set("format", JsonTree::text("uuid")));
    case Scalar::Date:
      return std::move(matching("^-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}$").set("format", JsonTree::text("date")));
    case Scalar::Time: return matching("^[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,6})?)?$");
    case Scalar::Timestamp: return std::move(typed("string").set("format", JsonTree::text("date-time")));
    case Scalar::Datetime:
      return matching("^-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,6})?)?$");
    case Scalar::Json: return JsonTree::object();
  }
  return JsonTree::object();
}

// Rules that can be said of one element; several that use one keyword stand in an allOf.
class RuleKeywords {
 public:
  RuleKeywords(const model::Schema& schema, const Field& field, Type element)
      : schema_(schema), rules_(field.rules), element_(element) {}

  void add_to(JsonTree& out) {
    length(out);
    for (const model::ValueRange& range : rules_.range) this->range(range);
    for (const model::Value& step : rules_.multiple_of) multiple_of(step);
    for (const std::string& pattern : rules_.patterns) also(matching("^(?:" + pattern + ")$"));
    if (rules_.email) also(std::move(matching(email_pattern).set("format", JsonTree::text("email"))));
    if (rules_.url) also(std::move(matching(url_pattern).set("format", JsonTree::text("uri"))));
    for (const auto& values : rules_.one_of) one_of(values);
    if (!all_.empty()) out.set("allOf", std::move(all_));
  }

 private:
  void also(JsonTree part) { all_.add(std::move(part)); }
  void comment(const std::string& text) {
    also(std::move(JsonTree::object().set("$comment", JsonTree::text(text))));
  }

  // Blanks that @trim takes away do not count; the runtime says no afterwards.
  void length(JsonTree& out) {
    if (!element_.is(Scalar::String)) return;
    const CountLimit limit = count_limit(rules_.length, element_.max_length);
    if (limit.low) out.set("minLength", JsonTree::number(*limit.low));
    if (limit.high && !rules_.trim) out.set("maxLength", JsonTree::number(*limit.high));
  }

  void range(const model::ValueRange& range) {
    if (!element_.is_integer() && !element_.is_float() && !element_.is(Scalar::Duration))
      return comment("range " + spelled(element_, range));
    JsonTree part = JsonTree::object();
    const auto bound = [&](const std::optional<model::Value>& value, const char* name) {
      if (value) part.set(name, JsonTree::raw(constant(schema_, element_, *value)));
    };
    bound(range.low, range.low_exclusive ? "exclusiveMinimum" : "minimum");
    bound(range.high, range.high_exclusive ? "exclusiveMaximum" : "maximum");
    also(std::move(part));
  }

  void multiple_of(const model::Value& step) {
    if (!element_.is_integer()) return comment("multiple of " + spelled(element_, step));
    also(std::move(JsonTree::object().set("multipleOf", JsonTree::raw(constant(schema_, element_, step)))));
  }

  void one_of(const std::vector<model::Value>& values) {
    JsonTree list = JsonTree::array();
    for (const model::Value& value : values) list.add(JsonTree::raw(constant(schema_, element_, value)));
    also(std::move(JsonTree::object().set("enum", std::move(list))));
  }

  const model::Schema& schema_;
  const model::Rules& rules_;
  Type element_;
  JsonTree all_ = JsonTree::array();
};

JsonTree element_type(const model::Schema& schema, const Field& field) {
  Type element = field.type;
  element.array = element.optional = false;
  JsonTree out = element.kind == model::TypeKind::Enum
                     ? reference(schema.enumeration(element.enumeration).name)
                 : element.structure ? reference(schema.structure(*element.structure).name)
                                     : scalar(element);
  RuleKeywords(schema, field, element).add_to(out);
  return out;
}

JsonTree value_type(const model::Schema& schema, const Field& field) {
  if (!field.type.array) return element_type(schema, field);
  JsonTree out = typed("array");
  out.set("items", element_type(schema, field));
  const CountLimit limit = count_limit(field.rules.items, std::nullopt);
  if (limit.low) out.set("minItems", JsonTree::number(*limit.low));
  if (limit.high) out.set("maxItems", JsonTree::number(*limit.high));
  if (field.rules.unique_items) out.set("uniqueItems", JsonTree::flag(true));
  return out;
}

}  // namespace

JsonTree json_type(const model::Schema& schema, const Field& field, bool nullable) {
  JsonTree out = value_type(schema, field);
  if (field.type.optional || nullable) {
    JsonTree choices = JsonTree::array();
    choices.add(std::move(out)).add(typed("null"));
    out = std::move(JsonTree::object().set("anyOf", std::move(choices)));
  }
  if (!field.doc.empty()) out.set("description", JsonTree::text(field.doc));
  if (!field.deprecated.empty()) out.set("deprecated", JsonTree::flag(true));
  return out;
}

void add_json_default(const model::Schema& schema, const Field& field, JsonTree& out) {
  const model::Expr& value = *field.default_value;
  if (value.op != model::Op::Literal) return;
  if (std::holds_alternative<std::monostate>(value.value)) {
    out.set("default", JsonTree::raw("null"));
  } else if (std::holds_alternative<model::EmptyArray>(value.value)) {
    out.set("default", JsonTree::array());
  } else if (const auto* bytes = std::get_if<model::UuidBytes>(&value.value)) {
    out.set("default", JsonTree::text(uuid_text(*bytes)));
  } else {
    out.set("default", JsonTree::raw(constant(schema, field.type, value.value)));
  }
}

}  // namespace ochrec::emit
