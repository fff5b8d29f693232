// The same by hand with the tricks that are known: no mutexes, no memory statistics, a larger cache and
// larger pages, statements kept from run to run, values bound in place, 128 rows per INSERT, strings assigned
// in place.
#include <sqlite3.h>

#include <array>
#include <stdexcept>
#include <utility>

#include "bench/side.hpp"

namespace ochre_bench {
namespace {

constexpr std::size_t batch = 128;

class TunedSide final : public Side {
 public:
  explicit TunedSide(const Sizes& sizes)
      : people_(sample_people(sizes.rows)),
        reads_(sample_ids(sizes.point_reads, sizes.rows)),
        queries_(sample_ids(sizes.queries, sizes.rows - sizes.rows / 10)),
        updates_(sample_ids(sizes.updates, sizes.rows)) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  }
  ~TunedSide() override { close(); }

  void open(const std::string& path, Ddl ddl) override {
    close();
    check(sqlite3_open_v2(path.empty() ? ":memory:" : path.c_str(), &database_,
                          SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr));
    execute("pragma page_size=8192; pragma cache_size=-32768");
    if (!path.empty()) execute("pragma journal_mode=wal; pragma synchronous=normal");
    execute(ddl == Ddl::Plain ? plain_ddl : full_ddl().c_str());
    prepare_statements();
    bulk_insert();
  }
  void prepare(Task task) override {
    if (task == Task::BulkInsert) execute("delete from people");
  }
  std::uint64_t run(Task task) override {
    switch (task) {
      case Task::BulkInsert: return bulk_insert();
      case Task::ReadAll: return read_all();
      case Task::PointRead: return point_reads();
      case Task::Filtered: return filtered();
      case Task::Update: return update();
    }
    return 0;
  }

 private:
  enum Statement {
    Begin,
    Commit,
    InsertOne,
    InsertBatch,
    SelectAll,
    SelectOne,
    SelectFiltered,
    UpdateOne,
    Count
  };

  void close() {
    for (sqlite3_stmt*& statement : statements_) sqlite3_finalize(std::exchange(statement, nullptr));
    sqlite3_close(database_);
    database_ = nullptr;
  }
  void check(int code) const {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) {
      throw std::runtime_error(sqlite3_errmsg(database_));
    }
  }
  void execute(const char* sql) const { check(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr)); }
  void prepare_statements() {
    std::string many = insert_sql;
    for (std::size_t i = 1; i < batch; ++i) many += ", (?, ?, ?, ?, ?, ?)";
    const std::string select = columns_sql;
    const std::string sql[Count] = {
        "begin",   "commit", insert_sql, many, select, select + " where id = ?", select + filter_sql,
        update_sql};
    for (std::size_t i = 0; i < Count; ++i) {
      check(sqlite3_prepare_v3(database_, sql[i].c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statements_[i],
                               nullptr));
    }
  }
  void step(Statement which) const {
    check(sqlite3_step(statements_[which]));
    sqlite3_reset(statements_[which]);
  }
  static void bind(sqlite3_stmt* statement, int first, const PlainPerson& person) {
    sqlite3_bind_text(statement, first, person.email.data(), static_cast<int>(person.email.size()),
                      SQLITE_STATIC);
    sqlite3_bind_text(statement, first + 1, person.name.data(), static_cast<int>(person.name.size()),
                      SQLITE_STATIC);
    if (person.age)
      sqlite3_bind_int(statement, first + 2, *person.age);
    else
      sqlite3_bind_null(statement, first + 2);
    sqlite3_bind_double(statement, first + 3, person.score);
    sqlite3_bind_int(statement, first + 4, person.active ? 1 : 0);
    sqlite3_bind_int64(statement, first + 5, person.created_at);
  }
  static void read(sqlite3_stmt* row, PlainPerson& person) {
    const auto text = [&](int column, std::string& out) {
      const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
      out.assign(bytes, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
    };
    person.id = sqlite3_column_int64(row, 0);
    text(1, person.email);
    text(2, person.name);
    if (sqlite3_column_type(row, 3) == SQLITE_NULL)
      person.age.reset();
    else
      person.age = sqlite3_column_int(row, 3);
    person.score = sqlite3_column_double(row, 4);
    person.active = sqlite3_column_int(row, 5) != 0;
    person.created_at = sqlite3_column_int64(row, 6);
  }
  void read_rows(sqlite3_stmt* statement, std::vector<PlainPerson>& out) const {
    int code = SQLITE_OK;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) read(statement, out.emplace_back());
    check(code);
    sqlite3_reset(statement);
  }

  std::uint64_t bulk_insert() const {
    step(Begin);
    std::size_t at = 0;
    for (; at + batch <= people_.size(); at += batch) {
      for (std::size_t i = 0; i < batch; ++i) {
        bind(statements_[InsertBatch], 1 + static_cast<int>(i * 6), people_[at + i]);
      }
      step(InsertBatch);
    }
    for (; at < people_.size(); ++at) {
      bind(statements_[InsertOne], 1, people_[at]);
      step(InsertOne);
    }
    step(Commit);
    return people_.size();
  }
  std::uint64_t read_all() const {
    std::vector<PlainPerson> people;
    people.reserve(people_.size());
    read_rows(statements_[SelectAll], people);
    return mixed(people.size(), people.back());
  }
  std::uint64_t point_reads() const {
    std::uint64_t sum = 0;
    PlainPerson person;
    step(Begin);
    for (const std::int64_t id : reads_) {
      sqlite3_bind_int64(statements_[SelectOne], 1, id);
      check(sqlite3_step(statements_[SelectOne]));
      read(statements_[SelectOne], person);
      sqlite3_reset(statements_[SelectOne]);
      sum = mixed(sum, person);
    }
    step(Commit);
    return sum;
  }
  std::uint64_t filtered() const {
    std::uint64_t sum = 0;
    sqlite3_stmt* statement = statements_[SelectFiltered];
    for (const std::int64_t after : queries_) {
      std::vector<PlainPerson> page;
      page.reserve(20);
      sqlite3_bind_int(statement, 1, 30);
      sqlite3_bind_int(statement, 2, 1);
      sqlite3_bind_int64(statement, 3, after);
      read_rows(statement, page);
      sum = mixed(sum + page.size(), page.back());
    }
    return sum;
  }
  std::uint64_t update() {
    step(Begin);
    for (const std::int64_t id : updates_) {
      bind(statements_[UpdateOne], 1, changed(people_[static_cast<std::size_t>(id) - 1]));
      sqlite3_bind_int64(statements_[UpdateOne], 7, id);
      step(UpdateOne);
      if (sqlite3_changes(database_) != 1) throw std::runtime_error("no such row");
    }
    step(Commit);
    return updates_.size();
  }

  std::vector<PlainPerson> people_;
  std::vector<std::int64_t> reads_;
  std::vector<std::int64_t> queries_;
  std::vector<std::int64_t> updates_;
  std::array<sqlite3_stmt*, Count> statements_{};
  sqlite3* database_ = nullptr;
};

}  // namespace

std::unique_ptr<Side> tuned_side(const Sizes& sizes) { return std::make_unique<TunedSide>(sizes); }

}  // namespace ochre_bench
