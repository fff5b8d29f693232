#include "ochre/registry.hpp"

#include <map>
#include <mutex>
#include <string>

#include "ochre/errors.hpp"

namespace ochre {
namespace {

struct Registry {
  std::mutex mutex;
  std::map<std::string, Database, std::less<>> databases;
};

Registry& registry() {
  static Registry all;
  return all;
}

}  // namespace

void name_database(std::string_view name, const Database& database) {
  Registry& all = registry();
  const std::lock_guard lock(all.mutex);
  all.databases.insert_or_assign(std::string(name), database);
}

Database database_named(std::string_view name) {
  Registry& all = registry();
  const std::lock_guard lock(all.mutex);
  const auto found = all.databases.find(name);
  if (found != all.databases.end()) return found->second;
  std::string known;
  for (const auto& [other, database] : all.databases) known += (known.empty() ? "" : ", ") + other;
  throw Error("No database is named '" + std::string(name) + "'" +
              (known.empty() ? "; none has a name yet." : "; there are: " + known + "."));
}

bool forget_database(std::string_view name) {
  Registry& all = registry();
  const std::lock_guard lock(all.mutex);
  const auto found = all.databases.find(name);
  if (found == all.databases.end()) return false;
  all.databases.erase(found);
  return true;
}

}  // namespace ochre
