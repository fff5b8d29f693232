// The tasks with Ochre, through what its users have: generated code and the public headers.
#include <span>
#include <stdexcept>

#include "bench/models.hpp"
#include "bench/side.hpp"
#include "ochre/driver/sqlite.hpp"
#include "ochre/errors.hpp"
#include "ochre/query.hpp"

namespace ochre_bench {
namespace {

using bench::NewPerson;
using bench::people;
using bench::Person;
using ochre::from;

/// A database whose table is the plain one: the same model with other DDL.
ochre::Database open_with(const std::string& url, Ddl ddl) {
  if (ddl == Ddl::Full) return bench::open(url);
  static constexpr std::string_view statements[] = {plain_ddl};
  static ochre::ModelInfo model = ochre::Model<Person>::info;
  static const ochre::ModelInfo* const models[] = {&model};
  static const ochre::SchemaInfo schema = {.name = "bench", .models = models};
  model.ddl[static_cast<std::size_t>(ochre::Dialect::Sqlite)] = {statements};
  const ochre::Driver* const drivers[] = {&ochre::sqlite::driver()};
  return ochre::Database::open(url, drivers, schema);
}

class OchreSide final : public Side {
 public:
  explicit OchreSide(const Sizes& sizes)
      : reads_(sample_ids(sizes.point_reads, sizes.rows)),
        queries_(sample_ids(sizes.queries, sizes.rows - sizes.rows / 10)),
        updates_(sample_ids(sizes.updates, sizes.rows)) {
    for (PlainPerson& person : sample_people(sizes.rows)) {
      new_people_.push_back(NewPerson{.email = person.email,
                                      .name = person.name,
                                      .age = person.age,
                                      .score = person.score,
                                      .active = person.active,
                                      .created_at = person.created_at});
      people_.push_back(Person{.id = person.id,
                               .email = std::move(person.email),
                               .name = std::move(person.name),
                               .age = person.age,
                               .score = person.score,
                               .active = person.active,
                               .created_at = person.created_at});
    }
  }

  void open(const std::string& path, Ddl ddl) override {
    database_.reset();
    database_.emplace(open_with(path.empty() ? "sqlite::memory:" : "sqlite:" + path, ddl));
    database_->create_missing();
    run(Task::BulkInsert);
  }
  void prepare(Task task) override {
    if (task == Task::BulkInsert) database_->erase(from(people));
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
  std::uint64_t bulk_insert() {
    return static_cast<std::uint64_t>(database_->insert(people, std::span<const NewPerson>(new_people_)));
  }
  std::uint64_t read_all() {
    const std::vector<Person> found = database_->all(people);
    return mixed(found.size(), found.back());
  }
  std::uint64_t point_reads() {
    std::uint64_t sum = 0;
    database_->transaction([&](ochre::Transaction& transaction) {
      for (const std::int64_t id : reads_) sum = mixed(sum, transaction.find(people, id).value());
    });
    return sum;
  }
  std::uint64_t filtered() {
    std::uint64_t sum = 0;
    for (const std::int64_t after : queries_) {
      const std::vector<Person> page =
          database_->all(from(people)
                             .where(people.age >= 30 && people.active == true && people.id > after)
                             .order_by(people.id.asc())
                             .limit(20));
      sum = mixed(sum + page.size(), page.back());
    }
    return sum;
  }
  std::uint64_t update() {
    database_->transaction([&](ochre::Transaction& transaction) {
      for (const std::int64_t id : updates_)
        transaction.update(changed(people_[static_cast<std::size_t>(id) - 1]));
    });
    return updates_.size();
  }

  std::vector<NewPerson> new_people_;
  std::vector<Person> people_;
  std::vector<std::int64_t> reads_;
  std::vector<std::int64_t> queries_;
  std::vector<std::int64_t> updates_;
  std::optional<ochre::Database> database_;
};

}  // namespace

std::unique_ptr<Side> ochre_side(const Sizes& sizes) { return std::make_unique<OchreSide>(sizes); }

std::string full_ddl() {
  std::string sql;
  const auto& ddl = ochre::Model<Person>::info.ddl[static_cast<std::size_t>(ochre::Dialect::Sqlite)];
  for (const std::string_view statement : ddl.statements) (sql += statement) += ";\n";
  return sql;
}

}  // namespace ochre_bench
