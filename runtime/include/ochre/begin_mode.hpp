// How a transaction begins.
#pragma once

#include <cstdint>

namespace ochre {

/// How a transaction begins. SQLite: Deferred and ReadOnly begin with BEGIN, the others with BEGIN IMMEDIATE;
/// all are serializable, https://www.sqlite.org/isolation.html. ReadOnly refuses writes (query_only on
/// SQLite). PostgreSQL: the isolation levels of the same names; Deferred and Immediate are its default, read
/// committed.
enum class BeginMode : std::uint8_t { Deferred, Immediate, ReadOnly, Serializable, RepeatableRead };

}  // namespace ochre
