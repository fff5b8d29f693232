#include "sqlite/fixture.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "ochre/driver/sqlite.hpp"
#include "ochre/errors.hpp"

namespace ochre_sqlite_test {
namespace {

std::string to_text(const ochre::Value& value) {
  switch (value.storage) {
    case ochre::Storage::Null: return "NULL";
    case ochre::Storage::Integer: return std::to_string(value.integer);
    case ochre::Storage::Real: {
      std::ostringstream out;
      out.precision(17);
      out << value.real;
      return out.str();
    }
    case ochre::Storage::Text: return std::string(value.text());
    case ochre::Storage::Bytes:
      return "x'" + std::string(static_cast<const char*>(value.data), value.size) + "'";
    case ochre::Storage::List: break;
  }
  return "a list";
}

struct Reading {
  std::vector<Cells> rows;
  std::size_t columns;
};

bool read_row(void* context, ochre::Row& row) {
  auto& reading = *static_cast<Reading*>(context);
  std::vector<ochre::Value> values(reading.columns);
  row.cells(0, values);
  Cells cells;
  for (const ochre::Value& value : values) cells.push_back(to_text(value));
  reading.rows.push_back(std::move(cells));
  return true;
}

}  // namespace

Connection connect(const std::string& url, const ochre::ConnectOptions& options) {
  return ochre::sqlite::driver().connect(url, options);
}

Connection connect_memory() { return connect("sqlite::memory:"); }

std::vector<Cells> rows(ochre::Connection& connection, std::size_t columns, std::string_view sql,
                        const ochre::Values& values) {
  Reading reading{{}, columns};
  connection.prepare(sql)->each(values, {read_row, &reading});
  return reading.rows;
}

std::string cell(ochre::Connection& connection, std::string_view sql, const ochre::Values& values) {
  const std::vector<Cells> found = rows(connection, 1, sql, values);
  REQUIRE(found.size() == 1);
  return found[0][0];
}

std::int64_t run(ochre::Connection& connection, std::string_view sql, const ochre::Values& values) {
  return connection.prepare(sql)->run(values);
}

ochre::Values text(std::string_view value) {
  ochre::Values values;
  values.add(ochre::Value::of_text(ochre::Kind::Text, value));
  return values;
}
ochre::Values integer(std::int64_t value) {
  ochre::Values values;
  values.add(ochre::Value::of_integer(ochre::Kind::Int64, value));
  return values;
}
ochre::Values real(double value) {
  ochre::Values values;
  values.add(ochre::Value::of_real(ochre::Kind::Float64, value));
  return values;
}
ochre::Values bytes(std::string_view value) {
  ochre::Values values;
  values.add(ochre::Value::of_bytes(ochre::Kind::Bytes, {value.data(), value.size()}));
  return values;
}
ochre::Values null() {
  ochre::Values values;
  values.add(ochre::Value::null(ochre::Kind::Text));
  return values;
}
ochre::Values integers(const std::vector<std::int64_t>& list) {
  std::vector<ochre::Value> items;
  for (const std::int64_t item : list) items.push_back(ochre::Value::of_integer(ochre::Kind::Int64, item));
  ochre::Values values;
  values.add_list(ochre::Kind::Int64, items.data(), items.size());
  return values;
}

void write_file(const std::string& path, std::string_view content) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  REQUIRE(out.good());
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

bool file_exists(const std::string& path) { return std::filesystem::exists(path); }

void run_apart(void (*work)(const std::string& url), const std::string& url) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    try {
      work(url);
    } catch (...) {
      _exit(1);
    }
    _exit(0);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
}

std::string run_unprivileged(std::string (*work)(const std::string& path),
                             const TemporaryDirectory& directory) {
  constexpr uid_t nobody = 65534;
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::string answer;
    if (geteuid() != 0 || setuid(nobody) == 0) answer = work(directory.file());
    const auto written = write(ends[1], answer.data(), answer.size());
    _exit(written == static_cast<ssize_t>(answer.size()) ? 0 : 1);
  }
  close(ends[1]);
  std::string answer;
  char block[512];
  for (ssize_t got = 0; (got = read(ends[0], block, sizeof block)) > 0;)
    answer.append(block, static_cast<size_t>(got));
  close(ends[0]);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return answer;
}

}  // namespace ochre_sqlite_test
