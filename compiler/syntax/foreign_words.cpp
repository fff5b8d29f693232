#include "syntax/foreign_words.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "base/letters.hpp"
#include "base/suggest.hpp"

namespace ochrec::syntax {
namespace {

struct Word {
  std::string_view theirs;
  std::string_view ours;
};

constexpr Word declarations[] = {
    {"table", "model"},      {"class", "model"},      {"entity", "model"},    {"record", "model"},
    {"interface", "model"},  {"collection", "model"}, {"object", "model"},    {"message", "model"},
    {"trait", "mixin"},      {"abstract", "mixin"},   {"typedef", "type"},    {"alias", "type"},
    {"using", "type"},       {"enumeration", "enum"}, {"include", "import"},  {"require", "import"},
    {"namespace", "schema"}, {"package", "schema"},   {"database", "schema"}, {"module", "schema"},
    {"function", "query"},   {"procedure", "query"},  {"view", "query"},      {"rule", "policy"},
    {"user", "actor"},
};

constexpr Word statements[] = {
    {"idx", "index"},        {"key", "id"},
    {"primary", "id"},       {"pk", "id"},
    {"constraint", "check"}, {"assert", "check"},
    {"sort", "order"},       {"orderby", "order"},
    {"order_by", "order"},   {"softdelete", "soft_delete"},
    {"uniq", "unique"},
};

std::optional<std::string> translated(std::string_view word, std::span<const Word> words) {
  const std::string lower = base::lower_case(word);
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const Word& pair) { return pair.theirs == lower; });
  return found == words.end() ? std::nullopt : std::optional(std::string(found->ours));
}

std::optional<std::string> meant(std::string_view word, std::span<const Word> words,
                                 const std::vector<std::string>& ours) {
  auto known = translated(word, words);
  if (!known) known = base::nearest(word, ours);
  return known == word ? std::nullopt : known;
}

const std::vector<std::string>& our_statements() {
  static const std::vector<std::string> words = {"id",    "unique",      "index", "check",   "order",
                                                 "table", "soft_delete", "audit", "changes", "on"};
  return words;
}

}  // namespace

std::optional<std::string> meant_declaration(std::string_view word) {
  static const std::vector<std::string> ours = {"schema", "import", "actor",  "enum",     "type", "struct",
                                                "mixin",  "model",  "policy", "restrict", "query"};
  return meant(word, declarations, ours);
}

std::optional<std::string> misspelt_statement(std::string_view word) {
  return meant(word, {}, our_statements());
}

std::optional<std::string> meant_statement(std::string_view word) {
  return meant(word, statements, our_statements());
}

Wrapper meant_wrapper(std::string_view type) {
  constexpr std::string_view arrays[] = {"array", "list",     "vector", "set",
                                         "seq",   "sequence", "vec",    "repeated"};
  constexpr std::string_view optionals[] = {"optional", "option", "maybe", "nullable"};
  const std::string lower = base::lower_case(type);
  const auto among = [&](const auto& words) {
    return std::find(std::begin(words), std::end(words), lower) != std::end(words);
  };
  return among(arrays) ? Wrapper::Array : among(optionals) ? Wrapper::Optional : Wrapper::None;
}

bool means_with(std::string_view word) {
  constexpr std::string_view words[] = {"extends", "implements", "inherits", "includes",
                                        "is",      "mixes",      "uses"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace ochrec::syntax
