#include "ochre/uuid.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace ochre {
namespace {

/// Random bytes from the operating system, fetched a few hundred at a time: getentropy() gives at most 256
/// per call, https://man7.org/linux/man-pages/man3/getentropy.3.html.
class Entropy {
 public:
  void fill(std::uint8_t* out, std::size_t size) {
    if (sizeof(pool_) - used_ < size || owner_ != getpid()) refill();
    std::memcpy(out, pool_ + used_, size);
    used_ += size;
  }

 private:
  void refill() {
    if (getentropy(pool_, sizeof(pool_)) != 0) {
      throw std::system_error(errno, std::generic_category(), "no entropy for a UUID");
    }
    used_ = 0;
    owner_ = getpid();  // a forked child must not repeat its parent's bytes
  }

  std::uint8_t pool_[256];
  std::size_t used_ = sizeof(pool_);
  pid_t owner_ = 0;
};

thread_local Entropy entropy;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

constexpr bool dash_before(std::size_t byte) { return byte == 4 || byte == 6 || byte == 8 || byte == 10; }

void set_version(Uuid& uuid, std::uint8_t version) {
  uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0f) | (version << 4));
  uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3f) | 0x80);
}

}  // namespace

std::string to_string(const Uuid& uuid) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (std::size_t i = 0; i < sizeof(uuid.bytes); ++i) {
    if (dash_before(i)) text += '-';
    text += digits[uuid.bytes[i] >> 4];
    text += digits[uuid.bytes[i] & 0x0f];
  }
  return text;
}

bool from_string(std::string_view text, Uuid& uuid) {
  if (text.size() != 36) return false;
  Uuid read;
  std::size_t at = 0;
  for (std::size_t i = 0; i < sizeof(read.bytes); ++i) {
    if (dash_before(i) && text[at++] != '-') return false;
    const int high = hex_digit(text[at++]);
    const int low = hex_digit(text[at++]);
    if (high < 0 || low < 0) return false;
    read.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  uuid = read;
  return true;
}

Uuid uuid() {
  Uuid made;
  entropy.fill(made.bytes, sizeof(made.bytes));
  set_version(made, 4);
  return made;
}

Uuid uuid7(const Moment& moment) {
  // RFC 9562, 6.2: a counter in rand_a keeps one thread's UUIDs of a millisecond in order. It starts at
  // random below 2048 and, when it overflows, borrows from the next millisecond.
  thread_local std::uint64_t last_time = 0;
  thread_local std::uint32_t counter = 0;

  Uuid made;
  entropy.fill(made.bytes + 6, 10);
  const auto time = static_cast<std::uint64_t>(moment.microseconds < 0 ? 0 : moment.microseconds / 1000);
  if (time > last_time) {
    last_time = time;
    counter = (made.bytes[6] * 256U + made.bytes[7]) & 0x7ff;
  } else if (++counter > 0xfff) {
    ++last_time;
    counter = (made.bytes[6] * 256U + made.bytes[7]) & 0x7ff;
  }
  for (int i = 0; i < 6; ++i)
    made.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(last_time >> (40 - 8 * i));
  made.bytes[6] = static_cast<std::uint8_t>(counter >> 8);
  made.bytes[7] = static_cast<std::uint8_t>(counter);
  set_version(made, 7);
  return made;
}

}  // namespace ochre
