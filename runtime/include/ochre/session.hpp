// What a database and a transaction have in common: reading and writing rows. The templates here only name
// types; the work is done by functions compiled once in the library.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "ochre/graph.hpp"
#include "ochre/model_info.hpp"
#include "ochre/query.hpp"
#include "ochre/result.hpp"

namespace ochre {

namespace session {
class State;
class Channel;
}  // namespace session

/// Reads and writes. Every member throws what the database says as one of the exceptions of errors.hpp. A
/// Database is safe to use from any thread; a Transaction belongs to the thread that began it.
class Session {
 public:
  // ---- Reading ----

  /// The row with a key; several values for a key of several parts, in the order of `id (…)`.
  template <TableObject T, class... Parts>
  std::optional<typename T::Row> find(const T&, const Parts&... key) const {
    using R = typename T::Row;
    Values values;
    detail::put_key(typename Model<R>::Key(), values, key...);
    std::optional<R> row(std::in_place);
    if (!find_row(Model<R>::info, values, &*row)) row.reset();
    return row;
  }

  /// All rows of a query, in its order.
  template <class R, class... Outer>
  std::vector<detail::ResultOf<R>> all(const Query<R, Outer...>& query) const {
    std::vector<detail::ResultOf<R>> rows;
    if constexpr (detail::IsModel<R>) {
      read_rows(query.fragment(), Model<R>::info, &rows);
    } else {
      visit_rows(query.fragment(), {detail::append_row<R>, &rows});
    }
    return rows;
  }
  /// All rows of a table.
  template <TableObject T>
  std::vector<typename T::Row> all(const T& table) const {
    return all(from(table));
  }

  /// The first row of a query, if there is one.
  template <class R, class... Outer>
  std::optional<detail::ResultOf<R>> first(const Query<R, Outer...>& query) const {
    std::optional<detail::ResultOf<R>> row;
    visit_rows(limited(query.fragment(), 1), {detail::take_row<R>, &row});
    return row;
  }

  /// The only row of a query. Throws NotExactlyOne when there is none, or more.
  template <class R, class... Outer>
  detail::ResultOf<R> one(const Query<R, Outer...>& query) const {
    std::vector<detail::ResultOf<R>> rows;
    visit_rows(limited(query.fragment(), 2), {detail::append_row<R>, &rows});
    require_one(rows.size());
    return std::move(rows.front());
  }

  /// How many rows a query has.
  template <class R, class... Outer>
  std::int64_t count(const Query<R, Outer...>& query) const {
    return count_rows(query.fragment());
  }
  template <TableObject T>
  std::int64_t count(const T& table) const {
    return count_rows(from(table).fragment());
  }
  /// Whether a query has any row.
  template <class R, class... Outer>
  bool exists(const Query<R, Outer...>& query) const {
    return any_row(query.fragment());
  }

  /// Hands each row to `visit`, one at a time, in constant memory. A `visit` that returns bool stops with
  /// false. Calls on the database inside it use the same connection.
  template <class R, class... Outer, class Visit>
  void each(const Query<R, Outer...>& query, Visit&& visit) const {
    detail::RowCall<R, std::remove_reference_t<Visit>> call{visit, {}};
    visit_rows(query.fragment(), {decltype(call)::visit, &call});
  }

  /// The rows of a query with the related rows it includes: one query per included relation, none per row,
  /// all of the same state of the database. Throws BudgetExceeded.
  template <class R>
  Graph<R> graph(const GraphQuery<R>& query, const Budget& budget = {}) const {
    return Graph<R>(load_graph(query.fragment(), query.includes(), Model<R>::info, budget));
  }

  /// How the database would run the query, one step per line.
  template <class R, class... Outer>
  std::string explain(const Query<R, Outer...>& query) const {
    return explain_query(query.fragment());
  }

  // ---- Writing ----

  /// Inserts a row and returns it as the database has it now: with its key, defaults and computed columns.
  template <class N, class R = typename RowOf<N>::Type>
  R insert(N fields) {
    prepare_new(Model<R>::info, &fields);
    bool gives_key = true;
    if constexpr (requires { RowOf<N>::gives_key(fields); }) gives_key = RowOf<N>::gives_key(fields);
    R row = Model<R>::complete(std::move(fields), Moment::now());
    insert_row(Model<R>::info, &row, gives_key);
    return row;
  }

  /// Inserts many rows in one transaction, the fastest way there is. Returns how many.
  template <TableObject T>
  std::int64_t insert(const T&, std::span<const typename Model<typename T::Row>::New> rows) {
    const ModelInfo& model = Model<typename T::Row>::info;
    if (!model.normalise_new) return insert_rows(model, rows.data(), rows.size());
    std::vector<typename Model<typename T::Row>::New> own(rows.begin(), rows.end());
    for (auto& fields : own) model.normalise_new(&fields);
    return insert_rows(model, own.data(), own.size());
  }

  /// Writes all of a row that is in the database; @updated and @version members of `row` follow. Throws
  /// Conflict when the row's version is another one, NotExactlyOne when a model without version has no such
  /// row.
  template <detail::IsModel R>
  void update(R& row) {
    update_row(Model<R>::info, &row);
  }
  /// Changes all rows of a query. Returns how many.
  template <class R>
  std::int64_t update(const Update<R>& changes) {
    return update_rows(changes.fragment(), Model<R>::info);
  }

  /// Deletes the row with this row's key. False when there is none.
  template <detail::IsModel R>
  bool erase(const R& row) {
    return erase_row(Model<R>::info, &row);
  }
  /// Deletes all rows of a query. Returns how many.
  template <detail::IsModel R, class... Outer>
  std::int64_t erase(const Query<R, Outer...>& query) {
    return erase_rows(query.fragment());
  }

 protected:
  Session(session::State* state, session::Channel* channel) : state_(state), channel_(channel) {}

  session::State* state_;
  session::Channel* channel_;  // null: the connection this thread holds, or one of the pool

 private:
  bool find_row(const ModelInfo& model, const Values& key, void* row) const;
  void read_rows(const Fragment& query, const ModelInfo& model, void* rows) const;
  void visit_rows(const Fragment& query, RowSink sink) const;
  std::int64_t count_rows(const Fragment& query) const;
  bool any_row(const Fragment& query) const;
  GraphStore load_graph(const Fragment& query, const Fragment& includes, const ModelInfo& root,
                        const Budget& budget) const;
  std::string explain_query(const Fragment& query) const;
  static Fragment limited(const Fragment& query, std::int64_t count);
  static void require_one(std::size_t found);

  static void prepare_new(const ModelInfo& model, void* fields);
  void insert_row(const ModelInfo& model, void* row, bool gives_key);
  std::int64_t insert_rows(const ModelInfo& model, const void* fields, std::size_t count);
  void update_row(const ModelInfo& model, void* row);
  std::int64_t update_rows(const Fragment& changes, const ModelInfo& model);
  bool erase_row(const ModelInfo& model, const void* row);
  std::int64_t erase_rows(const Fragment& query);
};

}  // namespace ochre
