// A way to do the tasks: by hand, by hand with every trick, or with Ochre. Each runs in a process of its own,
// because some of the tricks are settings of the whole SQLite library.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "bench/sample.hpp"

namespace ochre_bench {

enum class Task : std::uint8_t { BulkInsert, ReadAll, PointRead, Filtered, Update };
inline constexpr int task_count = 5;
const char* title(Task task);

/// The table: columns only, or what the schema compiler writes (STRICT and checks).
enum class Ddl : std::uint8_t { Plain, Full };

class Side {
 public:
  virtual ~Side() = default;

  /// Opens a database, in memory when `path` is empty, and fills its table.
  virtual void open(const std::string& path, Ddl ddl) = 0;
  /// Puts the table into the state the task starts from; not measured.
  virtual void prepare(Task task) = 0;
  /// Does the task once and returns a checksum of what was read or written.
  virtual std::uint64_t run(Task task) = 0;
};

std::unique_ptr<Side> plain_side(const Sizes& sizes);
std::unique_ptr<Side> tuned_side(const Sizes& sizes);
std::unique_ptr<Side> ochre_side(const Sizes& sizes);

/// The DDL of `people`, as Ochre's generated code holds it.
std::string full_ddl();
inline constexpr const char* plain_ddl =
    "create table people (id integer primary key, email text not null, name text not null, age integer,"
    " score real not null, active integer not null, created_at integer not null)";

/// The tasks' statements, so that both hand-written sides run the same ones.
inline constexpr const char* insert_sql =
    "insert into people (email, name, age, score, active, created_at) values (?, ?, ?, ?, ?, ?)";
inline constexpr const char* columns_sql =
    "select id, email, name, age, score, active, created_at from people";
inline constexpr const char* filter_sql = " where age >= ? and active = ? and id > ? order by id limit 20";
inline constexpr const char* update_sql =
    "update people set email = ?, name = ?, age = ?, score = ?, active = ?, created_at = ? where id = ?";

}  // namespace ochre_bench
