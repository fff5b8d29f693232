// Text and e-mail addresses are looked at many bytes at a time. Here the same is decided one byte at a time,
// as the standards have it, and both must agree wherever in a text something stands.
#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <regex>

#include "ochre/rules.hpp"

namespace rules = ochre::rules;

namespace {

// Decodes by arithmetic: a character is text when its value needs just as many bytes as it has.
rules::Measure decoded(std::string_view text) {
  constexpr std::array<std::uint32_t, 5> least = {0, 1, 0x80, 0x800, 0x10000};
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); ++length) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80   ? 1
                             : lead < 0xC0 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF8 ? 4
                                           : 0;
    if (size == 0 || at + size > text.size()) return {};
    std::uint32_t value = size == 1 ? lead : lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
      const auto byte = static_cast<unsigned char>(text[at + i]);
      if (byte >> 6U != 2) return {};
      value = value << 6U | (byte & 0x3FU);
    }
    if (value < least[size] || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return {};
    at += size;
  }
  return {length, true};
}

bool agree(std::string_view text) {
  const rules::Measure found = rules::measure(text);
  const rules::Measure expected = decoded(text);
  return found.is_text == expected.is_text && found.length == expected.length &&
         rules::is_text(text) == expected.is_text;
}

// https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
const std::regex& html_address() {
  static const std::regex expression(
      "[a-zA-Z0-9.!#$%&'*+\\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
      "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");
  return expression;
}

}  // namespace

TEST_CASE("every pair of bytes is judged right at every place of a text") {
  constexpr std::array<std::string_view, 4> ends = {"", "\x80", "\xBF\xBFx", "\xC3\xA9"};
  std::string wrong;
  for (unsigned pair = 0x7F00; pair < 0x10000; ++pair) {
    const std::string two = {static_cast<char>(pair >> 8U), static_cast<char>(pair & 0xFFU)};
    for (const std::string_view end : ends) {
      // Around the edges of words, vectors and sets.
      for (const std::size_t before : {0U, 1U, 7U, 15U, 30U, 31U, 61U, 62U, 63U}) {
        const std::string text = std::string(before, 'a') + two + std::string(end);
        if (!agree(text)) wrong = text;
      }
    }
  }
  CHECK(wrong.empty());
}

TEST_CASE("text of all lengths is measured right") {
  constexpr std::array<std::string_view, 14> pieces = {"a",
                                                       "b",
                                                       "plain text",
                                                       "\xC3\xA9",
                                                       "\xE2\x82\xAC",
                                                       "\xED\x9F\xBF",
                                                       "\xF0\x9F\x8E\x88",
                                                       "\xF4\x8F\xBF\xBF",
                                                       "z",
                                                       "\xE0\xA0\x80",
                                                       "\x7F",
                                                       "eight888",
                                                       std::string_view("\0", 1),
                                                       "\xA9"};
  std::mt19937 random(11);
  std::size_t text_count = 0;
  std::string wrong;
  for (int round = 0; round < 100'000; ++round) {
    const std::size_t kinds = pieces.size() - (round % 4 == 0 ? 0 : 2);
    std::string text;
    for (auto left = random() % 40; left > 0; --left) text += pieces[random() % kinds];
    if (!agree(text)) wrong = text;
    text_count += rules::is_text(text) ? 1 : 0;
  }
  CHECK(wrong.empty());
  CHECK(text_count > 50'000);
}

TEST_CASE("addresses are those of the expression in the HTML standard") {
  constexpr std::array<std::string_view, 16> pieces = {
      "a",           "Z9",  "-", ".", "@", "+",        "_",    "ada.lovelace",
      "example.com", "x-y", "{", "(", " ", "\xC3\xA9", "\x7F", "label-of-more-than-thirty-characters"};
  std::mt19937 random(13);
  std::size_t found = 0;
  std::string wrong;
  for (int round = 0; round < 10'000; ++round) {
    std::string text;
    const auto add = [&](std::size_t kinds) {
      for (auto left = random() % 4; left > 0; --left) text += pieces[random() % kinds];
    };
    add(random() % 8 == 0 ? pieces.size() : 11);
    if (random() % 8 != 0) text += '@';
    add(random() % 8 == 0 ? pieces.size() : 4);
    if (random() % 2 == 0) text += "mail.example";
    if (random() % 4 == 0) text += pieces.back();
    const bool expected = std::regex_match(text, html_address());
    found += expected ? 1 : 0;
    if (rules::is_email(text) != expected) wrong = text;
  }
  CHECK(wrong.empty());
  CHECK(found > 1'000);
}
