#include "syntax/dump.hpp"

#include "syntax/dump_parts.hpp"

namespace ochrec::syntax {
namespace {

class Dump {
 public:
  std::string run(const ast::File& file) {
    if (file.schema) line("schema " + file.schema->name.text + dump_doc(file.schema->doc));
    for (const ast::Import& import : file.imports) line("import " + dump_string(import.path.value));
    for (const ast::Declaration& declaration : file.declarations)
      std::visit([&](const auto& value) { declare(value); }, declaration);
    return std::move(text_);
  }

 private:
  void declare(const ast::Actor& actor) {
    line("actor" + dump_doc(actor.doc));
    fields(actor.fields);
  }
  void declare(const ast::Enum& enumeration) {
    head("enum", enumeration);
    for (const ast::EnumValue& value : enumeration.values) {
      const std::string stored = value.stored ? " = " + dump_string(value.stored->value) : "";
      line("  " + value.name.text + stored + dump_attributes(value.attributes) + dump_doc(value.doc));
    }
  }
  void declare(const ast::TypeAlias& alias) {
    line("type " + alias.name.text + " = " + dump_type(alias.type) + dump_attributes(alias.attributes) +
         dump_doc(alias.doc));
  }
  void declare(const ast::Struct& structure) {
    head("struct", structure);
    fields(structure.fields);
  }
  void declare(const ast::Mixin& mixin) { block("mixin", mixin); }
  void declare(const ast::Model& model) { block("model", model); }
  void declare(const ast::Policy& policy) {
    std::string operations;
    for (const ast::Name& operation : policy.operations) operations += " " + operation.text;
    line(std::string(policy.restrict ? "restrict " : "") + "policy " + policy.name.text + " on " +
         policy.model.text + " for" + operations + ": " + dump(policy.condition) + dump_doc(policy.doc));
  }
  void declare(const ast::Query& query) {
    const int cardinality = static_cast<int>(query.cardinality);
    line("query " + query.name.text + " " + std::to_string(cardinality) + " " +
         (query.model ? query.model->text : "") + dump_attributes(query.attributes) + dump_doc(query.doc));
    fields(query.parameters);
    line("->");
    fields(query.columns);
    for (const ast::SqlFence& fence : query.fences)
      line("  sql(" + (fence.database ? fence.database->text : "") + ") " + dump_string(fence.sql.value));
  }

  template <class Block>
  void block(std::string_view keyword, const Block& value) {
    std::string mixins;
    for (const ast::Name& mixin : value.mixins) mixins += " " + mixin.text;
    line(std::string(keyword) + " " + value.name.text + " with" + mixins + dump_attributes(value.attributes) +
         dump_doc(value.doc));
    for (const ast::Member& member : value.members) line("  " + dump_member(member));
  }

  template <class Declaration>
  void head(std::string_view keyword, const Declaration& value) {
    line(std::string(keyword) + " " + value.name.text + dump_attributes(value.attributes) +
         dump_doc(value.doc));
  }

  void fields(const std::vector<ast::Field>& fields) {
    for (const ast::Field& field : fields) line("  " + dump_member(field));
  }

  void line(const std::string& text) { text_ += text + '\n'; }

  std::string text_;
};

}  // namespace

std::string dump(const ast::File& file) { return Dump().run(file); }

}  // namespace ochrec::syntax
