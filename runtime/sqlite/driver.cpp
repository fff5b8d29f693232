#include "ochre/driver/sqlite.hpp"

#include <limits>
#include <memory>

#include "core/driver.hpp"
#include "ochre/errors.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/open.hpp"
#include "sqlite/url.hpp"

namespace ochre::sqlite {
namespace {

/// What the URL leaves open comes from the options; what it says wins.
Location location_of(std::string_view url, const ConnectOptions& options) {
  Location location = parse_url(url);
  if (location.busy_timeout < 0) location.busy_timeout = options.busy_timeout;
  if (location.cache_bytes < 0) location.cache_bytes = options.cache_bytes;
  if (!options.read_only) return location;
  if (location.in_memory)
    throw BadUrl("A database in memory starts out empty; there is nothing to only read.");
  if (location.access != Access::Immutable) location.access = Access::ReadOnly;
  return location;
}

class SqliteDriver final : public Driver {
 public:
  Dialect dialect() const override { return Dialect::Sqlite; }
  bool accepts(std::string_view url) const override { return has_scheme(url); }
  std::unique_ptr<Connection> connect(std::string_view url, const ConnectOptions& options) const override {
    const Location location = location_of(url, options);
    auto wait = std::make_unique<LockWait>(location.busy_timeout);
    DatabaseHandle database = open_database(location, *wait);
    return std::make_unique<OpenConnection>(std::move(wait), std::move(database));
  }
  std::size_t connection_limit(std::string_view url) const override {
    return parse_url(url).in_memory ? 1 : std::numeric_limits<std::size_t>::max();
  }
  bool single_writer() const override { return true; }
};

}  // namespace

const Driver& driver() {
  static const SqliteDriver the_driver;
  return the_driver;
}

}  // namespace ochre::sqlite
