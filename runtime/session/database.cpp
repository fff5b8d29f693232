#include "ochre/database.hpp"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "ochre/errors.hpp"
#include "session/state.hpp"

namespace ochre {
namespace {

std::string_view scheme_of(std::string_view url) { return url.substr(0, url.find(':')); }

[[noreturn]] void no_driver(std::string_view url) {
  if (url.find(':') == std::string_view::npos) {
    throw BadUrl("The URL has no scheme; write sqlite:path, sqlite::memory: or postgresql://host/name.");
  }
  const std::string scheme(scheme_of(url));
  if (scheme == "sqlite") {
    throw NoDriver(
        "This schema was generated without SQLite: add sqlite to DATABASES and link Ochre::sqlite.");
  }
  if (scheme == "postgresql" || scheme == "postgres") {
    throw NoDriver(
        "This schema was generated without PostgreSQL: add postgres to DATABASES and link Ochre::postgres.");
  }
  throw NoDriver("No driver knows URLs that begin with '" + scheme +
                 ":'; there are sqlite: and postgresql:.");
}

/// Whether the exception that is being handled may not come again.
bool trying_again_may_help() {
  try {
    throw;
  } catch (const Busy&) {
    return true;
  } catch (const SerializationFailure&) {
    return true;
  } catch (const Deadlock&) {
    return true;
  } catch (...) {
    return false;
  }
}

}  // namespace

Database Database::open(std::string_view url, View<const Driver* const> drivers, const SchemaInfo& schema,
                        const Options& options) {
  for (const Driver* driver : drivers) {
    if (!driver->accepts(url)) continue;
    Database database(new session::State(*driver, url, schema, options));
    database.state_->pool.open_least();  // a wrong URL shows now, not at the first query
    return database;
  }
  no_driver(url);
}

Database::Database(const Database& other) : Session(other.state_, nullptr) {
  if (state_) state_->handles.fetch_add(1, std::memory_order_relaxed);
}

Database::Database(Database&& other) noexcept : Session(std::exchange(other.state_, nullptr), nullptr) {}

Database& Database::operator=(Database other) noexcept {
  std::swap(state_, other.state_);
  return *this;
}

Database::~Database() {
  if (state_ && state_->handles.fetch_sub(1, std::memory_order_acq_rel) == 1) delete state_;
}

void Database::create_missing() {
  session::Lease lease(*state_, nullptr, session::Access::Write);
  const std::size_t dialect = static_cast<std::size_t>(lease->dialect());
  transaction([&](Transaction&) {
    for (const ModelInfo* model : state_->schema.models) {
      std::string difference;
      const TableDdl& ddl = model->ddl[dialect];
      switch (lease->connection().compare_table(model->table, ddl, difference)) {
        case TableState::Same: break;
        case TableState::Missing:
          for (const std::string_view statement : ddl.statements) lease->connection().execute(statement);
          break;
        case TableState::Different:
          throw SchemaMismatch("The table " + std::string(model->table) + " is not the one of schema " +
                               std::string(state_->schema.name) + ": " + difference +
                               ". Migrate the database, or start with an empty one.");
      }
    }
  });
}

Counters Database::counters() const {
  Counters counters;
  state_->pool.count(counters);
  return counters;
}

/// Waits 1, 2, 4 … ms, at most 100, and a random part of that again, so that rivals do not meet anew.
bool Database::pause_before_retry(int attempt, int attempts) const {
  if (attempt >= attempts || state_->pool.is_held_by_this_thread() || !trying_again_may_help()) return false;
  const std::int64_t base = std::min<std::int64_t>(std::int64_t{1000} << std::min(attempt - 1, 10), 100'000);
  const std::int64_t extra = Moment::now().microseconds % base;
  std::this_thread::sleep_for(std::chrono::microseconds(base + extra));
  return true;
}

void Database::interrupt() { state_->pool.interrupt(); }

Dialect Database::dialect() const { return state_->driver.dialect(); }

}  // namespace ochre
