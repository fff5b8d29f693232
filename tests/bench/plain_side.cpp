// What a careful programmer writes with sqlite3.h: one prepared statement per task, one row per step, the
// library's defaults, WAL and synchronous=NORMAL on files.
#include <sqlite3.h>

#include <stdexcept>

#include "bench/side.hpp"

namespace ochre_bench {
namespace {

class PlainSide final : public Side {
 public:
  explicit PlainSide(const Sizes& sizes)
      : people_(sample_people(sizes.rows)),
        reads_(sample_ids(sizes.point_reads, sizes.rows)),
        queries_(sample_ids(sizes.queries, sizes.rows - sizes.rows / 10)),
        updates_(sample_ids(sizes.updates, sizes.rows)) {}
  ~PlainSide() override { close(); }

  void open(const std::string& path, Ddl ddl) override {
    close();
    check(sqlite3_open(path.empty() ? ":memory:" : path.c_str(), &database_));
    if (!path.empty()) execute("pragma journal_mode=wal; pragma synchronous=normal");
    execute(ddl == Ddl::Plain ? plain_ddl : full_ddl().c_str());
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
  void close() {
    sqlite3_close(database_);
    database_ = nullptr;
  }
  void check(int code) const {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) {
      throw std::runtime_error(sqlite3_errmsg(database_));
    }
  }
  void execute(const char* sql) const { check(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr)); }
  sqlite3_stmt* prepared(const std::string& sql) const {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr));
    return statement;
  }
  static void bind(sqlite3_stmt* statement, const PlainPerson& person) {
    sqlite3_bind_text(statement, 1, person.email.data(), static_cast<int>(person.email.size()),
                      SQLITE_TRANSIENT);
    sqlite3_bind_text(statement, 2, person.name.data(), static_cast<int>(person.name.size()),
                      SQLITE_TRANSIENT);
    if (person.age)
      sqlite3_bind_int(statement, 3, *person.age);
    else
      sqlite3_bind_null(statement, 3);
    sqlite3_bind_double(statement, 4, person.score);
    sqlite3_bind_int(statement, 5, person.active ? 1 : 0);
    sqlite3_bind_int64(statement, 6, person.created_at);
  }
  static PlainPerson read(sqlite3_stmt* row) {
    PlainPerson person;
    person.id = sqlite3_column_int64(row, 0);
    person.email = reinterpret_cast<const char*>(sqlite3_column_text(row, 1));
    person.name = reinterpret_cast<const char*>(sqlite3_column_text(row, 2));
    if (sqlite3_column_type(row, 3) != SQLITE_NULL) person.age = sqlite3_column_int(row, 3);
    person.score = sqlite3_column_double(row, 4);
    person.active = sqlite3_column_int(row, 5) != 0;
    person.created_at = sqlite3_column_int64(row, 6);
    return person;
  }

  std::uint64_t bulk_insert() const {
    execute("begin");
    sqlite3_stmt* statement = prepared(insert_sql);
    for (const PlainPerson& person : people_) {
      bind(statement, person);
      check(sqlite3_step(statement));
      sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    execute("commit");
    return people_.size();
  }
  std::uint64_t read_all() const {
    std::vector<PlainPerson> people;
    sqlite3_stmt* statement = prepared(columns_sql);
    int code = SQLITE_OK;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) people.push_back(read(statement));
    check(code);
    sqlite3_finalize(statement);
    return mixed(people.size(), people.back());
  }
  std::uint64_t point_reads() const {
    std::uint64_t sum = 0;
    execute("begin");
    sqlite3_stmt* statement = prepared(std::string(columns_sql) + " where id = ?");
    for (const std::int64_t id : reads_) {
      sqlite3_bind_int64(statement, 1, id);
      check(sqlite3_step(statement));
      sum = mixed(sum, read(statement));
      sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    execute("commit");
    return sum;
  }
  std::uint64_t filtered() const {
    std::uint64_t sum = 0;
    sqlite3_stmt* statement = prepared(std::string(columns_sql) + filter_sql);
    for (const std::int64_t after : queries_) {
      std::vector<PlainPerson> page;
      sqlite3_bind_int(statement, 1, 30);
      sqlite3_bind_int(statement, 2, 1);
      sqlite3_bind_int64(statement, 3, after);
      int code = SQLITE_OK;
      while ((code = sqlite3_step(statement)) == SQLITE_ROW) page.push_back(read(statement));
      check(code);
      sqlite3_reset(statement);
      sum = mixed(sum + page.size(), page.back());
    }
    sqlite3_finalize(statement);
    return sum;
  }
  std::uint64_t update() {
    execute("begin");
    sqlite3_stmt* statement = prepared(update_sql);
    for (const std::int64_t id : updates_) {
      bind(statement, changed(people_[static_cast<std::size_t>(id) - 1]));
      sqlite3_bind_int64(statement, 7, id);
      check(sqlite3_step(statement));
      if (sqlite3_changes(database_) != 1) throw std::runtime_error("no such row");
      sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    execute("commit");
    return updates_.size();
  }

  std::vector<PlainPerson> people_;
  std::vector<std::int64_t> reads_;
  std::vector<std::int64_t> queries_;
  std::vector<std::int64_t> updates_;
  sqlite3* database_ = nullptr;
};

}  // namespace

std::unique_ptr<Side> plain_side(const Sizes& sizes) { return std::make_unique<PlainSide>(sizes); }

}  // namespace ochre_bench
