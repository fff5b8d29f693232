// JSON codecs: of models, of their New structs, and of the schema's structs.
#include <algorithm>

#include "emit/json.hpp"
#include "emit/layout.hpp"
#include "emit/literal.hpp"
#include "emit/member.hpp"
#include "emit/names.hpp"
#include "emit/types.hpp"
#include "emit/view.hpp"

namespace ochrec::emit {
namespace {

// One type that is written and read.
struct Codec {
  std::string type;
  std::vector<const model::Field*> fields;
  bool inserts = false;  // a New struct: what has a default may be missing
};

bool is_required(const model::Field& field, bool inserts) {
  return inserts ? supply_of(field) == Supply::Required : !field.type.optional;
}

// `"\"id\":"`: the quoted name with its colon, as JsonWriter::member wants it.
std::string key_literal(std::string_view name) {
  std::string quoted = "\"";
  for (const char letter : name) {
    if (letter == '"' || letter == '\\') quoted += '\\';
    quoted += letter;
  }
  return string_literal(quoted + "\":");
}

std::vector<std::string> required_words(const Codec& codec) {
  constexpr std::size_t word_bits = 64;
  std::vector<std::uint64_t> words((codec.fields.size() + word_bits - 1) / word_bits);
  for (std::size_t at = 0; at < codec.fields.size(); ++at)
    if (is_required(*codec.fields[at], codec.inserts))
      words[at / word_bits] |= std::uint64_t{1} << (at % word_bits);
  std::vector<std::string> out;
  for (const std::uint64_t word : words) {
    std::string digits;
    for (std::uint64_t rest = word; rest != 0; rest >>= 4U)
      digits.insert(digits.begin(), "0123456789abcdef"[rest & 0xFU]);
    out.push_back("0x" + (digits.empty() ? "0" : digits) + "U");
  }
  return out;
}

List json_members(const Codec& codec) {
  List out;
  for (const model::Field* field : codec.fields) {
    Object& member = out.emplace_back();
    member.set("name", member_name(field->name));
    member.set("key", key_literal(field->json));
    member.set("number", std::to_string(out.size() - 1));
    member.set("write", codec.inserts && supply_of(*field) == Supply::Automatic ? "given" : "member");
    member.set("required", is_required(*field, codec.inserts));
  }
  return out;
}

Object codec_view(const Context& context, const Codec& codec) {
  std::vector<std::string> names;
  std::vector<std::string> blanks;
  for (const model::Field* field : codec.fields) {
    names.push_back(string_literal(field->json));
    if (codec.inserts && is_required(*field, true))
      blanks.push_back("." + member_name(field->name) + " = " + type_name(context, field->type) + "{}");
  }
  Object out;
  out.set("type", codec.type);
  out.set("names", braced("static constexpr std::string_view names[] = ", names, ";", 2));
  out.set("required", braced("static constexpr std::uint64_t required[] = ", required_words(codec), ";", 2));
  out.set("has_blank", !blanks.empty());
  out.set("blank", braced("return ", blanks, ";", 2));
  out.set("members", json_members(codec));
  return out;
}

std::vector<const model::Field*> all_of(const std::vector<model::Field>& fields) {
  std::vector<const model::Field*> out;
  for (const model::Field& field : fields) out.push_back(&field);
  return out;
}

List model_codecs(const Context& context, model::ModelId id) {
  const model::Model& model = context.schema().model(id);
  const ModelNames& names = context.names(id);
  const Codec whole{context.qualified(names.type), all_of(model.fields), false};
  Codec inserts{context.qualified(names.fields), all_of(model.fields), true};
  std::erase_if(inserts.fields, [](const model::Field* field) { return supply_of(*field) == Supply::Never; });
  List out;
  out.push_back(codec_view(context, whole));
  out.push_back(codec_view(context, inserts));
  return out;
}

List struct_codecs(const Context& context) {
  List out;
  for (std::size_t at = 0; at < context.schema().structs.size(); ++at) {
    const model::Struct& found = context.schema().structs[at];
    out.push_back(codec_view(context, {context.qualified(context.structure(static_cast<model::StructId>(at))),
                                       all_of(found.fields), false}));
  }
  return out;
}

bool any_deprecated(const Context& context) {
  const model::Schema& schema = context.schema();
  return context.has_deprecated_model() ||
         std::any_of(schema.models.begin(), schema.models.end(),
                     [](const model::Model& found) { return has_deprecated(found.fields); }) ||
         std::any_of(schema.structs.begin(), schema.structs.end(),
                     [](const model::Struct& found) { return has_deprecated(found.fields); });
}

List includes(std::vector<std::string> paths) {
  std::sort(paths.begin(), paths.end());
  List out;
  for (const std::string& path : paths) out.emplace_back().set("path", path);
  return out;
}

Object source_view(const Context& context, List codecs) {
  Object out = file_view(context);
  out.set("deprecations", any_deprecated(context));
  out.set("codecs", std::move(codecs));
  return out;
}

}  // namespace

bool stores_structs(const Context& context) {
  for (std::size_t at = 0; at < context.schema().models.size(); ++at)
    for (const Slot& slot : context.slots(static_cast<model::ModelId>(at)))
      if (slot.type.structure) return true;
  return false;
}

Object json_structs_header_view(const Context& context) {
  Object out = source_view(context, struct_codecs(context));
  out.set("about", "JSON of the structs of schema " + context.schema().name + ".");
  out.set("includes", includes({context.space() + "/types.hpp", "ochre/json.hpp"}));
  return out;
}

Object json_header_view(const Context& context) {
  List codecs;
  for (std::size_t at = 0; at < context.schema().models.size(); ++at) {
    List of_model = model_codecs(context, static_cast<model::ModelId>(at));
    std::move(of_model.begin(), of_model.end(), std::back_inserter(codecs));
  }
  Object out = source_view(context, std::move(codecs));
  out.set("about", "JSON of schema " + context.schema().name +
                       ": with this header, ochre::to_json and ochre::from_json know its types.");
  std::vector<std::string> headers = {context.space() + "/models.hpp", "ochre/json.hpp"};
  if (!context.schema().structs.empty())
    headers.insert(headers.begin(), context.space() + "/json_structs.hpp");
  out.set("includes", includes(headers));
  return out;
}

Object json_model_view(const Context& context, model::ModelId id) {
  Object out = source_view(context, model_codecs(context, id));
  out.set("header", context.space() + "/json.hpp");
  return out;
}

Object json_structs_view(const Context& context) {
  Object out = source_view(context, struct_codecs(context));
  out.set("header", context.space() + "/json_structs.hpp");
  return out;
}

}  // namespace ochrec::emit
