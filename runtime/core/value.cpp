#include "ochre/value.hpp"

#include <cstring>
#include <string>

#include "ochre/errors.hpp"

namespace ochre {
namespace {

Value of_run(Kind kind, Storage storage, const void* data, std::size_t size) {
  // SQLite's hard limit is 2^31-1 bytes, PostgreSQL's 1 GB. https://www.sqlite.org/limits.html
  if (size > 0x7fffffffU) {
    throw ValidationFailed("A value of " + std::to_string(size) +
                           " bytes is larger than any database stores.");
  }
  Value value;
  value.data = data;
  value.size = static_cast<std::uint32_t>(size);
  value.kind = kind;
  value.storage = storage;
  return value;
}

bool has_bytes(const Value& value) {
  return value.storage == Storage::Text || value.storage == Storage::Bytes;
}

}  // namespace

std::string_view Value::text() const { return {static_cast<const char*>(data), size}; }

Value Value::of_text(Kind kind, std::string_view text) {
  return of_run(kind, Storage::Text, text.data(), text.size());
}

Value Value::of_bytes(Kind kind, BytesView bytes) {
  return of_run(kind, Storage::Bytes, bytes.data, bytes.size);
}

bool same(const Value& left, const Value& right) {
  if (left.storage != right.storage) return false;
  switch (left.storage) {
    case Storage::Null: return true;
    case Storage::Integer: return left.integer == right.integer;
    case Storage::Real:  // 0.0 and -0.0 are stored as different ones
      // NOLINTNEXTLINE(bugprone-suspicious-memory-comparison)
      return std::memcmp(&left.real, &right.real, sizeof(double)) == 0;
    case Storage::Text:
    case Storage::Bytes:
      return left.size == right.size &&
             (left.size == 0 || std::memcmp(left.data, right.data, left.size) == 0);
    case Storage::List: return false;
  }
  return false;
}

Value Values::kept(const Value& value) {
  if (!has_bytes(value)) return value;
  Value copy = value;
  copy.offset = text_.size();
  copy.owned = true;
  text_.append(static_cast<const char*>(value.data), value.size);
  return copy;
}

Value Values::resolve(const Value& value) const {
  if (!value.owned) return value;
  Value resolved = value;
  resolved.data = text_.data() + value.offset;
  resolved.owned = false;
  return resolved;
}

std::size_t Values::size() const { return values_.size(); }
Value Values::at(std::size_t index) const { return resolve(values_[index]); }
Value Values::item(const Value& list, std::size_t index) const {
  return resolve(items_[list.offset + index]);
}

void Values::add(const Value& value) { values_.push_back(value); }

void Values::add_copy(const Value& value) { values_.push_back(kept(value)); }

void Values::add_list(Kind kind, const Value* items, std::size_t count) {
  Value list;
  list.offset = items_.size();
  list.size = static_cast<std::uint32_t>(count);
  list.kind = kind;
  list.storage = Storage::List;
  for (std::size_t i = 0; i < count; ++i) items_.push_back(kept(items[i]));
  values_.push_back(list);
}

void Values::extend_list(const Value& item) {
  items_.push_back(kept(item));
  ++values_[values_.size() - 1].size;
}

void Values::replace(std::size_t index, const Value& value) { values_[index] = kept(value); }

void Values::append(const Values& other) {
  if (other.is_plain()) {
    values_.append(other.values_.data(), other.values_.size());
    return;
  }
  const std::uint64_t text_start = text_.size();
  const std::uint64_t items_start = items_.size();
  const auto moved = [&](Value value) {
    if (value.owned) value.offset += text_start;
    if (value.storage == Storage::List) value.offset += items_start;
    return value;
  };
  text_.append(other.text_.data(), other.text_.size());
  for (const Value& item : other.items_) items_.push_back(moved(item));
  for (const Value& value : other.values_) values_.push_back(moved(value));
}

void Values::clear() {
  values_.clear();
  text_.clear();
  items_.clear();
}

}  // namespace ochre
