// What the laws about other sides share: which relations lead from one model to another, and which have their
// other side already.
#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

#include "sema/analysis.hpp"

namespace ochrec::sema {

/// A relation by its model and its field in the draft.
struct Side {
  model::ModelId model{};
  std::uint32_t field = 0;  // index into Draft::fields

  bool operator==(const Side&) const = default;
};

/// From one model to another.
struct Direction {
  model::ModelId from{};
  model::ModelId to{};

  bool operator==(const Direction&) const = default;
};
struct DirectionHash {
  std::size_t operator()(const Direction& direction) const {
    const auto from = static_cast<std::uint64_t>(direction.from);
    return std::hash<std::uint64_t>()((from << 32U) | static_cast<std::uint64_t>(direction.to));
  }
};

using SidesByDirection = std::unordered_map<Direction, std::vector<Side>, DirectionHash>;

/// Two lists that want a join model of their own.
struct WantedJoin {
  Side one;
  Side other;
};

struct Pairing {
  explicit Pairing(Analysis& shared) : analysis(shared) {}

  DraftField& field(Side side) const { return analysis.draft(side.model).fields[side.field]; }
  model::Relation& relation(Side side) const {
    return analysis.model(side.model).relations[*field(side).relation];
  }
  /// "Post.author", for messages.
  std::string path(Side side) const {
    return analysis.name_of(side.model) + "." + field(side).syntax->name.text;
  }
  /// Makes each the other side of the other.
  void connect(Side one, Side other) const {
    relation(one).inverse = *field(other).relation;
    relation(other).inverse = *field(one).relation;
  }
  /// Of a map below; empty when there is none.
  static const std::vector<Side>& sides(const SidesByDirection& map, model::ModelId from, model::ModelId to) {
    static const std::vector<Side> none;
    const auto found = map.find({from, to});
    return found == map.end() ? none : found->second;
  }

  Analysis& analysis;
  SidesByDirection to_one;        // relations with keys
  SidesByDirection unclaimed;     // those that no `Post.author[]` named
  SidesByDirection lists;         // `Post[]` without @through
  std::vector<Side> list_order;   // the same, in the order of declaration
  std::vector<Side> named;        // `Post.author[]`
  std::vector<Side> through;      // `User[] @through(…)`
  std::vector<WantedJoin> joins;  // filled by pair_lists
};

/// `User[] @through(Friendship, from, to)`: all of them.
void pair_through(const Pairing& pairing);

/// Lists on both sides of two models, with an automatic join model. Called for each list that no relation
/// with a key answers.
void pair_lists(Pairing& pairing, Side side);

/// Makes the join models that lists want, in the order of their names, behind the declared models.
void make_join_models(const Pairing& pairing);

}  // namespace ochrec::sema
