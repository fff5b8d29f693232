#include "lower/checks.hpp"

#include <unordered_set>

#include "lower/expression.hpp"
#include "sql/names.hpp"

namespace ochrec::lower {
namespace {

// Names of one table's checks. Two equal ones are one check.
class Checks {
 public:
  explicit Checks(const Scope& scope) : scope_(scope) {}

  void add(NamedCondition named) {
    const std::string content = sql::text(named.condition, scope_.database);
    std::string name = sql::content_name(scope_.model.table, named.label, content);
    if (!names_.insert(name).second) return;
    sql::Check check{std::move(name), std::move(named.label), {}, std::move(named.condition)};
    sql::collect_columns(check.condition, check.columns);
    out_.push_back(std::move(check));
  }

  std::vector<sql::Check> take() { return std::move(out_); }

 private:
  const Scope& scope_;
  std::unordered_set<std::string> names_;
  std::vector<sql::Check> out_;
};

}  // namespace

std::vector<sql::Check> lower_checks(const Scope& scope) {
  Checks checks(scope);
  for (NamedCondition& named : struct_conditions(scope)) checks.add(std::move(named));
  for (std::uint32_t index = 0; index < scope.model.columns.size(); ++index) {
    for (NamedCondition& named : column_conditions(scope, index)) checks.add(std::move(named));
  }
  for (const model::Check& check : scope.model.checks) {
    checks.add({check.name, expression(scope, check.condition)});
  }
  return checks.take();
}

}  // namespace ochrec::lower
