#include "emit/types.hpp"

namespace ochrec::emit {
namespace {

using model::Scalar;
using model::TypeKind;

struct ScalarSpelling {
  const char* type;
  const char* kind;
  const char* standard;  // the header that declares the type, or none
  const char* own;
};

ScalarSpelling spelling(Scalar scalar) {
  switch (scalar) {
    case Scalar::Bool: return {"bool", "Bool", "", ""};
    case Scalar::Int16: return {"std::int16_t", "Int16", "cstdint", ""};
    case Scalar::Int32: return {"std::int32_t", "Int32", "cstdint", ""};
    case Scalar::Int64: return {"std::int64_t", "Int64", "cstdint", ""};
    case Scalar::Float32: return {"float", "Float32", "", ""};
    case Scalar::Float64: return {"double", "Float64", "", ""};
    case Scalar::Decimal: return {"::ochre::Decimal", "Decimal", "", "ochre/decimal_expression.hpp"};
    case Scalar::String: return {"std::string", "Text", "string", ""};
    case Scalar::Bytes: return {"std::vector<std::byte>", "Bytes", "cstddef", ""};
    case Scalar::Uuid: return {"::ochre::Uuid", "Uuid", "", ""};
    case Scalar::Date: return {"::ochre::Date", "Date", "", "ochre/time.hpp"};
    case Scalar::Time: return {"::ochre::TimeOfDay", "Time", "", ""};
    case Scalar::Timestamp: return {"::ochre::Timestamp", "Timestamp", "", "ochre/time_expression.hpp"};
    case Scalar::Datetime: return {"::ochre::DateTime", "DateTime", "", "ochre/time_expression.hpp"};
    case Scalar::Duration: return {"::ochre::Duration", "Duration", "", "ochre/time_expression.hpp"};
    case Scalar::Json: return {"::ochre::Json", "Json", "", ""};
  }
  return {"", "", "", ""};
}

std::string element_name(const Context& context, const model::Type& type) {
  if (type.kind == TypeKind::Enum) return context.qualified(context.enumeration(type.enumeration));
  if (type.structure) return context.qualified(context.structure(*type.structure));
  if (type.scalar == Scalar::Decimal)
    return "::ochre::Decimal<" + std::to_string(type.precision) + ", " + std::to_string(type.scale) + ">";
  return spelling(type.scalar).type;
}

List to_list(const std::set<std::string>& names) {
  List out;
  for (const std::string& name : names) out.emplace_back().set("header", name);
  return out;
}

}  // namespace

std::string value_type_name(const Context& context, model::Type type) {
  type.optional = false;
  return type_name(context, type);
}

std::string type_name(const Context& context, const model::Type& type) {
  std::string out = element_name(context, type);
  if (type.array) out = "std::vector<" + out + ">";
  if (type.optional) out = "std::optional<" + out + ">";
  return out;
}

std::string parameter_type(const Context& context, const model::Type& type) {
  const std::string name = type_name(context, type);
  const bool small = !type.optional && !type.array && !type.structure && !type.is(Scalar::String) &&
                     !type.is(Scalar::Bytes) && !type.is(Scalar::Json) && !type.is(Scalar::Decimal) &&
                     !type.is(Scalar::Uuid);
  return small ? name : "const " + name + "&";
}

std::string kind_name(const model::Type& type) {
  const auto named = [](std::string_view name) { return "::ochre::Kind::" + std::string(name); };
  if (type.array) return named("Array");
  if (type.kind == TypeKind::Enum) return named("Enum");
  if (type.structure) return named("Json");
  return named(spelling(type.scalar).kind);
}

void Includes::add(const Context& context, const model::Type& type) {
  if (type.optional) standard.insert("optional");
  if (type.array || type.is(Scalar::Bytes)) standard.insert("vector");
  if (type.kind == TypeKind::Enum || type.structure) {
    own.insert(context.space() + "/types.hpp");
    return;
  }
  const ScalarSpelling found = spelling(type.scalar);
  if (*found.standard != '\0') standard.insert(found.standard);
  if (*found.own != '\0') own.insert(found.own);
}

List standard_includes(const Includes& includes) { return to_list(includes.standard); }
List own_includes(const Includes& includes) { return to_list(includes.own); }

}  // namespace ochrec::emit
