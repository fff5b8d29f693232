// The members of generated structs: of a model, of its New struct, and of the schema's own structs.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "emit/context.hpp"
#include "emit/data.hpp"

namespace ochrec::emit {

/// How an insert supplies a field.
enum class Supply : unsigned char {
  Never,      // @updated, @version, computed
  Automatic,  // @auto: the database makes it when it is left out
  Defaulted,
  Optional,  // left out is null, or an empty array
  Required
};

Supply supply_of(const model::Field& field);

/// The members of the struct itself.
List members_view(const Context& context, std::span<const model::Field> fields);

/// The members of a model's New struct.
List new_members_view(const Context& context, std::span<const model::Field> fields);

/// The struct's name where its members are in scope: qualified when one of them has the same name.
std::string self_name(const Context& context, std::string_view type, std::span<const model::Field> fields);

bool has_deprecated(std::span<const model::Field> fields);

}  // namespace ochrec::emit
