#include "sema/foreign.hpp"

#include <algorithm>
#include <span>

namespace ochrec::sema {
namespace {

struct Word {
  std::string_view theirs;
  std::string_view ours;  // takes its place; empty when nothing does by itself
  std::string_view help;  // beyond "here it is called …"
};

constexpr Word types[] = {
    {"int", "int64", {}},
    {"integer", "int64", {}},
    {"long", "int64", {}},
    {"bigint", "int64", {}},
    {"smallint", "int16", {}},
    {"short", "int16", {}},
    {"serial", "int64", {}},
    {"i64", "int64", {}},
    {"i32", "int32", {}},
    {"i16", "int16", {}},
    {"int8", {}, "the smallest integer is `int16`; `@range(-128..127)` bounds it"},
    {"tinyint", {}, "the smallest integer is `int16`; `@range(-128..127)` bounds it"},
    {"uint32", {}, "integers have a sign; `int64 @range(0..)` holds these"},
    {"uint64", {}, "integers have a sign; `int64 @range(0..)` holds those below 2^63"},
    {"text", "string", {}},
    {"str", "string", {}},
    {"varchar", "string", {}},
    {"nvarchar", "string", {}},
    {"char", "string", {}},
    {"boolean", "bool", {}},
    {"bit", "bool", {}},
    {"float", "float64", {}},
    {"double", "float64", {}},
    {"f64", "float64", {}},
    {"f32", "float32", {}},
    {"real", "float32", {}},
    {"numeric", "decimal", {}},
    {"number", "decimal", {}},
    {"money", {}, "an amount is `decimal(12, 2)`"},
    {"blob", "bytes", {}},
    {"binary", "bytes", {}},
    {"bytea", "bytes", {}},
    {"timestamptz", "timestamp", {}},
    {"instant", "timestamp", {}},
    {"interval", "duration", {}},
    {"guid", "uuid", {}},
    {"jsonb", "json", {}},
    {"map", {}, "a map is `json`, or a model of its own with a key and a value"},
    {"array", {}, "an array is written `T[]`"},
};

constexpr std::string_view relation = "a relation is a field with the type of a model: `author: User`";
constexpr std::string_view absent =
    "a field may be absent when its type ends with `?`, and is required otherwise";
constexpr std::string_view greatest = "bounds are `@range(1..10)`, those of a length `@length(1..80)`";

constexpr Word attributes[] = {
    {"references", {}, relation},
    {"foreign_key", {}, relation},
    {"fk", {}, relation},
    {"relation", {}, relation},
    {"belongs_to", {}, relation},
    {"primary_key", "id", {}},
    {"primary", "id", {}},
    {"pk", "id", {}},
    {"primarykey", "id", {}},
    {"auto_increment", "auto", {}},
    {"autoincrement", "auto", {}},
    {"identity", "auto", {}},
    {"serial", "auto", {}},
    {"nullable", {}, absent},
    {"optional", {}, absent},
    {"null", {}, absent},
    {"required", {}, absent},
    {"not_null", {}, absent},
    {"notnull", {}, absent},
    {"max", {}, greatest},
    {"min", {}, greatest},
    {"max_length", {}, greatest},
    {"min_length", {}, greatest},
    {"maxlength", {}, greatest},
    {"minlength", {}, greatest},
    {"size", "length", {}},
    {"len", "length", {}},
    {"between", "range", {}},
    {"regex", "pattern", {}},
    {"regexp", "pattern", {}},
    {"matches", "pattern", {}},
    {"in", "one_of", {}},
    {"choices", "one_of", {}},
    {"values", "one_of", {}},
    {"map", "column", {}},
    {"db", "column", {}},
    {"name", "column", {}},
    {"updated_at", "updated", {}},
    {"updatedat", "updated", {}},
    {"created_at", {}, "the time of the insert is `@default(now())`"},
    {"createdat", {}, "the time of the insert is `@default(now())`"},
    {"cascade", {}, "what happens to a row without its target is `@on_delete(cascade)`"},
    {"virtual", {}, "a virtual field is `@computed(expression, virtual)`"},
    {"check", {}, "a check is a statement of the model: `check name: condition`"},
    {"lowercase", "lower", {}},
    {"uppercase", "upper", {}},
    {"strip", "trim", {}},
    {"uri", "url", {}},
    {"obsolete", "deprecated", {}},
    {"was", "renamed_from", {}},
    {"comment", {}, "documentation stands above what it describes: `/// …`"},
    {"doc", {}, "documentation stands above what it describes: `/// …`"},
};

constexpr std::string_view date_part = "the parts of a date are `year(…)`, `month(…)` and `day(…)`";

constexpr Word functions[] = {
    {"len", "length", {}},
    {"size", "length", {}},
    {"char_length", "length", {}},
    {"strlen", "length", {}},
    {"tolower", "lower", {}},
    {"lowercase", "lower", {}},
    {"toupper", "upper", {}},
    {"uppercase", "upper", {}},
    {"strip", "trim", {}},
    {"ifnull", "coalesce", {}},
    {"isnull", "coalesce", {}},
    {"nvl", "coalesce", {}},
    {"getdate", "now", {}},
    {"utcnow", "now", {}},
    {"current_timestamp", "now", {}},
    {"newid", "uuid", {}},
    {"gen_random_uuid", "uuid", {}},
    {"uuid_generate_v4", "uuid", {}},
    {"uuid4", "uuid", {}},
    {"uuidv4", "uuid", {}},
    {"uuidv7", "uuid7", {}},
    {"extract", {}, date_part},
    {"date_part", {}, date_part},
    {"autoincrement", {}, "keys that the database counts are `@id @auto`"},
    {"matches", {}, "a regular expression is a rule of a field: `@pattern(r\"…\")`"},
};

constexpr Word operations[] = {
    {"select", "read", {}},
    {"get", "read", {}},
    {"view", "read", {}},
    {"insert", "create", {}},
    {"add", "create", {}},
    {"modify", "update", {}},
    {"edit", "update", {}},
    {"remove", "delete", {}},
    {"erase", "delete", {}},
    {"write", {}, "writing is `create`, `update` and `delete`"},
    {"all", {}, "a policy without `for` holds for all operations"},
};

constexpr Word values[] = {
    {"nil", "null", {}},       {"none", "null", {}},   {"null", "null", {}},
    {"undefined", "null", {}}, {"yes", "true", {}},    {"no", "false", {}},
    {"true", "true", {}},      {"false", "false", {}}, {"current_timestamp", "now()", {}},
    {"now", "now()", {}},      {"uuid", "uuid()", {}}, {"uuid7", "uuid7()", {}},
    {"actor", "$actor", {}},
};

std::span<const Word> words_of(Foreign what) {
  switch (what) {
    case Foreign::Type: return types;
    case Foreign::Attribute: return attributes;
    case Foreign::Function: return functions;
    case Foreign::Operation: return operations;
    case Foreign::Value: break;
  }
  return values;
}

}  // namespace

bool explain_foreign(Foreign what, base::Diagnostic& finding, const ast::Name& written) {
  const std::string lower = lower_case(written.text);
  const auto words = words_of(what);
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.theirs == lower; });
  if (found == words.end() || found->ours == written.text) return false;
  if (found->ours.empty()) {
    finding.with_help(std::string(found->help));
    return true;
  }
  const std::string mark = what == Foreign::Attribute ? "@" : "";
  const std::string call = what == Foreign::Function ? "()" : "";
  finding
      .with_help((what == Foreign::Value ? "write " : "here it is called ") +
                 quoted(mark + std::string(found->ours) + call))
      .with_fix(written.span, std::string(found->ours));
  return true;
}

}  // namespace ochrec::sema
