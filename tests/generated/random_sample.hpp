// Random rows of the rules schema, picked from values at which databases and C++ like to part ways.
#pragma once

#include <array>
#include <random>
#include <string_view>

#include "rules/models.hpp"

namespace samples {

using Random = std::mt19937_64;

/// Texts for the rules that no CHECK expresses: those that keep them, and those that do not.
inline constexpr std::array<std::string_view, 4> right_mails = {
    "a@b", "ada+x@mail.example.com", "!#$%&'*@x-y.z9", "a.very.long.local.part.of.more.than.32@example.com"};
inline constexpr std::array<std::string_view, 6> wrong_mails = {
    "", "ada", "ada@", "a@b..c", "a@-b.c", "gr\u00fc\u00dfe@example.com"};
inline constexpr std::array<std::string_view, 3> right_links = {
    "https://example.com", "http://[::1]:80/?q=%20#f", "svn+ssh://host/a/b"};
inline constexpr std::array<std::string_view, 5> wrong_links = {"", "example.com", "http://", "http://x/%zz",
                                                                "http://x/\u00e9"};
inline constexpr std::array<std::string_view, 3> right_words = {"a", "cab", "abc\u00e9"};
inline constexpr std::array<std::string_view, 5> wrong_words = {"", "d", "ab\n", "\u00e9", "A"};
/// Multiples of a quarter, as text with all digits.
inline constexpr std::array<std::string_view, 4> right_fees = {"0.0000", "0.2500", "-1.5000",
                                                               "12345678901234567890.7500"};
inline constexpr std::array<std::string_view, 3> wrong_fees = {"0.1000", "-0.0001",
                                                               "12345678901234567890.7501"};

/// The same row for the same state of `random`. Text is valid UTF-8 without U+0000, which C++ lets through.
rules::NewSample any(Random& random);

}  // namespace samples
