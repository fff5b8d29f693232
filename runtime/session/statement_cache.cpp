#include "session/statement_cache.hpp"

#include <bit>
#include <cstring>

namespace ochre::session {
namespace {

/// Multiplies two words to 128 bits and folds them; both halves depend on all input bits.
std::uint64_t fold(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t load(const std::uint8_t* bytes, std::size_t size) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, size);
  return word;
}

}  // namespace

StatementCache::StatementCache(std::size_t capacity)
    : capacity_(capacity == 0 ? 1 : capacity), slots_(std::bit_ceil(capacity_ * 2 + 2), none) {
  entries_.reserve(capacity_);  // entries are pointed to, so they must not move
}

std::uint64_t StatementCache::hash_of(const Fragment& query, query::Purpose purpose) {
  constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;
  const std::uint8_t* at = query.shape();
  std::size_t left = query.shape_size();
  std::uint64_t hash = fold(left + odd, static_cast<std::uint64_t>(purpose) + 0xd6e8feb86659fd93);
  for (; left >= 16; at += 16, left -= 16) hash = fold(hash ^ load(at, 8), odd ^ load(at + 8, 8));
  if (left >= 8) hash = fold(hash ^ load(at, 8), odd), at += 8, left -= 8;
  if (left > 0) hash = fold(hash ^ load(at, left), odd);
  return hash;
}

bool StatementCache::matches(const Entry& entry, const Fragment& query, query::Purpose purpose) {
  const std::size_t size = query.shape_size();
  return entry.key.size() == size + 1 && entry.key[size] == static_cast<char>(purpose) &&
         std::memcmp(entry.key.data(), query.shape(), size) == 0;
}

Prepared* StatementCache::find(const Fragment& query, query::Purpose purpose) {
  // Most queries run several times in a row.
  if (newest_ != none && matches(entries_[newest_], query, purpose)) return &entries_[newest_].prepared;
  const std::uint64_t hash = hash_of(query, purpose);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at] != none; at = (at + 1) & mask) {
    const std::uint32_t index = slots_[at];
    Entry& entry = entries_[index];
    if (entry.hash != hash || !matches(entry, query, purpose)) continue;
    if (index != newest_) {
      unlink(index);
      link_newest(index);
    }
    return &entry.prepared;
  }
  return nullptr;
}

Prepared* StatementCache::add(const Fragment& query, query::Purpose purpose, std::string_view sql,
                              std::unique_ptr<Statement>& statement) {
  auto index = static_cast<std::uint32_t>(entries_.size());
  if (entries_.size() < capacity_) {
    entries_.emplace_back();
  } else {
    index = evict();
    if (index == none) return nullptr;
  }
  Entry& entry = entries_[index];
  entry.hash = hash_of(query, purpose);
  entry.key.assign(reinterpret_cast<const char*>(query.shape()), query.shape_size());
  entry.key += static_cast<char>(purpose);
  entry.prepared.statement = std::move(statement);
  entry.prepared.sql = sql;
  entry.prepared.expected_rows = 0;
  entry.prepared.in_use = false;
  link_newest(index);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = entry.hash & mask;
  while (slots_[at] != none) at = (at + 1) & mask;
  slots_[at] = index;
  ++used_;
  return &entry.prepared;
}

void StatementCache::clear() {
  entries_.clear();
  slots_.assign(slots_.size(), none);
  newest_ = oldest_ = none;
  used_ = 0;
}

void StatementCache::unlink(std::uint32_t index) {
  Entry& entry = entries_[index];
  (entry.newer == none ? newest_ : entries_[entry.newer].older) = entry.older;
  (entry.older == none ? oldest_ : entries_[entry.older].newer) = entry.newer;
  entry.newer = entry.older = none;
}

void StatementCache::link_newest(std::uint32_t index) {
  Entry& entry = entries_[index];
  entry.older = newest_;
  entry.newer = none;
  (newest_ == none ? oldest_ : entries_[newest_].newer) = index;
  newest_ = index;
}

/// Frees the least recently used entry that is not running; none when all are.
std::uint32_t StatementCache::evict() {
  for (std::uint32_t index = oldest_; index != none; index = entries_[index].newer) {
    if (entries_[index].prepared.in_use) continue;
    unlink(index);
    forget_slot(index);
    entries_[index].prepared.statement.reset();
    --used_;
    return index;
  }
  return none;
}

/// Empties an entry's slot and moves later ones of the same run back, so that searches still meet them.
void StatementCache::forget_slot(std::uint32_t index) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t hole = entries_[index].hash & mask;
  while (slots_[hole] != index) hole = (hole + 1) & mask;
  slots_[hole] = none;
  for (std::size_t at = (hole + 1) & mask; slots_[at] != none; at = (at + 1) & mask) {
    const std::size_t home = entries_[slots_[at]].hash & mask;
    if (((at - home) & mask) >= ((at - hole) & mask)) {
      slots_[hole] = slots_[at];
      slots_[at] = none;
      hole = at;
    }
  }
}

}  // namespace ochre::session
