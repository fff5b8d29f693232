// C++ and the database judge the same rows, rule by rule: validate() on one side, the CHECKs of the table on
// the other, each evaluated on its own over rows that were stored with the checks off. Rules that have no
// CHECK are compared with what the rows were made of.
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <limits>
#include <map>
#include <set>

#include "ochre/result.hpp"
#include "random_sample.hpp"
#include "support/sqlite_database.hpp"

namespace {

using rules::NewSample;
using rules::Sample;
using Labels = std::set<std::string>;

const ochre::ModelInfo& info = ochre::Model<Sample>::info;
constexpr int row_count = 10'000;

/// The label of a CHECK is its name without the table's in front and the hash behind.
std::map<std::string, std::string> conditions_by_label(std::string_view ddl) {
  std::map<std::string, std::string> out;
  constexpr std::string_view start = "CONSTRAINT samples_";
  constexpr std::size_t hash = 9;  // "_0123abcd"
  for (std::size_t at = ddl.find(start); at != std::string_view::npos; at = ddl.find(start, at + 1)) {
    std::string_view line = ddl.substr(at + start.size(), ddl.find('\n', at) - at - start.size());
    const std::size_t check = line.find(" CHECK ");
    if (line.ends_with(',')) line.remove_suffix(1);
    out.emplace(line.substr(0, check - hash), line.substr(check + 7));
  }
  return out;
}

/// The table as the schema makes it, with every CHECK as a query of its own.
class Table {
 public:
  Table() {
    const std::string ddl(info.ddl[0].statements.front());
    database_.run(ddl);
    std::string columns;
    std::string places;
    for (const ochre::ColumnInfo& column : info.columns) {
      if (column.computed || column.virtual_computed) continue;
      (columns += columns.empty() ? "\"" : ", \"") += column.name;
      columns += '"';
      places += places.empty() ? "?" : ", ?";
    }
    insert_ = prepare("INSERT INTO samples (" + columns + ") VALUES (" + places + ")");
    for (const auto& [label, condition] : conditions_by_label(ddl))
      checks_.emplace(label, prepare("SELECT " + condition + " FROM samples"));
  }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  ~Table() {
    sqlite3_finalize(insert_);
    for (const auto& [label, statement] : checks_) sqlite3_finalize(statement);
  }

  std::size_t size() const { return checks_.size(); }

  /// Whether the database takes the row.
  bool takes(const NewSample& fields) {
    const bool inserted = insert(fields);
    if (inserted) database_.run("DELETE FROM samples");
    return inserted;
  }

  /// The labels of the checks that do not hold; one that fails to compute does not.
  Labels broken(const NewSample& fields) {
    database_.run("PRAGMA ignore_check_constraints = ON");
    REQUIRE(insert(fields));
    Labels out;
    for (const auto& [label, statement] : checks_) {
      const int code = sqlite3_step(statement);
      const bool fails =
          sqlite3_column_type(statement, 0) != SQLITE_NULL && sqlite3_column_int(statement, 0) == 0;
      if (code != SQLITE_ROW || fails) out.insert(label);
      sqlite3_reset(statement);
    }
    database_.run("DELETE FROM samples; PRAGMA ignore_check_constraints = OFF");
    return out;
  }

 private:
  sqlite3_stmt* prepare(const std::string& text) {
    sqlite3_stmt* out = nullptr;
    INFO(text);
    REQUIRE(sqlite3_prepare_v2(database_.handle(), text.c_str(), -1, &out, nullptr) == SQLITE_OK);
    return out;
  }
  bool insert(const NewSample& fields) {
    const auto bind = ochre::detail::codec_of(info, ochre::Dialect::Sqlite).bind_new;
    REQUIRE(bind(insert_, 1, &fields, ochre::Moment{}) == SQLITE_OK);
    sqlite3_step(insert_);
    return sqlite3_reset(insert_) == SQLITE_OK;
  }

  ochre_test::SqliteDatabase database_;
  sqlite3_stmt* insert_ = nullptr;
  std::map<std::string, sqlite3_stmt*> checks_;
};

/// What is violated, by the labels of the database's checks.
Labels labels_of(const ochre::Violations& violations) {
  Labels out;
  for (const ochre::Violation& violation : violations) {
    std::string label = violation.field;
    for (char& letter : label)
      if (letter == '.') letter = '_';
    if (!label.empty()) label += '_';
    out.insert(label + (violation.rule == "size" ? "length" : violation.rule));
  }
  return out;
}

constexpr std::array<const char*, 6> without_check = {
    "mail_email", "link_url", "word_pattern", "labels_unique_items", "slots_unique_items", "fee_multiple_of"};

/// Rules no CHECK can express: these, and those of elements and of structs kept as JSON.
bool is_of_cpp_alone(const std::string& label) {
  return label.find('[') != std::string::npos || label.starts_with("kept_") ||
         std::find(without_check.begin(), without_check.end(), label) != without_check.end();
}

template <class T>
bool repeats(const std::vector<T>& values) {
  for (auto at = values.begin(); at != values.end(); ++at)
    if (std::find(at + 1, values.end(), *at) != values.end()) return true;
  return false;
}

/// Which of them a row breaks, from what the samples were made of.
Labels broken_without_check(const Sample& row) {
  const auto is_one_of = [](const auto& some, std::string_view text) {
    return std::find(some.begin(), some.end(), text) != some.end();
  };
  Labels out;
  if (row.mail && is_one_of(samples::wrong_mails, *row.mail)) out.insert("mail_email");
  if (row.link && is_one_of(samples::wrong_links, *row.link)) out.insert("link_url");
  if (row.word && is_one_of(samples::wrong_words, *row.word)) out.insert("word_pattern");
  if (repeats(row.labels)) out.insert("labels_unique_items");
  if (repeats(row.slots)) out.insert("slots_unique_items");
  if (row.fee && is_one_of(samples::wrong_fees, row.fee->text())) out.insert("fee_multiple_of");
  return out;
}

__extension__ typedef __int128 Wide;  // NOLINT(modernize-use-using): __extension__ takes no other form

template <class T>
bool exceeds(Wide value) {
  return value < std::numeric_limits<T>::min() || value > std::numeric_limits<T>::max();
}

template <class T, class Left, class Right, class Operation>
bool overflows(const std::optional<Left>& left, const std::optional<Right>& right, Operation operation) {
  return left && right && exceeds<T>(operation(Wide{*left}, Wide{*right}));
}

std::optional<std::int64_t> units(const std::optional<ochre::Decimal<18, 2>>& value) {
  return value ? std::optional(value->units()) : std::nullopt;
}

/// The checks in which a number outgrows its type: a violation in C++, where SQLite goes on with 64 bits or a
/// floating-point number. Computed here a second time, in 128 bits.
Labels overflowing(const Sample& row) {
  using I16 = std::int16_t;
  using I32 = std::int32_t;
  using I64 = std::int64_t;
  const auto plus = [](Wide a, Wide b) { return a + b; };
  const auto minus = [](Wide a, Wide b) { return a - b; };
  const auto times = [](Wide a, Wide b) { return a * b; };
  const std::optional<I64> spent = row.spent ? std::optional(row.spent->count()) : std::nullopt;
  Labels out;
  const auto note = [&](const char* label, bool overflow) {
    if (overflow) out.insert(label);
  };
  note("sum", overflows<I16>(row.small, row.small, plus));
  note("sum_wide", overflows<I32>(row.middle, row.third, plus));
  note("sum_large", overflows<I64>(row.large, row.other, plus));
  note("difference", overflows<I64>(row.large, row.other, minus));
  note("product", overflows<I32>(row.middle, row.third, times));
  note("big_product", overflows<I64>(row.large, row.other, times));
  note("opposite", row.large == std::numeric_limits<I64>::min());
  note("quotient", row.large == std::numeric_limits<I64>::min() && row.other == -1);
  note("absolute", row.small == std::numeric_limits<I16>::min());
  note("abs_large", row.large == std::numeric_limits<I64>::min());
  note("precedence", row.middle && exceeds<I32>(Wide{*row.middle} - 6));
  note("price_times", overflows<I64>(units(row.price), row.third, times));
  note("spent_sum", overflows<I64>(spent, spent, plus));
  const std::optional<I32> two = 2;
  note("virtual_int", overflows<I32>(row.middle, two, times));
  return out;
}

std::string spelled(const Labels& labels) {
  std::string out;
  for (const std::string& label : labels) out += label + " ";
  return out;
}

}  // namespace

TEST_CASE("C++ and the database agree on every rule and check of 10,000 random rows") {
  Table table;
  samples::Random random(20'260'101);
  std::map<std::string, int> broken_count;
  std::map<std::string, int> disagreements;
  for (int number = 0; number < row_count; ++number) {
    NewSample fields = samples::any(random);
    fields.id = number;
    const Sample row = ochre::Model<Sample>::complete(NewSample(fields), ochre::Moment{});
    const Labels of_row = labels_of(validate(row));
    const Labels of_fields = labels_of(validate(fields));
    if (of_row != of_fields)
      FAIL("the row breaks " << spelled(of_row) << ", the insert " << spelled(of_fields));

    const Labels of_database = table.broken(fields);
    const Labels too_large = overflowing(row);
    for (const std::string& label : of_database) {
      ++broken_count[label];
      if (!of_row.contains(label)) ++disagreements["only the database: " + label];
    }
    for (const std::string& label : of_row)
      if (!of_database.contains(label) && !too_large.contains(label) && !is_of_cpp_alone(label))
        ++disagreements["only C++: " + label];
    const Labels expected = broken_without_check(row);
    for (const std::string label : without_check) {
      broken_count[label] += expected.contains(label) ? 1 : 0;
      if (of_row.contains(label) != expected.contains(label)) ++disagreements["C++ alone: " + label];
    }
    for (const std::string& label : too_large)
      if (!of_row.contains(label)) ++disagreements["overflow passes: " + label];
    if (number % 10 == 0 && table.takes(fields) != of_database.empty()) ++disagreements["insert"];
  }
  for (const auto& [label, count] : disagreements) FAIL_CHECK(label << ", in " << count << " rows");
  CHECK(table.size() > 150);
  CHECK(broken_count.size() > 126);
  for (const char* label : without_check) CHECK(broken_count[label] > 100);
}
