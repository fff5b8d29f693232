#include "random_sample.hpp"

#include <cmath>
#include <initializer_list>
#include <limits>
#include <span>

namespace samples {
namespace {

template <class T>
constexpr T least = std::numeric_limits<T>::min();
template <class T>
constexpr T most = std::numeric_limits<T>::max();

bool chance(Random& random, unsigned one_in) { return random() % one_in == 0; }

template <class T>
T pick(Random& random, std::initializer_list<T> values) {
  return values.begin()[random() % values.size()];
}

std::int64_t between(Random& random, std::int64_t low, std::int64_t high) {
  return low + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(high - low + 1));
}

template <class Make>
auto maybe(Random& random, Make make) -> std::optional<decltype(make(random))> {
  if (chance(random, 5)) return std::nullopt;
  return make(random);
}

std::int16_t int16(Random& random) {
  return pick<std::int16_t>(
      random, {least<std::int16_t>, -6, -5, -1, 0, 1, 2, 3, 5, 6, 7, 14, 20'000, most<std::int16_t>});
}
std::int32_t int32(Random& random) {
  if (chance(random, 6)) return static_cast<std::int32_t>(random());
  return pick<std::int32_t>(random, {least<std::int32_t>, least<std::int32_t> + 1, -14, -7, -1, 0, 1, 2, 3, 4,
                                     5, 7, 14, 21, 46'341, 16'777'217, most<std::int32_t>});
}
std::int64_t int64(Random& random) {
  constexpr std::int64_t first_inexact = (std::int64_t{1} << 53) + 1;  // as a double
  if (chance(random, 6)) return static_cast<std::int64_t>(random());
  return pick<std::int64_t>(
      random, {least<std::int64_t>, least<std::int64_t> + 1, -first_inexact, -1, 0, 1, 2, 5, 7, 3'037'000'500,
               first_inexact - 1, first_inexact, most<std::int64_t> - 1, most<std::int64_t>});
}
float float32(Random& random) {
  return pick<float>(
      random, {0.0F, -0.0F, 0.1F, 0.15F, 0.3F, 0.5F, 1.0F, std::nextafter(1.0F, 2.0F), 7.0F, 16'777'216.0F,
               std::numeric_limits<float>::denorm_min(), most<float>, std::numeric_limits<float>::infinity(),
               -std::numeric_limits<float>::infinity()});
}
double float64(Random& random) {
  return pick<double>(
      random, {0.0, -0.0, 0.1, 0.4, -1.5, std::nextafter(-1.5, -2.0), 1.5, std::nextafter(2.5, 0.0), 2.5, 3.0,
               7.0, 14.0, 9'007'199'254'740'992.0, 9.223372036854775807e18, 1e308, -1e308,
               std::numeric_limits<double>::denorm_min(), std::numeric_limits<double>::infinity(),
               -std::numeric_limits<double>::infinity()});
}

template <class Decimal>
Decimal decimal(Random& random) {
  std::int64_t units = pick<std::int64_t>(
      random, {-1000, -999, -100, -5,  -3,  -1,  0,   1,      3,      5,       99,
               125,   126,  130,  149, 150, 199, 250, 99'998, 99'999, 100'000, 9'999'999'999});
  if constexpr (std::is_same_v<Decimal, ochre::Decimal<18, 2>>)
    if (chance(random, 8))
      units = pick<std::int64_t>(random, {999'999'999'999'999'999, -999'999'999'999'999'999});
  return Decimal::from_units(units);
}
ochre::Decimal<30, 10> wide(Random& random) {
  return ochre::Decimal<30, 10>(pick<std::string_view>(
      random, {"0", "1.5", "-1.5", "-0.0000000001", "0.0000000001", "12345678901234567890.0123456789"}));
}

std::string letters(Random& random) {
  std::string out;
  for (auto left = random() % 7; left > 0; --left)
    out += pick<std::string_view>(
        random, {"a", "b", "c",  "A", "Z",  "z",      "[",      "]",      "*",          "?",
                 "%", "_", "\\", " ", "\t", "\u00e9", "\u00c9", "\u65e5", "\U0001F388", "\u0301"});
  return out;
}
std::string text(Random& random) {
  if (chance(random, 3)) return letters(random);
  return pick<const char*>(random, {"",
                                    "a",
                                    "b",
                                    "ab",
                                    "abc",
                                    "\u00e9",
                                    "a\u00e9",
                                    "gr\u00fc\u00dfe",
                                    "GR\u00fc\u00dfE",
                                    "GR\u00dc\u00dfE",
                                    "Gr\u00fc\u00dfe",
                                    "\u65e5\u672c\u8a9e",
                                    "\u65e5\u672c",
                                    " ab ",
                                    "\tab",
                                    "ab\n",
                                    "ab\v",
                                    "ab\f\r",
                                    "ab\u00a0",
                                    "a b",
                                    "[a-c]?*",
                                    "a?*",
                                    "100%_*",
                                    "100%_",
                                    "100%_xy",
                                    "100xy",
                                    "a'b",
                                    "\U0001F388\U0001F388",
                                    "e\u0301",
                                    "xbxcx",
                                    "bc",
                                    "cb",
                                    "b\nc",
                                    "none",
                                    "x",
                                    "A",
                                    "AB",
                                    "za",
                                    "zaz"});
}

std::vector<std::byte> bytes(Random& random) {
  std::vector<std::byte> out(random() % 5);
  for (std::byte& byte : out) byte = std::byte(pick<unsigned char>(random, {0, 1, 0x7F, 0x80, 0xFF}));
  return out;
}
ochre::Uuid uuid(Random& random) {
  ochre::Uuid out;
  out.bytes[random() % sizeof(out.bytes)] = pick<std::uint8_t>(random, {0, 1, 0x80, 0xFF});
  return out;
}

ochre::Date date(Random& random) {
  std::int64_t days = between(random, -3'000'000, 4'000'000);
  if (!chance(random, 4))
    days = pick<std::int64_t>(random, {least<std::int32_t>,
                                       -2'440'589,
                                       -2'440'588,
                                       -2'440'587,
                                       -719'529,
                                       -719'528,
                                       -25'568,
                                       -25'567,
                                       -1,
                                       0,
                                       1,
                                       58,
                                       59,
                                       60,
                                       789,
                                       11'016,
                                       11'017,
                                       2'932'896,
                                       2'932'897,
                                       most<std::int32_t>});
  return ochre::Date(std::chrono::days(days));
}
ochre::Duration instant(Random& random) {
  constexpr std::int64_t julian_zero = -210'866'760'000'000'000;  // where SQLite's calendar begins
  constexpr std::int64_t end = 253'402'300'800'000'000;           // 10000-01-01
  std::int64_t micros = between(random, 2 * julian_zero, 2 * end);
  if (!chance(random, 4))
    micros = pick<std::int64_t>(
        random,
        {least<std::int64_t>, least<std::int64_t> + 1, julian_zero - 43'200'000'000, julian_zero - 1'000'000,
         julian_zero - 1, julian_zero, julian_zero + 1, -1'000'001, -86'400'000'001, -2, -1, 0, 1,
         951'782'399'999'999, 1'000'000'000'000'000, end - 1, end, end + 1'000'000, most<std::int64_t>});
  return ochre::Duration(micros);
}
ochre::TimeOfDay time_of_day(Random& random) {
  return {pick<std::int64_t>(random, {-1, 0, 21'599'999'999, 21'600'000'000, 43'200'499'999, 43'200'500'000,
                                      86'399'999'999, 86'400'000'000})};
}
ochre::Duration span(Random& random) {
  return ochre::Duration(pick<std::int64_t>(random, {least<std::int64_t>, -2, -1, 0, 999'999, 1'000'000,
                                                     3'599'999'999, 3'600'000'000, most<std::int64_t>}));
}

rules::Grade grade(Random& random) {
  return pick<rules::Grade>(random, {rules::Grade::Low, rules::Grade::Mid, rules::Grade::High});
}
ochre::Json json(Random& random) {
  return {pick<const char*>(random, {"null",
                                     " 1 ",
                                     "[]",
                                     "{}",
                                     "{\"a\": [1, -2.5e-7, true, \"\\u00e9\\n\"]}",
                                     "\"x\"",
                                     "-0",
                                     "1E5",
                                     "",
                                     " ",
                                     "{",
                                     "}",
                                     "01",
                                     "+1",
                                     "1.",
                                     ".5",
                                     "1e",
                                     "-",
                                     "[1,]",
                                     "[,1]",
                                     "[1 2]",
                                     "{\"a\"}",
                                     "{\"a\":}",
                                     "{a:1}",
                                     "{\"a\":1,}",
                                     "'x'",
                                     "\"x",
                                     "\"\\x\"",
                                     "\"\\u12\"",
                                     "\"\t\"",
                                     "nul",
                                     "True",
                                     "1 2",
                                     "[1]]",
                                     "\x0c[]",
                                     "{\"a\":1 \"b\":2}",
                                     "{1:2}",
                                     "[1}",
                                     "tru",
                                     "/* */ 1"})};
}
rules::Point point(Random& random) {
  return {.x = pick<std::int32_t>(random, {-1001, -1000, -1, 0, 1, 7, 1000, 1001}),
          .label = maybe(random, text)};
}
rules::Home home(Random& random) {
  return {.city = text(random), .zip = maybe(random, text), .point = maybe(random, point)};
}

template <class Make>
auto several(Random& random, Make make) {
  std::vector<decltype(make(random))> out;
  for (auto left = random() % 5; left > 0; --left) out.push_back(make(random));
  return out;
}

std::string one_of(Random& random, std::span<const std::string_view> some,
                   std::span<const std::string_view> others) {
  const auto choice = random() % (some.size() + others.size());
  return std::string(choice < some.size() ? some[choice] : others[choice - some.size()]);
}

}  // namespace

rules::NewSample any(Random& random) {
  rules::NewSample out{
      .id = 0,
      .pick = pick<std::int32_t>(random, {-1, 0, 1, 7, most<std::int32_t>, least<std::int32_t>}),
      .title =
          pick<const char*>(random, {"", "\u00e9", "\u00c9", "Gr\u00fc\u00dfe", "a'b", "100%_*", "100%_"}),
      .done = chance(random, 2),
      .rank = grade(random),
      .spot = point(random),
  };
  out.small = maybe(random, int16);
  out.middle = maybe(random, int32);
  out.large = maybe(random, int64);
  out.other = maybe(random, int64);
  out.third = maybe(random, int32);
  out.ratio = maybe(random, float32);
  out.weight = maybe(random, float64);
  out.depth = maybe(random, float64);
  out.cost = maybe(random, decimal<ochre::Decimal<10, 2>>);
  out.price = maybe(random, decimal<ochre::Decimal<18, 2>>);
  out.fine = maybe(random, decimal<ochre::Decimal<18, 2>>);
  out.total = maybe(random, wide);
  out.name = maybe(random, text);
  out.code = maybe(random, text);
  out.data = maybe(random, bytes);
  out.blob = maybe(random, bytes);
  out.key = maybe(random, uuid);
  out.twin = maybe(random, uuid);
  out.born = maybe(random, date);
  out.died = maybe(random, date);
  out.wakes = maybe(random, time_of_day);
  out.spent = maybe(random, span);
  if (const auto seen = maybe(random, instant)) out.seen = ochre::Timestamp(*seen);
  if (const auto local = maybe(random, instant)) out.local = ochre::DateTime(*local);
  out.open = maybe(random, [](Random& source) { return chance(source, 2); });
  out.grade = maybe(random, grade);
  out.extra = maybe(random, json);
  out.home = maybe(random, home);
  out.tags = several(random, text);
  out.counts = maybe(random, [](Random& source) { return several(source, int32); });
  out.places = several(random, point);
  out.kept = maybe(random, point);
  out.mail = maybe(random, [](Random& source) { return one_of(source, right_mails, wrong_mails); });
  out.link = maybe(random, [](Random& source) { return one_of(source, right_links, wrong_links); });
  out.word = maybe(random, [](Random& source) { return one_of(source, right_words, wrong_words); });
  out.fee = maybe(
      random, [](Random& source) { return ochre::Decimal<24, 4>(one_of(source, right_fees, wrong_fees)); });
  out.labels = several(random, text);
  out.slots = several(random, point);
  return out;
}

}  // namespace samples
