// A model is the struct one would write by hand: no base class, no hidden member, not a byte more.
#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <type_traits>

#include "everything/models.hpp"

namespace {

namespace plain {

enum class Role : std::uint8_t { Reader, Admin };

struct Place {
  double latitude;
  double longitude;
};

struct Address {
  std::string street;
  std::string city;
  std::optional<std::string> zip;
  std::optional<Place> place;
};

// The fields of model Person in their order.
struct Person {
  std::int64_t id;
  std::string email;
  std::string name;
  std::optional<std::string> nick;
  Role role;
  std::int16_t small;
  std::optional<std::int32_t> middle;
  std::optional<double> weight;
  float ratio;
  std::int64_t price_cents;
  std::optional<std::string> total_digits;
  bool active;
  std::optional<std::vector<std::byte>> photo;
  std::array<std::uint8_t, 16> key;
  std::optional<std::chrono::sys_days> born;
  std::optional<std::int64_t> wakes;
  std::chrono::sys_time<std::chrono::microseconds> seen;
  std::optional<std::chrono::local_time<std::chrono::microseconds>> local;
  std::chrono::microseconds spent;
  std::optional<std::string> extra;
  Address home;
  std::optional<Address> work;
  std::vector<Address> past;
  std::optional<Place> settings;
  std::vector<std::string> tags;
  std::vector<bool> flags;
  std::optional<std::vector<std::int32_t>> scores;
  std::int32_t letters;
  std::string shout;
  std::int32_t revision;
  std::chrono::sys_time<std::chrono::microseconds> changed;
};

}  // namespace plain

static_assert(sizeof(everything::Person) == sizeof(plain::Person));
static_assert(alignof(everything::Person) == alignof(plain::Person));
static_assert(sizeof(everything::Address) == sizeof(plain::Address));
static_assert(sizeof(everything::Place) == sizeof(plain::Place));
static_assert(sizeof(everything::Role) == sizeof(plain::Role));
static_assert(std::is_aggregate_v<everything::Person> && std::is_aggregate_v<everything::NewPerson>);
static_assert(!std::is_polymorphic_v<everything::Person>);
static_assert(std::is_nothrow_move_constructible_v<everything::Person>);

}  // namespace

TEST_CASE("members stand where those of the plain struct do") {
  const everything::Person person;
  const plain::Person by_hand{};
  const auto place = [](const auto& whole, const auto& member) {
    return reinterpret_cast<const char*>(&member) - reinterpret_cast<const char*>(&whole);
  };
  CHECK(place(person, person.role) == place(by_hand, by_hand.role));
  CHECK(place(person, person.key) == place(by_hand, by_hand.key));
  CHECK(place(person, person.work) == place(by_hand, by_hand.work));
  CHECK(place(person, person.changed) == place(by_hand, by_hand.changed));
}
