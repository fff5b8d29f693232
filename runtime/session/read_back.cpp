#include "session/read_back.hpp"

#include "ochre/errors.hpp"
#include "ochre/result.hpp"
#include "query/key_statements.hpp"
#include "session/row_values.hpp"
#include "session/violation.hpp"

namespace ochre::session {
namespace {

/// One batch of rows, written with few statements.
class Insertion {
 public:
  Insertion(Channel& channel, const ModelInfo& model, void* rows, const std::string& gives_key)
      : channel_(channel),
        model_(model),
        rows_(static_cast<std::byte*>(rows)),
        gives_key_(gives_key),
        automatic_(query::automatic_column(model)) {}

  void run(std::size_t count) {
    const bool counts_keys = gives_key_.find('1') == std::string::npos;
    const bool generates = gives_key_.find('0') != std::string::npos;
    // Without a trigger that takes keys in between, the last one tells all. That is cheaper than RETURNING.
    returns_ =
        query::needs_read_back(model_) ||
        (generates && (!counts_keys || (count > 1 && !channel_.connection().keys_follow(model_.table))));
    const KeySlot slots[] = {KeySlot::InsertMany, KeySlot::InsertSome, KeySlot::InsertOne};
    const KeySlot returning[] = {KeySlot::InsertManyRows, KeySlot::InsertSomeRows, KeySlot::InsertRow};
    for (const KeySlot slot : returns_ ? returning : slots) {
      const std::size_t size = rows_of(slot, model_);
      if (count - first_ < size) continue;
      StatementUse statement = channel_.keyed(model_, slot);
      for (; count - first_ >= size; first_ += size) write(statement, size, generates);
    }
  }

 private:
  std::byte* row(std::size_t index) const { return rows_ + index * model_.row.row_size; }
  bool gives_key(std::size_t index) const { return index >= gives_key_.size() || gives_key_[index] == '1'; }

  void write(StatementUse& statement, std::size_t size, bool generates) {
    Values values;
    for (std::size_t i = first_; i < first_ + size; ++i) {
      put_insert_values(model_, row(i), gives_key(i), values);
    }
    if (returns_) {
      size_ = size;
      arrived_ = 0;
      statement.each(values, {place, this});
      if (arrived_ != size_) refuse_loss();
      return;
    }
    statement.run(values);
    if (!generates) return;
    const std::int64_t last = channel_.connection().last_insert_id();
    const auto automatic = static_cast<std::uint16_t>(automatic_);
    for (std::size_t i = 0; i < size; ++i) {
      const std::int64_t key = last - static_cast<std::int64_t>(size - 1 - i);
      model_.row.assign(row(first_ + i), automatic, Value::of_integer(model_.columns[automatic].kind, key));
    }
  }

  [[noreturn]] void refuse_loss() const {
    throw Error("Of " + std::to_string(size_) + " rows for " + std::string(model_.table) + ", " +
                std::to_string(arrived_) +
                " went in: a trigger kept the others out. Insert them one by one.");
  }

  static bool place(void* context, Row& returned) {
    auto& self = *static_cast<Insertion*>(context);
    const std::size_t target = self.target_of(returned);
    ++self.arrived_;
    returned.model(detail::codec_of(self.model_, self.channel_.dialect()), 0, self.row(self.first_ + target));
    return true;
  }

  /// The rows of RETURNING come in no promised order, https://www.sqlite.org/lang_returning.html, so they are
  /// told by their keys. Keys that the database made tell nothing; those rows do arrive as they were given.
  std::size_t target_of(Row& returned) const {
    for (std::size_t i = 0; i < size_; ++i) {
      const std::size_t candidate = (arrived_ + i) % size_;
      if (!gives_key(first_ + candidate) && i == 0) return candidate;
      if (gives_key(first_ + candidate) && has_key(returned, first_ + candidate)) return candidate;
    }
    return arrived_;
  }

  bool has_key(Row& returned, std::size_t index) const {
    Values storage;
    for (const std::uint16_t column : model_.key) {
      Value cell;
      returned.cells(column, View(&cell, 1));
      const Value own = value_of(model_, row(index), column, storage);
      if (!same(cell, own)) return false;
    }
    return true;
  }

  Channel& channel_;
  const ModelInfo& model_;
  std::byte* rows_;
  const std::string& gives_key_;
  int automatic_;
  bool returns_ = false;
  std::size_t first_ = 0;    // of the rows that one statement writes
  std::size_t size_ = 0;     // how many those are
  std::size_t arrived_ = 0;  // how many of them have come back
};

}  // namespace

void insert_and_complete(Channel& channel, const ModelInfo& model, void* rows, std::size_t count,
                         const std::string& gives_key) {
  try {
    Insertion(channel, model, rows, gives_key).run(count);
  } catch (ConstraintViolation& violation) {
    complete_violation(violation, model, count == 1 ? rows : nullptr, channel);
    throw;
  }
}

void read_again(Channel& channel, const ModelInfo& model, void* row) {
  Values key;
  put_key(model, row, key);
  Values own;  // the key's text may be the row's, which is written to meanwhile
  for (std::size_t i = 0; i < key.size(); ++i) own.add_copy(key.at(i));
  channel.keyed(model, KeySlot::Find).read_one(own, detail::codec_of(model, channel.dialect()), row);
}

}  // namespace ochre::session
