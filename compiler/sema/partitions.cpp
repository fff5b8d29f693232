#include "sema/partitions.hpp"

#include <algorithm>

#include "sema/codes.hpp"
#include "sema/column_lists.hpp"
#include "sema/expression_types.hpp"
#include "sema/literals.hpp"
#include "sema/numbers.hpp"
#include "sema/types.hpp"

namespace ochrec::sema {
namespace {

/// Reads one `partition` statement.
class Reader {
 public:
  Reader(Analysis& analysis, model::ModelId id, const ast::Partition& written)
      : analysis_(analysis), id_(id), written_(written) {}

  std::optional<model::Partition> read(model::Database database) {
    out_.kind = static_cast<model::PartitionKind>(written_.method);
    out_.only = database;
    out_.span = written_.span;
    if (!columns_can_be_divided() || !key_contains_columns() || !uniques_contain_columns())
      return std::nullopt;
    if (out_.kind == model::PartitionKind::Hash) return count() ? std::optional(out_) : std::nullopt;
    for (const ast::PartitionPart& part : written_.parts)
      if (!add_part(part)) return std::nullopt;
    return ranges_are_apart() ? std::optional(out_) : std::nullopt;
  }

 private:
  bool refuse(base::Code law, base::Span span, std::string message) {
    analysis_.report(law, span, std::move(message));
    return false;
  }

  bool columns_can_be_divided() {
    for (const ast::Path& path : written_.columns) {
      const auto listed = listed_columns(analysis_, id_, path);
      if (!listed) return false;
      if (listed->virtual_field)
        return refuse(codes::partition_columns, path.span,
                      "a partition is by columns, and this field is virtual");
      for (const std::uint32_t column : listed->columns) {
        const model::Column& of = analysis_.model(id_).columns[column];
        const bool ordered = out_.kind != model::PartitionKind::Range || has_order(of.type);
        if (!has_equality(of.type) || !ordered || analysis_.model(id_).fields[of.field].computed)
          return refuse(codes::partition_columns, path.span,
                        quoted(path.text()) + " of type " + quoted(spelled(analysis_, of.type)) +
                            " cannot divide a table so");
        out_.columns.push_back(column);
      }
    }
    const bool single = out_.kind == model::PartitionKind::Hash || out_.columns.size() == 1;
    return single ||
           refuse(codes::partition_columns, written_.span, "a partition by range or list is by one column");
  }

  bool key_contains_columns() {
    const model::Model& model = analysis_.model(id_);
    for (const std::uint32_t column : out_.columns)
      if (!model.key.empty() && std::find(model.key.begin(), model.key.end(), column) == model.key.end()) {
        analysis_
            .report(codes::partition_key, written_.columns[0].span,
                    "the key of " + quoted(model.name) + " does not contain " +
                        quoted(model.columns[column].name) + ", by which it is partitioned")
            .with_help(
                "a partitioned table is unique only within its partitions: make the field part of `id (…)`")
            .with_related(model.span, "declared here");
        return false;
      }
    return true;
  }

  bool uniques_contain_columns() {
    const model::Model& model = analysis_.model(id_);
    for (const model::Index& index : model.indexes)
      for (const std::uint32_t column : out_.columns) {
        const bool contained =
            std::any_of(index.parts.begin(), index.parts.end(), [&](const model::KeyPart& part) {
              const auto* other = std::get_if<std::uint32_t>(&part.what);
              return other != nullptr && *other == column;
            });
        if (!index.unique || contained) continue;
        analysis_
            .report(codes::partition_key, index.span,
                    "this unique does not contain " + quoted(model.columns[column].name) + ", by which " +
                        quoted(model.name) + " is partitioned")
            .with_related(written_.span, "partitioned here");
        return false;
      }
    return true;
  }

  bool count() {
    if (!written_.count && !written_.parts.empty()) return false;  // of another method that could not be read
    const auto number = written_.count ? parse_integer(written_.count->digits, false) : std::nullopt;
    if (!number || *number < 1 || *number > 10'000)
      return refuse(codes::partition_parts, written_.count ? written_.count->span : written_.span,
                    "a partition by hash has from 1 to 10000 parts");
    out_.count = static_cast<std::uint32_t>(*number);
    return true;
  }

  bool add_part(const ast::PartitionPart& written) {
    model::PartitionRange part;
    part.name = written.name.text;
    const std::string lower = lower_case(part.name);
    const auto [first, added] = names_.emplace(lower, written.name.span);
    if (!added) {
      analysis_
          .report(codes::partition_parts, written.name.span, "there already is a part " + quoted(part.name))
          .with_related(first->second, "first declared here");
      return false;
    }
    const bool sound = written.is_default() ? only_rest(written)
                       : written.range      ? add_range(*written.range, part)
                                            : add_list(*written.values, part);
    if (sound) out_.parts.push_back(std::move(part));
    return sound;
  }

  bool only_rest(const ast::PartitionPart& written) {
    if (!rest_) {
      rest_ = written.span;
      return true;
    }
    analysis_.report(codes::partition_parts, written.span, "there is one part for the rest")
        .with_related(*rest_, "the other one");
    return false;
  }

  model::Type element() const {
    model::Type type = analysis_.model(id_).columns[out_.columns[0]].type;
    type.optional = false;
    return type;
  }

  bool add_range(const ast::Range& range, model::PartitionRange& part) {
    if (out_.kind != model::PartitionKind::Range)
      return refuse(codes::partition_parts, range.span, "a partition by list has lists of values");
    if (!range.low || !range.high || range.low_exclusive || range.high_exclusive)
      return refuse(codes::partition_parts, range.span,
                    "a part runs from its first value to the first one beyond it: both are named");
    const auto low = literal_as(analysis_, *range.low, element(), codes::partition_parts, "a bound");
    const auto high = literal_as(analysis_, *range.high, element(), codes::partition_parts, "a bound");
    if (!low || !high) return false;
    const auto order = compare(*low, *high);
    if (order && *order >= 0) return refuse(codes::partition_parts, range.span, "no value lies in this part");
    part.values = {*low, *high};
    ranges_.push_back({*low, *high, range.span});
    return true;
  }

  bool add_list(const ast::List& list, model::PartitionRange& part) {
    if (out_.kind != model::PartitionKind::List || list.items.empty())
      return refuse(codes::partition_parts, written_.span,
                    out_.kind == model::PartitionKind::List ? "a part by list names its values"
                                                            : "a partition by range has ranges of values");
    for (const ast::Expression& item : list.items) {
      const auto value = literal_as(analysis_, item, element(), codes::partition_parts, "a value");
      if (!value) return false;
      if (std::find(values_.begin(), values_.end(), *value) != values_.end())
        return refuse(codes::partition_parts, item.span, "this value belongs to a part already");
      values_.push_back(*value);
      part.values.push_back(*value);
    }
    return true;
  }

  bool ranges_are_apart() {
    std::sort(ranges_.begin(), ranges_.end(),
              [](const Bounds& a, const Bounds& b) { return compare(a.low, b.low) == -1; });
    for (std::size_t at = 1; at < ranges_.size(); ++at) {
      if (compare(ranges_[at].low, ranges_[at - 1].high) != -1) continue;
      analysis_.report(codes::partition_parts, ranges_[at].span, "this part overlaps with another")
          .with_related(ranges_[at - 1].span, "the other one");
      return false;
    }
    return true;
  }

  struct Bounds {
    model::Value low;
    model::Value high;
    base::Span span;
  };

  Analysis& analysis_;
  model::ModelId id_;
  const ast::Partition& written_;
  model::Partition out_;
  std::unordered_map<std::string, base::Span> names_;
  std::optional<base::Span> rest_;
  std::vector<Bounds> ranges_;
  std::vector<model::Value> values_;
};

}  // namespace

void add_partition(Analysis& analysis, model::ModelId id, const ast::Partition& written,
                   model::Database database) {
  if (database != model::Database::Postgres) {
    analysis.report(codes::partition_database, written.span, "SQLite has no partitions")
        .with_help("partitions stand in `on postgres { … }`");
    return;
  }
  model::Model& model = analysis.model(id);
  if (!model.partitions.empty()) {
    analysis.report(codes::statement_twice, written.span, quoted(model.name) + " is partitioned already")
        .with_related(model.partitions[0].span, "the first one");
    return;
  }
  if (auto partition = Reader(analysis, id, written).read(database))
    model.partitions.push_back(std::move(*partition));
}

}  // namespace ochrec::sema
