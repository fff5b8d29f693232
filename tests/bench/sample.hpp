// The rows all sides store: the same for everybody, made from a fixed seed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ochre_bench {

/// One row as a program would hold it without Ochre.
struct PlainPerson {
  std::int64_t id = 0;
  std::string email;
  std::string name;
  std::optional<std::int32_t> age;
  double score = 0;
  bool active = false;
  std::int64_t created_at = 0;
};

/// How much work a run does.
struct Sizes {
  std::size_t rows = 100'000;
  std::size_t point_reads = 20'000;
  std::size_t queries = 5'000;
  std::size_t updates = 20'000;
};

/// `count` rows with ids from 1 on.
std::vector<PlainPerson> sample_people(std::size_t count);

/// `count` ids from 1 to `rows`, in random order with repetitions.
std::vector<std::int64_t> sample_ids(std::size_t count, std::size_t rows);

/// Changes a row, and back again: a row that is written as it is already costs no writing.
template <class P>
P& changed(P& person) {
  person.name[0] ^= 'P' ^ 'p';
  return person;
}

/// Adds a row to a checksum, so that no side can leave out work unnoticed.
template <class P>
std::uint64_t mixed(std::uint64_t sum, const P& person) {
  sum = sum * 31 + static_cast<std::uint64_t>(person.id);
  sum = sum * 31 + person.email.size() * 7 + static_cast<unsigned char>(person.email.back());
  sum = sum * 31 + person.name.size() + static_cast<unsigned char>(person.name.back());
  sum = sum * 31 + static_cast<std::uint64_t>(person.age.value_or(-1));
  sum = sum * 31 + static_cast<std::uint64_t>(person.score * 8) + (person.active ? 1 : 0);
  return sum * 31 + static_cast<std::uint64_t>(person.created_at);
}

}  // namespace ochre_bench
