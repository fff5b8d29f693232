#include "sema/keys.hpp"

#include <algorithm>

#include "sema/attribute_arguments.hpp"
#include "sema/codes.hpp"
#include "sema/column_lists.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

using model::Scalar;

bool has_attribute(const ast::Field& field, std::string_view name) {
  return std::any_of(field.attributes.begin(), field.attributes.end(),
                     [&](const ast::Attribute& attribute) { return attribute.name.text == name; });
}

class KeyResolver {
 public:
  explicit KeyResolver(Analysis& analysis) : analysis_(analysis), heights_(analysis.drafts.size()) {}

  /// Returns whether the model's key is known and usable.
  bool resolve(model::ModelId id, int depth = 0) {
    Draft& draft = analysis_.draft(id);
    if (draft.key_progress == Progress::Untouched) {
      draft.key_progress = Progress::Started;
      if (!read_key(id, depth)) draft.key.clear();
      draft.key_progress = Progress::Done;
    }
    return !draft.key.empty();
  }

 private:
  bool read_key(model::ModelId id, int depth) {
    Draft& draft = analysis_.draft(id);
    std::vector<const DraftField*> marked;
    for (const DraftField& field : draft.fields)
      if (field.attributes.has(Attr::Id)) marked.push_back(&field);
    const std::vector<const ast::Id*> statements = id_statements(draft);
    if (!model_has_one_key(id, marked, statements)) return false;
    bool sound = true;
    if (!statements.empty())
      for (const ast::Term& term : statements[0]->terms) sound &= add_term(id, term, depth);
    else
      for (const DraftField* field : marked)
        sound &= takes_nothing_as_id(*field) && add_field(id, *field, depth);
    return sound && key_is_small(draft) && auto_stands_on_sole_integer_key(draft);
  }

  static std::vector<const ast::Id*> id_statements(const Draft& draft) {
    std::vector<const ast::Id*> out;
    for (const ast::Member* member : draft.statements)
      if (const auto* id = std::get_if<ast::Id>(member)) out.push_back(id);
    return out;
  }

  bool takes_nothing_as_id(const DraftField& field) {
    return takes_nothing(analysis_, *field.attributes.find(Attr::Id));
  }

  bool model_has_one_key(model::ModelId id, const std::vector<const DraftField*>& marked,
                         const std::vector<const ast::Id*>& statements) {
    if (marked.empty() && statements.empty()) return model_has_key(id);
    if (statements.size() > 1) {
      analysis_.report(codes::key_twice, statements[1]->span, "the key is declared twice")
          .with_related(statements[0]->span, "first declared here");
      return false;
    }
    if (!statements.empty()) {
      attributes_at(analysis_, statements[0]->attributes, Place::Nothing, "an `id` statement");
      if (marked.empty()) return true;
      analysis_
          .report(codes::key_twice, marked[0]->attributes.find(Attr::Id)->span,
                  "the key is declared with `@id` and with an `id` statement")
          .with_related(statements[0]->span, "the statement");
      return false;
    }
    return marked.size() == 1 || one_field_is_marked(marked);
  }

  bool model_has_key(model::ModelId id) {
    const Draft& draft = analysis_.draft(id);
    const bool reported = std::any_of(draft.fields.begin(), draft.fields.end(), [](const DraftField& field) {
      return field.shape == Shape::Poisoned || has_attribute(*field.syntax, "id");
    });
    if (draft.incomplete || reported) return false;
    const ast::Name& name = draft.syntax->name;
    base::Diagnostic& finding =
        analysis_.report(codes::no_key, name.span, "the model " + quoted(name.text) + " has no key");
    const DraftField* candidate = draft.field("id");
    if (candidate != nullptr && candidate->shape == Shape::Value)
      finding.with_help("mark the field with `@id`")
          .with_fix({candidate->syntax->span.file, candidate->syntax->type.span.end,
                     candidate->syntax->type.span.end},
                    " @id");
    else
      finding.with_help(
          "add a field such as `id: int64 @id @auto`, or name the fields of the key: `id (a, b)`");
    return false;
  }

  bool one_field_is_marked(const std::vector<const DraftField*>& marked) {
    std::string names;
    for (const DraftField* field : marked) names += (names.empty() ? "" : ", ") + field->syntax->name.text;
    analysis_
        .report(codes::key_twice, marked[1]->attributes.find(Attr::Id)->span,
                "`@id` stands on several fields")
        .with_help("a key of several fields is a statement of its own: `id (" + names + ")`")
        .with_related(marked[0]->attributes.find(Attr::Id)->span, "first written here");
    return false;
  }

  bool add_term(model::ModelId id, const ast::Term& term, int depth) {
    const ast::Name* name = plain_name(analysis_, term, "a key");
    if (name == nullptr) return false;
    Draft& draft = analysis_.draft(id);
    if (const DraftField* field = draft.field(name->text)) {
      if (field->shape == Shape::Value || field->shape == Shape::ToOne) return add_field(id, *field, depth);
      if (field->shape != Shape::Poisoned) not_a_column(analysis_, *name, *field);
      return false;
    }
    return add_key_field(id, *name, depth);
  }

  /// `author_id`, which the relation `author` makes.
  bool add_key_field(model::ModelId id, const ast::Name& name, int depth) {
    Draft& draft = analysis_.draft(id);
    for (const DraftField& field : draft.fields) {
      const std::string prefix = field.syntax->name.text + "_";
      if (!name.text.starts_with(prefix)) continue;
      if (field.shape == Shape::Poisoned) return false;
      if (field.shape != Shape::ToOne || field.attributes.has(Attr::Key)) continue;
      if (!target_key_is_known(id, field, depth)) return false;
      for (const KeyColumn& part : analysis_.draft(field.target).key)
        if (prefix + part.name == name.text) {
          return relation_is_required(field) && add(id, {name.text, part.type, part.column_type}, name.span);
        }
    }
    if (!draft.incomplete) column_is_a_field(analysis_, draft, name);
    return false;
  }

  bool add_field(model::ModelId id, const DraftField& field, int depth) {
    if (field.shape == Shape::Value) return key_tells_rows_apart(field) && add_value(id, field);
    if (!relation_is_required(field) || !target_key_is_known(id, field, depth)) return false;
    const std::vector<KeyColumn> target = analysis_.draft(field.target).key;
    const auto names = named_key(field);
    for (std::size_t at = 0; at < target.size(); ++at) {
      if (!names.empty() && at >= names.size()) break;
      const std::string name = names.empty() ? field.syntax->name.text + "_" + target[at].name : names[at];
      if (!add(id, {name, target[at].type, target[at].column_type}, field.syntax->name.span)) return false;
    }
    return true;
  }

  static std::vector<std::string> named_key(const DraftField& field) {
    std::vector<std::string> names;
    if (const ast::Attribute* key = field.attributes.find(Attr::Key))
      for (const ast::Argument& argument : key->arguments)
        if (const ast::Name* word = as_word(argument)) names.push_back(word->text);
    return names;
  }

  bool add_value(model::ModelId id, const DraftField& field) {
    KeyColumn column{field.syntax->name.text, field.type,
                     column_types(analysis_, field.attributes, field.type)};
    return add(id, std::move(column), field.syntax->name.span);
  }

  bool add(model::ModelId id, KeyColumn column, base::Span span) {
    auto& key = analysis_.draft(id).key;
    if (key.size() > most_key_columns) return true;  // too many, which is reported once, at the end
    const bool listed = std::any_of(key.begin(), key.end(),
                                    [&](const KeyColumn& other) { return other.name == column.name; });
    if (listed) {
      analysis_.report(codes::column_listed_twice, span,
                       quoted(column.name) + " is in the key of " + quoted(analysis_.name_of(id)) + " twice");
      return false;
    }
    key.push_back(std::move(column));
    return true;
  }

  bool key_tells_rows_apart(const DraftField& field) {
    std::string why;
    const model::Type& type = field.type;
    if (type.optional)
      why = "it can be null";
    else if (type.array)
      why = "it is an array";
    else if (type.kind == model::TypeKind::Struct)
      why = "it is a struct";
    else if (type.is(Scalar::Json))
      why = "JSON has many spellings of one value";
    else if (type.is_float())
      why = "floating point numbers are rounded";
    else if (field.attributes.has(Attr::Computed))
      why = "it is computed";
    if (why.empty()) return true;
    const ast::Type& written = field.syntax->type;
    base::Diagnostic& finding = analysis_.report(
        codes::key_type, written.span, quoted(field.syntax->name.text) + " cannot be a key: " + why);
    if (type.optional) {
      const base::Span mark{written.span.file, written.span.end - 1, written.span.end};
      finding.with_help("remove the `?`").with_fix(mark, "");
    }
    return false;
  }

  bool relation_is_required(const DraftField& field) {
    if (!field.syntax->type.optional) return true;
    const base::Span whole = field.syntax->type.span;
    const base::Span mark{whole.file, whole.end - 1, whole.end};
    analysis_
        .report(codes::key_type, whole,
                "the relation " + quoted(field.syntax->name.text) + " cannot be a key: it can be null")
        .with_help("remove the `?`")
        .with_fix(mark, "");
    return false;
  }

  bool target_key_is_known(model::ModelId id, const DraftField& field, int depth) {
    Draft& target = analysis_.draft(field.target);
    auto& height = heights_[static_cast<std::size_t>(id)];
    const int& below = heights_[static_cast<std::size_t>(field.target)];
    if (target.key_progress == Progress::Untouched && depth < longest_chain) resolve(field.target, depth + 1);
    if (target.key_progress == Progress::Done && below < longest_chain) {
      height = std::max(height, below + 1);
      return !target.key.empty();
    }
    const bool circular = target.key_progress == Progress::Started;
    analysis_
        .report(codes::key_cycle, field.syntax->name.span,
                circular ? "the key of " + quoted(analysis_.name_of(id)) + " needs the key of " +
                               quoted(analysis_.name_of(field.target)) +
                               (id == field.target ? ", itself" : ", which needs it")
                         : "keys are made of keys more than " + std::to_string(longest_chain) + " deep here")
        .with_help("give one of the models a key of its own, such as `id: int64 @id @auto`")
        .with_related(target.syntax->name.span,
                      quoted(analysis_.name_of(field.target)) + " is declared here");
    return false;
  }

  bool key_is_small(const Draft& draft) {
    if (draft.key.size() <= most_key_columns) return true;
    analysis_.report(codes::key_size, draft.syntax->name.span,
                     "the key of " + quoted(draft.syntax->name.text) + " has more than " +
                         std::to_string(most_key_columns) + " columns, which databases do not allow");
    return false;
  }

  bool auto_stands_on_sole_integer_key(const Draft& draft) {
    for (const DraftField& field : draft.fields) {
      const ast::Attribute* attribute = field.attributes.find(Attr::Auto);
      if (attribute == nullptr) continue;
      const bool sole = draft.key.size() == 1 && draft.key[0].name == field.syntax->name.text;
      if (sole && field.type.is_integer()) continue;
      analysis_
          .report(codes::auto_key, attribute->span,
                  sole ? "`@auto` needs an integer, but " + quoted(field.syntax->name.text) + " is of type " +
                             quoted(spelled(analysis_, field.type))
                       : "`@auto` needs the sole field of the key, which " + quoted(field.syntax->name.text) +
                             " is not")
          .with_help(sole && field.type.is(Scalar::Uuid) ? "a uuid key is made with `@default(uuid7())`"
                                                         : "keys that the database counts are written as "
                                                           "`id: int64 @id @auto`")
          .with_fix(attribute->span, "");
    }
    return true;
  }

  Analysis& analysis_;
  std::vector<int> heights_;  // of the tallest chain of keys below each model
};

}  // namespace

void resolve_keys(Analysis& analysis) {
  KeyResolver resolver(analysis);
  for (std::uint32_t index = 0; index < analysis.drafts.size(); ++index)
    resolver.resolve(model::ModelId{index});
}

}  // namespace ochrec::sema
