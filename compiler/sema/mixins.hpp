// Which mixins a model takes in, in what order.
#pragma once

#include <cstdint>
#include <vector>

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// Mixins in the order of their fields: each before those it takes in itself, none twice.
struct MixinList {
  std::vector<const ast::Mixin*> mixins;
  bool complete = true;  // false when a name was unknown
};

class Mixins {
 public:
  /// Checks every mixin's own list of mixins: known, not circular.
  explicit Mixins(Analysis& analysis);

  /// Those of `with A, B`, expanded.
  MixinList of(const std::vector<ast::Name>& names);

  /// Those that nothing asked for so far.
  std::vector<const ast::Mixin*> unused() const;

 private:
  std::vector<std::uint32_t> resolve(const std::vector<ast::Name>& names, bool& complete);
  const Declaration* mixin_is_declared(const ast::Name& name, bool& complete);
  void visit(std::uint32_t index, int depth);
  void cannot_include(std::uint32_t index, std::uint32_t inner);
  void expand(std::uint32_t index, MixinList& list, std::vector<bool>& seen);

  Analysis& analysis_;
  std::vector<std::vector<std::uint32_t>> includes_;  // of each mixin, without circular ones
  std::vector<bool> complete_;
  std::vector<Progress> progress_;
  std::vector<int> heights_;  // of the tallest chain below each
  std::vector<bool> used_;
};

}  // namespace ochrec::sema
