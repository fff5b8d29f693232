#include "sema/computed.hpp"

#include <vector>

#include "sema/codes.hpp"
#include "sema/expressions.hpp"
#include "sema/layout.hpp"

namespace ochrec::sema {
namespace {

/// The computed fields of one model, each typed when it is first asked for.
class Values final : public ComputedFields {
 public:
  Values(Analysis& analysis, model::ModelId id)
      : analysis_(analysis),
        id_(id),
        drafts_(analysis.model(id).fields.size()),
        progress_(drafts_.size()),
        sound_(drafts_.size(), false) {
    for (const DraftField& draft : analysis.draft(id).fields)
      if (draft.shape == Shape::Value && draft.attributes.has(Attr::Computed)) drafts_[draft.first] = &draft;
  }

  void type_all() {
    for (const DraftField* draft : drafts_)
      if (draft != nullptr) type(*draft);
  }

  const model::Expr* written_out(std::uint32_t field, base::Span asked_at) override {
    if (progress_[field] == Progress::Started || depth_ > longest_chain) {
      does_not_depend_on_itself(field, asked_at);
      return nullptr;
    }
    if (drafts_[field] != nullptr) type(*drafts_[field]);
    return sound_[field] ? &analysis_.model(id_).fields[field].computed->value : nullptr;
  }

 private:
  void type(const DraftField& draft) {
    const std::uint32_t field = draft.first;
    if (progress_[field] != Progress::Untouched) return;
    progress_[field] = Progress::Started;
    ++depth_;
    const auto attribute = computed_attribute(analysis_, draft.attributes);
    if (attribute) {
      Typing typing(analysis_, id_, Where::Computed, this);
      const std::string& name = draft.syntax->name.text;
      auto value = typing.value(*attribute->expression, draft.type, codes::computed_type,
                                "the computed field " + quoted(name));
      sound_[field] = value.has_value();
      if (value) analysis_.model(id_).fields[field].computed->value = std::move(*value);
    }
    --depth_;
    progress_[field] = Progress::Done;
  }

  void does_not_depend_on_itself(std::uint32_t field, base::Span asked_at) {
    const model::Field& of = analysis_.model(id_).fields[field];
    analysis_
        .report(codes::computed_cycle, asked_at,
                progress_[field] == Progress::Started
                    ? "the computed field " + quoted(of.name) + " depends on itself here"
                    : "computed fields build on each other more than " + std::to_string(longest_chain) +
                          " deep here")
        .with_related(of.span, quoted(of.name) + " is declared here");
  }

  Analysis& analysis_;
  model::ModelId id_;
  std::vector<const DraftField*> drafts_;  // by field; null for those that are not computed
  std::vector<Progress> progress_;
  std::vector<bool> sound_;
  int depth_ = 0;
};

}  // namespace

void add_computed(Analysis& analysis, model::ModelId id) { Values(analysis, id).type_all(); }

}  // namespace ochrec::sema
