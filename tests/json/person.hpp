// A small model with a codec as the generator writes them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ochre/json.hpp"
#include "ochre/time.hpp"

namespace people {

enum class Role { Reader, Admin };
inline std::string_view to_string(Role role) { return role == Role::Reader ? "reader" : "administrator"; }
inline bool from_string(std::string_view text, Role& role) {
  if (text != "reader" && text != "administrator") return false;
  role = text == "reader" ? Role::Reader : Role::Admin;
  return true;
}

struct Address {
  std::string street{};
  std::string city{};

  friend bool operator==(const Address&, const Address&) = default;
};

struct Person {
  std::int64_t id{};
  std::string name{};
  std::optional<std::int16_t> age{};
  Role role{};
  double weight{};
  bool active{};
  ochre::Uuid key{};
  ochre::Timestamp created_at{};
  std::vector<std::byte> photo{};
  ochre::Json extra{};
  std::vector<Address> homes{};

  friend bool operator==(const Person&, const Person&) = default;
};

}  // namespace people

template <>
struct ochre::JsonCodec<people::Address> {
  static void write(JsonWriter& out, const people::Address& address) {
    out.begin_object();
    out.member("\"street\":", address.street);
    out.member("\"city\":", address.city);
    out.end_object();
  }
  static void read(JsonReader& in, people::Address& address) {
    static constexpr std::array<std::string_view, 2> names = {"street", "city"};
    static constexpr std::array<std::uint64_t, 1> required = {0b11};
    for (int member = in.first_member(names, required); member >= 0; member = in.next_member()) {
      switch (member) {
        case 0: in.read(address.street); break;
        case 1: in.read(address.city); break;
      }
    }
  }
};

template <>
struct ochre::JsonCodec<people::Person> {
  static void write(JsonWriter& out, const people::Person& person) {
    out.begin_object();
    out.member("\"id\":", person.id);
    out.member("\"name\":", person.name);
    out.member("\"age\":", person.age);
    out.member("\"role\":", person.role);
    out.member("\"weight\":", person.weight);
    out.member("\"active\":", person.active);
    out.member("\"key\":", person.key);
    out.member("\"created_at\":", person.created_at);
    out.member("\"photo\":", person.photo);
    out.member("\"extra\":", person.extra);
    out.member("\"homes\":", person.homes);
    out.end_object();
  }
  static void read(JsonReader& in, people::Person& person) {
    static constexpr std::array<std::string_view, 11> names = {
        "id", "name", "age", "role", "weight", "active", "key", "created_at", "photo", "extra", "homes"};
    static constexpr std::array<std::uint64_t, 1> required = {0b00001111011};
    for (int member = in.first_member(names, required); member >= 0; member = in.next_member()) {
      switch (member) {
        case 0: in.read(person.id); break;
        case 1: in.read(person.name); break;
        case 2: in.read(person.age); break;
        case 3: in.read(person.role); break;
        case 4: in.read(person.weight); break;
        case 5: in.read(person.active); break;
        case 6: in.read(person.key); break;
        case 7: in.read(person.created_at); break;
        case 8: in.read(person.photo); break;
        case 9: in.read(person.extra); break;
        case 10: in.read(person.homes); break;
      }
    }
  }
};
