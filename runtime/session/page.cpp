// Keyset pages: the next page begins after the values the last row was ordered by.
#include "ochre/page.hpp"

#include <algorithm>

#include "ochre/errors.hpp"
#include "ochre/result.hpp"
#include "query/default_order.hpp"
#include "query/json_form.hpp"
#include "query/scope.hpp"
#include "query/tree.hpp"
#include "session/cursor.hpp"
#include "session/row_values.hpp"
#include "session/state.hpp"

namespace ochre {
namespace {

using session::PageKey;

PageKey page_key(const ColumnRef& column, std::uint8_t direction) {
  const ModelInfo* model = column.path.root;
  bool optional = false;
  for (std::size_t i = 0; i < column.path.depth; ++i) {
    const RelationInfo& step = query::relation_of(*model, column.path.steps[i]);
    optional = optional || step.nullable || step.kind == RelationKind::HasOne;
    model = step.target;
  }
  const ColumnInfo& info = query::column_of(*model, column.index);
  return {column, direction, optional || info.nullable, &info};
}

bool repeats_rows(const query::JoinClause& join) {
  if (!join.owner) return true;
  const RelationKind kind = query::relation_of(query::model_at(*join.owner), join.relation).kind;
  return kind != RelationKind::BelongsTo && kind != RelationKind::HasOne;
}

/// The keys a query is ordered by, with the primary key at the end.
std::vector<PageKey> page_keys(const query::Select& select, const ModelInfo& model) {
  if (!select.from || select.limit || select.offset || !select.items.empty() || !select.group_by.empty() ||
      !select.compounds.empty()) {
    throw Unsupported("Pages are read of a table's rows, without limit, offset, select or group_by.");
  }
  if (!select.distinct && std::any_of(select.joins.begin(), select.joins.end(), repeats_rows)) {
    throw Unsupported(
        "A join to many rows repeats the rows of a page, which the next page would not go on with; add "
        "distinct(), or ask with any().");
  }
  std::vector<PageKey> keys;
  for (const query::OrderKey& key : select.order_by) {
    const query::Token& token = key.expression->token;
    if (token.op != Op::Column || token.path.root != &model || token.path.alias != select.from->alias) {
      throw Unsupported("Pages are ordered by columns of " + std::string(model.table) +
                        " and of rows it leads to, as posts.author().name; order by such columns, or use "
                        "limit and offset.");
    }
    keys.push_back(page_key({token.path, token.column}, key.direction));
  }
  for (const std::uint16_t column : model.key) {
    const bool known = std::any_of(keys.begin(), keys.end(), [&](const PageKey& key) {
      return key.column.path.depth == 0 && key.column.index == column;
    });
    if (!known) keys.push_back(page_key({*select.from, column}, 0));
  }
  return keys;
}

/// The rows of a page, and of the last two the values they are ordered by: which of them ends the page is
/// known when there are no more.
struct PageRows {
  const ModelInfo& model;
  void* rows;
  std::size_t keys;
  Values last;
  Values before_last;

  static bool visit(void* context, Row& row, Dialect dialect) {
    auto& page = *static_cast<PageRows*>(context);
    row.model(detail::codec_of(page.model, dialect), 0, page.model.row.add_row(page.rows));
    std::swap(page.last, page.before_last);
    page.last.clear();
    for (std::size_t i = 0; i < page.keys; ++i) {
      Value cell;
      row.cells(static_cast<int>(page.model.columns.size() + i), View(&cell, 1));
      page.last.add_copy(cell);
    }
    return true;
  }
};

/// Builds the condition "comes after the cursor's values".
class AfterCursor {
 public:
  AfterCursor(const std::vector<PageKey>& keys, const Values& values) : keys_(keys), values_(values) {}

  void put(Fragment& out) const {
    put_from(out, 0);
    out.op(Op::Where);
  }

 private:
  /// after(key) or (equal(key) and the same for the keys after it)
  void put_from(Fragment& out, std::size_t index) const {
    put_after(out, index);
    if (index + 1 == keys_.size()) return;
    put_equal(out, index);
    put_from(out, index + 1);
    out.op(Op::And);
    out.op(Op::Or);
  }

  void put_after(Fragment& out, std::size_t index) const {
    const PageKey& key = keys_[index];
    const Value value = values_.at(index);
    const bool nulls_first = (key.direction & order_nulls_first) != 0;
    out.column(key.column);
    if (value.is_null()) {
      // After NULL come the values when NULLs are first, else nothing, which "is null and is not null" says.
      out.op(Op::IsNotNull);
      if (nulls_first) return;
      out.column(key.column);
      out.op(Op::IsNull);
      out.op(Op::And);
      return;
    }
    const bool descending = (key.direction & order_descending) != 0;
    if (key.info->values.empty()) {
      out.bind(value);
      out.op(descending ? Op::Less : Op::Greater);
    } else {
      put_enumerators_after(out, key.info->values, value.text(), descending);
      out.op(Op::In);
    }
    if (key.nullable && !nulls_first) {
      out.column(key.column);
      out.op(Op::IsNull);
      out.op(Op::Or);
    }
  }

  /// Enums are ordered by their declaration, so what comes after a value are the ones declared after it.
  static void put_enumerators_after(Fragment& out, View<const std::string_view> values, std::string_view text,
                                    bool descending) {
    const auto at = std::find(values.begin(), values.end(), text);
    if (at == values.end())
      throw ValidationFailed("This is not a cursor of this query; begin with the first page.");
    const auto index = static_cast<std::size_t>(at - values.begin());
    SmallVector<Value, 16> items;
    for (const std::string_view other : descending ? values.first(index) : values.without_first(index + 1)) {
      items.push_back(Value::of_text(Kind::Enum, other));
    }
    out.bind_list(Kind::Enum, items.data(), items.size());
  }

  void put_equal(Fragment& out, std::size_t index) const {
    out.column(keys_[index].column);
    if (values_.at(index).is_null()) {
      out.op(Op::IsNull);
    } else {
      out.bind(values_.at(index));
      out.op(Op::Equal);
    }
  }

  const std::vector<PageKey>& keys_;
  const Values& values_;
};

/// Drops the row after the page, which only shows that there is one. False when there is none.
bool end_page(const ModelInfo& model, void* rows, std::int64_t size) {
  if (model.row.rows_size(rows) <= static_cast<std::size_t>(size)) return false;
  model.row.drop_last(rows);
  return true;
}

Values last_values(const ModelInfo& model, const void* rows, const std::vector<PageKey>& keys) {
  const auto* data = static_cast<const std::byte*>(model.row.rows_data(rows));
  const std::byte* last = data + (model.row.rows_size(rows) - 1) * model.row.row_size;
  Values values;
  for (const PageKey& key : keys) model.row.put(last, key.column.index, values);
  return values;
}

}  // namespace

std::string Session::read_page(const Fragment& query, const ModelInfo& model, void* rows,
                               const PageRequest& request) const {
  if (request.size < 1) throw ValidationFailed("A page has at least one row.");
  query::Select select = query::read_select(query);
  const std::size_t ordered = select.order_by.size();
  query::add_default_order(select);
  const std::vector<PageKey> keys = page_keys(select, model);
  const std::string text = query::json_of(query);
  const session::PagedQuery belongs{keys, text};
  Fragment paged = query;
  for (std::size_t i = ordered; i < keys.size(); ++i) {
    paged.column(keys[i].column);
    paged.op(Op::OrderBy, keys[i].direction);
  }
  if (!request.after.empty()) {
    const Values values = session::read_cursor(request.after, belongs);
    AfterCursor(keys, values).put(paged);
  }
  detail::put_count(paged, request.size + 1, Op::Limit);
  const bool walks =
      std::any_of(keys.begin(), keys.end(), [](const PageKey& key) { return key.column.path.depth > 0; });
  if (!walks) {
    read_rows(paged, model, rows);
    return end_page(model, rows, request.size)
               ? session::write_cursor(last_values(model, rows, keys), belongs)
               : std::string();
  }
  // A row does not hold what stands at the end of a path, so the keys are selected beside it.
  paged.source(*select.from);
  paged.op(Op::SelectModel);
  for (const PageKey& key : keys) {
    paged.column(key.column);
    paged.op(Op::Select);
  }
  PageRows page{model, rows, keys.size(), {}, {}};
  visit_rows(paged, {PageRows::visit, &page});
  return end_page(model, rows, request.size) ? session::write_cursor(page.before_last, belongs)
                                             : std::string();
}

}  // namespace ochre
