#include "ochre/scalar.hpp"

#include <cstring>

#include "ochre/errors.hpp"

namespace ochre::detail {
namespace {

[[noreturn]] void wrong_form(const Value& value, const char* wanted) {
  static constexpr const char* names[] = {"NULL", "an integer", "a real", "text", "bytes", "a list"};
  throw Corrupt(std::string("The database returned ") + names[static_cast<int>(value.storage)] + " where " +
                wanted + " belongs.");
}

}  // namespace

void unknown_enumerator(std::string_view text) {
  throw Corrupt("The database holds '" + std::string(text.substr(0, 80)) +
                "', which is not a value of the column's enum.");
}

void wrong_size(Kind kind, std::size_t size) {
  throw Corrupt("The database holds " + std::to_string(size) + " bytes where " +
                (kind == Kind::Uuid ? "the 16 of a UUID belong." : "a value of another size belongs."));
}

void out_of_range(Kind kind, std::int64_t stored) {
  throw Corrupt("The database holds " + std::to_string(stored) + ", which is no " +
                (kind == Kind::Int16 ? "int16." : "int32."));
}

void out_of_range(Kind, double stored) {
  throw Corrupt("The database holds " + std::to_string(stored) + ", which is no float32.");
}

void refuse_nan() {
  throw ValidationFailed("NaN cannot be stored: SQLite would turn it into NULL. Store std::nullopt instead.");
}

std::int64_t integer_in(const Value& value) {
  if (value.storage != Storage::Integer) wrong_form(value, "an integer");
  return value.integer;
}

double real_in(const Value& value) {
  if (value.storage == Storage::Integer) return static_cast<double>(value.integer);
  if (value.storage != Storage::Real) wrong_form(value, "a real");
  return value.real;
}

std::string_view text_in(const Value& value) {
  if (value.storage != Storage::Text) wrong_form(value, "text");
  return value.text();
}

BytesView bytes_in(const Value& value) {
  if (value.storage != Storage::Bytes) wrong_form(value, "bytes");
  return value.bytes();
}

}  // namespace ochre::detail

namespace ochre {

std::string Scalar<std::string>::load(std::string_view stored) { return std::string(stored); }

BytesView Scalar<std::vector<std::byte>>::store(const std::vector<std::byte>& value) {
  return {value.data(), value.size()};
}
std::vector<std::byte> Scalar<std::vector<std::byte>>::load(BytesView stored) {
  const auto* first = static_cast<const std::byte*>(stored.data);
  return {first, first + stored.size};
}

BytesView Scalar<Uuid>::store(const Uuid& value) { return {value.bytes, sizeof(value.bytes)}; }
Uuid Scalar<Uuid>::load(BytesView stored) {
  Uuid uuid;
  if (stored.size != sizeof(uuid.bytes)) detail::wrong_size(kind, stored.size);
  std::memcpy(uuid.bytes, stored.data, sizeof(uuid.bytes));
  return uuid;
}

Json Scalar<Json>::load(std::string_view stored) { return {std::string(stored)}; }

}  // namespace ochre
