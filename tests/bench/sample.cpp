#include "bench/sample.hpp"

#include <random>

namespace ochre_bench {

std::vector<PlainPerson> sample_people(std::size_t count) {
  std::mt19937_64 random(7);
  std::vector<PlainPerson> people(count);
  for (std::size_t i = 0; i < count; ++i) {
    PlainPerson& person = people[i];
    const std::uint64_t bits = random();
    person.id = static_cast<std::int64_t>(i) + 1;
    person.email = "person." + std::to_string(bits % 1'000'000'000) + "@example.com";
    person.name = "Person " + std::to_string(i);
    if (bits % 5 != 0) person.age = static_cast<std::int32_t>(18 + bits % 80);
    person.score = static_cast<double>(bits % 100'000) / 8;
    person.active = bits % 3 != 0;
    person.created_at = 1'700'000'000'000'000 + static_cast<std::int64_t>(bits % 31'536'000'000'000);
  }
  return people;
}

std::vector<std::int64_t> sample_ids(std::size_t count, std::size_t rows) {
  std::mt19937_64 random(11);
  std::vector<std::int64_t> ids(count);
  for (std::int64_t& id : ids) id = 1 + static_cast<std::int64_t>(random() % rows);
  return ids;
}

}  // namespace ochre_bench
