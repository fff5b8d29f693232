// The columns of a model as the runtime numbers them: in the order of the struct's members, leaves of structs
// in place, and virtual computed ones among them, which no table has.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/schema.hpp"

namespace ochrec::emit {

/// One step from the struct to the value: a member, and whether it may be absent.
struct SlotStep {
  const model::Field* field = nullptr;
  std::string member;
  bool optional = false;
};

struct Slot {
  std::string column;           // in the database
  model::Type type;             // of the leaf; `optional` when the column may be null
  std::vector<SlotStep> steps;  // one, or more for a leaf of a struct
  std::uint32_t number = 0;     // of the field in its model

  const model::Field& field() const { return *steps.front().field; }
  const model::Field& leaf() const { return *steps.back().field; }
  bool is_leaf() const { return steps.size() > 1; }
  bool is_virtual() const { return field().computed && field().computed->is_virtual; }
  bool is_stored_computed() const { return field().computed && !field().computed->is_virtual; }
  /// `home.city`, in the schema's names.
  std::string path() const;
  /// `home.city`, in C++'s names.
  std::string member() const;
};

struct Slots {
  std::vector<Slot> all;
  std::vector<std::uint32_t> of_column;  // by the model's column
  std::vector<std::uint32_t> of_field;   // the first of each field
};

Slots slots_of(const model::Schema& schema, const model::Model& model);

}  // namespace ochrec::emit
