#include "bench/details_by_hand.hpp"

#include <sqlite3.h>

#include <stdexcept>

#include "bench/sample.hpp"
#include "bench/side.hpp"

namespace ochre_bench {

struct HandWritten::Statements {
  sqlite3* database = nullptr;
  sqlite3_stmt* one_row = nullptr;
  sqlite3_stmt* page = nullptr;
  sqlite3_stmt* insert = nullptr;
  sqlite3_stmt* filter = nullptr;
  sqlite3_stmt* begin = nullptr;
  sqlite3_stmt* commit = nullptr;
  std::vector<PlainPerson> people = sample_people(1'000);

  sqlite3_stmt* prepare(const std::string& sql) const {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(database));
    }
    return statement;
  }
  void run(sqlite3_stmt* statement) const {
    if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database));
    sqlite3_reset(statement);
  }
  static std::size_t read_all(sqlite3_stmt* statement) {
    std::vector<PlainPerson> found;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      PlainPerson& person = found.emplace_back();
      person.id = sqlite3_column_int64(statement, 0);
      person.email.assign(reinterpret_cast<const char*>(sqlite3_column_text(statement, 1)),
                          static_cast<std::size_t>(sqlite3_column_bytes(statement, 1)));
      person.name.assign(reinterpret_cast<const char*>(sqlite3_column_text(statement, 2)),
                         static_cast<std::size_t>(sqlite3_column_bytes(statement, 2)));
      if (sqlite3_column_type(statement, 3) != SQLITE_NULL) person.age = sqlite3_column_int(statement, 3);
      person.score = sqlite3_column_double(statement, 4);
      person.active = sqlite3_column_int(statement, 5) != 0;
      person.created_at = sqlite3_column_int64(statement, 6);
    }
    sqlite3_reset(statement);
    return found.size();
  }
};

HandWritten::HandWritten(const std::string& path) : statements_(std::make_unique<Statements>()) {
  Statements& own = *statements_;
  if (sqlite3_open_v2(path.c_str(), &own.database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) !=
      SQLITE_OK) {
    throw std::runtime_error("cannot open " + path);
  }
  sqlite3_exec(own.database, "pragma cache_size=-32768; pragma synchronous=normal", nullptr, nullptr,
               nullptr);
  sqlite3_busy_timeout(own.database, 5'000);
  std::string many = insert_sql;
  for (int i = 1; i < 125; ++i) many += ", (?, ?, ?, ?, ?, ?)";
  own.one_row = own.prepare(std::string(columns_sql) + " where id = ? limit 1");
  own.page = own.prepare(std::string(columns_sql) +
                         " where id = ? and score >= ? and created_at >= ? order by id limit 20");
  own.insert = own.prepare(many);
  own.filter = own.prepare(std::string(columns_sql) + " where score > ? and active = 1");
  own.begin = own.prepare("begin immediate");
  own.commit = own.prepare("commit");
}

HandWritten::~HandWritten() {
  for (sqlite3_stmt* statement : {statements_->one_row, statements_->page, statements_->insert,
                                  statements_->filter, statements_->begin, statements_->commit}) {
    sqlite3_finalize(statement);
  }
  sqlite3_close(statements_->database);
}

std::size_t HandWritten::one_row(std::int64_t id) {
  sqlite3_bind_int64(statements_->one_row, 1, id);
  return Statements::read_all(statements_->one_row);
}

std::size_t HandWritten::page_of_one(std::int64_t id) {
  sqlite3_bind_int64(statements_->page, 1, id);
  sqlite3_bind_double(statements_->page, 2, 0.0);
  sqlite3_bind_int64(statements_->page, 3, 0);
  return Statements::read_all(statements_->page);
}

void HandWritten::insert(std::size_t count) {
  Statements& own = *statements_;
  own.run(own.begin);
  for (std::size_t at = 0; at < count; at += 125) {
    int next = 1;
    for (std::size_t i = at; i < at + 125; ++i) {
      const PlainPerson& person = own.people[i % own.people.size()];
      sqlite3_bind_text(own.insert, next++, person.email.data(), static_cast<int>(person.email.size()),
                        SQLITE_STATIC);
      sqlite3_bind_text(own.insert, next++, person.name.data(), static_cast<int>(person.name.size()),
                        SQLITE_STATIC);
      if (person.age)
        sqlite3_bind_int(own.insert, next++, *person.age);
      else
        sqlite3_bind_null(own.insert, next++);
      sqlite3_bind_double(own.insert, next++, person.score);
      sqlite3_bind_int(own.insert, next++, person.active ? 1 : 0);
      sqlite3_bind_int64(own.insert, next++, person.created_at);
    }
    own.run(own.insert);
  }
  own.run(own.commit);
}

std::size_t HandWritten::filter(double score) {
  sqlite3_bind_double(statements_->filter, 1, score);
  return Statements::read_all(statements_->filter);
}

std::size_t HandWritten::distinct_query(int number) {
  std::string sql = std::string(columns_sql) + " where id = ?";
  for (int bit = 0; bit < 14; ++bit)
    sql += (number >> bit & 1) != 0 ? " and score >= ?" : " and created_at >= ?";
  sqlite3_stmt* statement = statements_->prepare(sql);
  sqlite3_bind_int64(statement, 1, 1);
  for (int bit = 0; bit < 14; ++bit) sqlite3_bind_int64(statement, bit + 2, 0);
  const std::size_t found = Statements::read_all(statement);
  sqlite3_finalize(statement);
  return found;
}

}  // namespace ochre_bench
