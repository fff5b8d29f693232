// Whether a text is one JSON document, RFC 8259. Here and not with the parser, because a field of type json
// must be checked in programs that do not read JSON.
#include <cstdint>

#include "ochre/rules.hpp"

namespace ochre::rules {
namespace {

constexpr std::size_t deepest = 1000;  // SQLite stops at 2000; what reads it elsewhere may stop sooner

class Reader {
 public:
  Reader(std::string_view text, bool keepable)
      : at_(text.data()), end_(text.data() + text.size()), keepable_(keepable) {}

  bool document() {
    skip_space();
    if (!begin_value()) return false;
    while (depth_ > 0) {
      skip_space();
      if (!step()) return false;
    }
    skip_space();
    return at_ == end_;
  }

 private:
  // One step inside the innermost array or object, right behind one of its values or its bracket.
  bool step() {
    const char close = in_object() ? '}' : ']';
    if (take(close)) {
      --depth_;
      fresh_ = false;
      return true;
    }
    if (!fresh_ && !take(',')) return false;
    skip_space();
    if (in_object()) {
      if (!take('"') || !string()) return false;
      skip_space();
      if (!take(':')) return false;
      skip_space();
    }
    return begin_value();
  }

  // A whole scalar, or the bracket that begins something.
  bool begin_value() {
    if (at_ == end_) return false;
    fresh_ = false;
    switch (*at_++) {
      case '{': return open(true);
      case '[': return open(false);
      case '"': return string();
      case 't': return rest_is("rue");
      case 'f': return rest_is("alse");
      case 'n': return rest_is("ull");
      default: --at_; return number();
    }
  }

  bool open(bool object) {
    if (depth_ == deepest) return false;
    std::uint64_t& word = objects_[depth_ / 64];
    const std::uint64_t bit = std::uint64_t{1} << (depth_ % 64);
    word = object ? word | bit : word & ~bit;
    ++depth_;
    fresh_ = true;
    return true;
  }
  bool in_object() const { return ((objects_[(depth_ - 1) / 64] >> ((depth_ - 1) % 64)) & 1U) != 0; }

  bool string() {
    while (at_ != end_) {
      const char letter = *at_++;
      if (letter == '"') return true;
      if (static_cast<unsigned char>(letter) < 0x20) return false;
      if (letter == '\\' && !escape()) return false;
    }
    return false;
  }

  // What databases keep in text is Unicode without U+0000, so an escape for anything else has no place
  // either.
  bool escape() {
    if (at_ == end_) return false;
    const char letter = *at_++;
    if (letter != 'u') return std::string_view("\"\\/bfnrt").find(letter) != std::string_view::npos;
    const std::uint32_t unit = hexadecimal();
    if (!keepable_) return unit != none;
    if (unit < 0xD800 || unit >= 0xE000) return unit != 0 && unit != none;
    if (unit >= 0xDC00 || !take('\\') || !take('u')) return false;
    const std::uint32_t low = hexadecimal();
    return low >= 0xDC00 && low < 0xE000;
  }

  static constexpr std::uint32_t none = 0x10000;  // no four digits come to

  std::uint32_t hexadecimal() {
    if (end_ - at_ < 4) return none;
    std::uint32_t out = 0;
    for (int left = 4; left > 0; --left) {
      const char letter = *at_++;
      const std::size_t digit = std::string_view("0123456789abcdefABCDEF").find(letter);
      if (digit == std::string_view::npos) return none;
      out = out * 16 + static_cast<std::uint32_t>(digit < 16 ? digit : digit - 6);
    }
    return out;
  }

  bool number() {
    take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    if (!take('e') && !take('E')) return true;
    if (!take('+')) take('-');
    return digits();
  }
  bool digits() {
    const char* const first = at_;
    while (at_ != end_ && *at_ >= '0' && *at_ <= '9') ++at_;
    return at_ != first;
  }

  bool rest_is(std::string_view word) {
    if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  bool take(char letter) {
    if (at_ == end_ || *at_ != letter) return false;
    ++at_;
    return true;
  }
  void skip_space() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
  }

  const char* at_;
  const char* end_;
  bool keepable_;
  std::size_t depth_ = 0;
  bool fresh_ = false;                            // nothing stands yet in the innermost array or object
  std::uint64_t objects_[deepest / 64 + 1] = {};  // which of the open ones are objects
};

}  // namespace

bool is_json(std::string_view text) { return is_text(text) && Reader(text, true).document(); }
bool is_json_of_others(std::string_view text) { return is_text(text) && Reader(text, false).document(); }

}  // namespace ochre::rules
