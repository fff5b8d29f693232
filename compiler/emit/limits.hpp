// The limits of rules in the schema language's own spelling: `1..80`, `0<..<1`, `2026-01-01..`.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "model/type.hpp"

namespace ochrec::emit {

/// Several bounds on a count, as one.
struct CountLimit {
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;

  bool is_open() const { return !low && !high; }
  std::string spelled() const;
  /// A condition on an unsigned count.
  std::string violated_by(const std::string& count) const;
};

CountLimit count_limit(std::span<const model::CountRange> ranges, std::optional<std::uint32_t> most);

std::string spelled(const model::Type& type, const model::Value& value);
std::string spelled(const model::Type& type, const model::ValueRange& range);

/// A date as `2026-11-20`, a moment as `2026-11-20T10:30:00`, a duration in microseconds.
std::string spelled_time(model::Scalar scalar, std::int64_t count);

}  // namespace ochrec::emit
