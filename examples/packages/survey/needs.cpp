#include "survey/needs.hpp"

#include <cstdint>
#include <stdexcept>
#include <tuple>

#include "debian/models.hpp"
#include "ochre/named_query.hpp"

namespace survey {
namespace {

using ochre::from;

/// Pairs of package keys, each a step in some direction.
using Steps = ochre::Named<std::tuple<std::int64_t, std::int64_t>>;

enum class Direction { ToNeeded, ToNeeding };

template <typename Versions>
ochre::Expr<bool> in_scope(const Versions& versions, Scope scope) {
  if (scope == Scope::Everything) return versions.id.is_not_null();
  return versions.state == debian::State::Installed;
}

// [packages:needs]
Steps steps(Scope scope, Direction direction) {
  using debian::alternatives, debian::dependencies, debian::provisions, debian::versions;
  const auto needed = ochre::alias(versions, 1);
  const auto wanted =
      from(versions)
          .join(versions.dependencies)
          .join(dependencies.alternatives)
          .where(dependencies.strength.in({debian::Strength::PreDepends, debian::Strength::Depends}))
          .where(in_scope(versions, scope));
  const auto by_name = wanted.join(needed, needed.package_id == alternatives.package_id);
  const auto by_provision = wanted.join(provisions, provisions.package_id == alternatives.package_id)
                                .join(provisions.version, needed);
  const auto pairs = [&](const auto& query) {
    const auto other = query.where(in_scope(needed, scope)).where(needed.package_id != versions.package_id);
    return direction == Direction::ToNeeded ? other.select(versions.package_id, needed.package_id)
                                            : other.select(needed.package_id, versions.package_id);
  };
  return ochre::named("steps", pairs(by_name).union_with(pairs(by_provision)));
}

// [end]

// [packages:reached]
std::vector<Relative> relatives(ochre::Database& db, std::int64_t package, const Steps& steps) {
  using debian::packages;
  const auto direct = from(packages)
                          .join(steps, steps.column<0>() == packages.id)
                          .where(packages.id == package)
                          .select(steps.column<1>());
  const auto reached = ochre::recursive("reached", direct, [&](const auto& so_far) {
    return from(packages)
        .join(so_far, so_far.column() == packages.id)
        .join(steps, steps.column<0>() == packages.id)
        .select(steps.column<1>());
  });
  const auto directly = packages.id.in(direct);
  return db.all(from(packages)
                    .with(steps)
                    .with(reached)
                    .join(reached, reached.column() == packages.id)
                    .where(packages.id != package)  // which may need itself, over others
                    .order_by(directly.desc(), packages.name)
                    .select(packages.name, directly)
                    .as<Relative>());
}
// [end]

std::int64_t key_of(ochre::Database& db, const std::string& package, Scope scope) {
  const auto key = db.first(from(debian::versions)
                                .join(debian::versions.package)
                                .where(debian::packages.name == package && in_scope(debian::versions, scope))
                                .select(debian::packages.id));
  if (!key)
    throw std::runtime_error("no version of " + package +
                             " is known here; look again with --all, or import first");
  return *key;
}

}  // namespace

std::vector<Relative> dependents(ochre::Database& db, const std::string& package, Scope scope) {
  return relatives(db, key_of(db, package, scope), steps(scope, Direction::ToNeeding));
}

std::vector<Relative> requirements(ochre::Database& db, const std::string& package, Scope scope) {
  return relatives(db, key_of(db, package, scope), steps(scope, Direction::ToNeeded));
}

std::vector<std::string> orphans(ochre::Database& db, Scope scope) {
  const Steps needs = steps(scope, Direction::ToNeeded);
  return db.all(from(debian::packages)
                    .where(debian::packages.versions.any(in_scope(debian::versions, scope)))
                    .where(debian::packages.id.not_in(from(needs).select(needs.column<1>())))
                    .order_by(debian::packages.name)
                    .select(debian::packages.name));
}

}  // namespace survey
