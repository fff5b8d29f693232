// What a database and a transaction have in common: reading and writing rows. The templates here only name
// types; the work is done by functions compiled once in the library. What queries are made of is in
// query.hpp, what opens and commits in database.hpp and transaction.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "ochre/begin_mode.hpp"
#include "ochre/graph.hpp"
#include "ochre/model_info.hpp"
#include "ochre/model_rows.hpp"
#include "ochre/page.hpp"
#include "ochre/query.hpp"
#include "ochre/result.hpp"
#include "ochre/view.hpp"
#include "ochre/writes.hpp"

namespace ochre {

namespace session {
class State;
class Channel;
}  // namespace session

template <class Work>
decltype(auto) run_transaction(session::State* state, Work&& work, const TransactionOptions& options);

/// Reads and writes. A Database is safe to use from any thread; a Transaction belongs to the thread that
/// began it. Every member throws what the database says as one of the exceptions of errors.hpp, and
/// Unsupported, SchemaMismatch or StatementFailed for a query that means nothing there.
///
/// Every member may block: for a connection of the pool and, when it writes, for the threads of this program
/// that write, each at most Options::acquire_timeout (Timeout, Busy); for other processes at most
/// Options::busy_timeout (Busy); and while the statement runs. In a transaction with a time limit or a
/// Cancellation these end it earlier.
///
/// A write that is refused has changed nothing in the database, also where it takes several statements: these
/// make one transaction of their own, or a savepoint of the one that is open. Rows that are passed by
/// reference are normalised (@trim, @lower, @upper) before they are validated, and stay so when the call
/// throws.
class Session {
 public:
  // ---- Reading ----

  /// The row with a key, if there is one; several values for a key of several parts, in the order of `id
  /// (…)`. Its statement is prepared once per connection and not looked up by its text.
  template <TableObject T, class... Parts>
  [[gnu::always_inline]] std::optional<typename T::Row> find(const T&, const Parts&... key) const {
    return found<typename T::Row>(typename Model<typename T::Row>::Key(), key...);
  }

  /// All rows of a query, in its order; without one in the model's `order by`, else in none. All of them are
  /// in memory at once: use each() or page() where there may be too many.
  template <class R, class... Outer>
  [[gnu::always_inline]] std::vector<detail::ResultOf<R>> all(const Query<R, Outer...>& query) const {
    if constexpr (detail::IsModel<R>) {
      return detail::ModelRows<R>::all(*this, query.fragment());
    } else {
      return all_results<R>(query.fragment());
    }
  }
  /// All rows of a table.
  template <TableObject T>
  std::vector<typename T::Row> all(const T& table) const {
    return all(from(table));
  }

  /// The first row of a query, if there is one. Adds limit(1) unless the query has a limit.
  template <class R, class... Outer>
  [[gnu::always_inline]] std::optional<detail::ResultOf<R>> first(const Query<R, Outer...>& query) const {
    if constexpr (detail::IsModel<R>) {
      return detail::ModelRows<R>::first(*this, query.fragment());
    } else {
      return first_result<R>(query.fragment());
    }
  }

  /// The first row of a table by the model's `order by`; any row where it has none.
  template <TableObject T>
  std::optional<typename T::Row> first(const T& table) const {
    return first(from(table));
  }

  /// The only row of a query. Throws NotExactlyOne when there is none, or more; reads two at most.
  template <class R, class... Outer>
  detail::ResultOf<R> one(const Query<R, Outer...>& query) const {
    std::vector<detail::ResultOf<R>> rows;
    visit_rows(limited(query.fragment(), 2), {detail::append_row<R>, &rows});
    require_one(rows.size());
    return std::move(rows.front());
  }
  /// The only row of a table, as for settings.
  template <TableObject T>
  typename T::Row one(const T& table) const {
    return one(from(table));
  }

  /// How many rows a query has, its limit and offset included. Counts in the database.
  std::int64_t count(const AnyQuery& query) const { return count_rows(query.fragment()); }
  template <TableObject T>
  std::int64_t count(const T& table) const {
    return count_rows(from(table).fragment());
  }
  /// Whether a query has any row. Stops at the first.
  bool exists(const AnyQuery& query) const { return any_row(query.fragment()); }
  template <TableObject T>
  bool exists(const T& table) const {
    return any_row(from(table).fragment());
  }

  /// Hands each row to `visit`, one at a time, in constant memory. The row is `const R&` and good during the
  /// call only: the next one is read into the same place. A `visit` that returns bool stops with false; what
  /// it throws ends the reading and comes out here. Calls on the database inside it use the same connection,
  /// which is taken for as long; on SQLite a reader also keeps the WAL file from being emptied meanwhile,
  /// https://www.sqlite.org/wal.html#ckpt.
  template <class R, class... Outer, class Visit>
  void each(const Query<R, Outer...>& query, Visit&& visit) const {
    detail::RowCall<R, std::remove_reference_t<Visit>> call{visit, {}};
    visit_rows(query.fragment(), {decltype(call)::visit, &call});
  }
  /// The same for all rows of a table.
  template <TableObject T, class Visit>
  void each(const T& table, Visit&& visit) const {
    each(from(table), visit);
  }

  /// The rows of a query with the related rows it includes: one query per included relation, none per row,
  /// all of the same state of the database. Throws BudgetExceeded, as soon as the level that goes beyond the
  /// budget has been read, and Error when two chains include one relation with different conditions.
  template <class R>
  Graph<R> graph(const GraphQuery<R>& query, const Budget& budget = {}) const {
    return Graph<R>(load_graph(query.fragment(), query.includes(), Model<R>::info, budget));
  }

  /// A page of a query, which is ordered by columns of its table or at the end of paths from there; the key
  /// is added to the order. Throws ValidationFailed for a cursor that is not one of this query and for a page
  /// of no rows, Unsupported for a query that selects, groups or has a limit or offset of its own.
  template <detail::IsModel R, class... Outer>
  Page<R> page(const Query<R, Outer...>& query, const PageRequest& request = {}) const {
    Page<R> page;
    page.next = read_page(query.fragment(), Model<R>::info, &page.rows, request);
    return page;
  }

  /// A page of all rows of a table, in the model's `order by` or by key.
  template <TableObject T>
  Page<typename T::Row> page(const T& table, const PageRequest& request = {}) const {
    return page(from(table), request);
  }

  /// How the database would run the query, one step per line, for people: the text differs between versions
  /// of the database. Does not run it.
  std::string explain(const AnyQuery& query) const { return explain_query(query.fragment()); }
  template <TableObject T>
  std::string explain(const T& table) const {
    return explain_query(from(table).fragment());
  }

  // ---- Writing ----

  /// Inserts a row and returns it as the database has it now: with its key, defaults and computed columns.
  /// Throws ValidationFailed with all rules it breaks, before the database is asked, and UniqueViolation and
  /// its like for what only the database knows. now() is one reading of the clock for all defaults.
  template <class N, class R = typename RowOf<N>::Type>
  R insert(N fields) {
    bool gives_key = true;
    R row = completed<R>(std::move(fields), gives_key);
    insert_row(Model<R>::info, &row, gives_key);
    return row;
  }

  /// Inserts a row and rows that are related to it, and theirs, in one transaction. Those it refers to come
  /// first. Returns the outer row. See related():
  /// insert(NewUser{…}, related(users.posts, NewPost{…}, related(posts.tags, NewTag{…})), related(…)).
  template <class N, class First, class... Rest, class R = typename RowOf<N>::Type>
  R insert(N fields, First first, Rest... rest) {
    return run_transaction(
        state_, [&](auto&) { return insert_family<R>(std::move(fields), first, rest...); },
        BeginMode::Immediate);
  }

  /// Inserts many rows in one transaction, the fastest way there is. Returns how many. All are validated
  /// first: ValidationFailed then tells the place of each, "[3].title". `rows` stay as they are.
  template <TableObject T>
  std::int64_t insert(const T&, View<const typename Model<typename T::Row>::New> rows) {
    const ModelInfo& model = Model<typename T::Row>::info;
    if (!model.normalise_new) return insert_rows(model, rows.data(), rows.size());
    std::vector<typename Model<typename T::Row>::New> own(rows.begin(), rows.end());
    for (auto& fields : own) model.normalise_new(&fields);
    return insert_rows(model, own.data(), own.size());
  }

  /// The same, and returns the rows as the database has them now, in the order they were given in. Throws
  /// Error when a trigger kept one of them out.
  template <TableObject T>
  std::vector<typename T::Row> insert_returning(const T&,
                                                View<const typename Model<typename T::Row>::New> rows) {
    using R = typename T::Row;
    using N = typename Model<R>::New;
    std::vector<N> own(rows.begin(), rows.end());
    prepare_many(Model<R>::info, own.data(), own.size());
    const Moment moment = Moment::now();
    std::vector<R> inserted;
    inserted.reserve(own.size());
    std::string gives_key;  // one character per row
    for (N& fields : own) {
      if constexpr (requires { RowOf<N>::gives_key(fields); }) {
        gives_key += RowOf<N>::gives_key(fields) ? '1' : '0';
      }
      inserted.push_back(Model<R>::complete(std::move(fields), moment));
    }
    insert_and_read(Model<R>::info, inserted.data(), inserted.size(), gives_key);
    return inserted;
  }

  /// Inserts a row, or changes the one that is there already: upsert(users, NewUser{…},
  /// on_conflict(users.email).update(users.name)). Returns the row as it is now; nothing when there was a
  /// conflict and the row there was left alone. @version and @updated follow as in an update. Throws
  /// UniqueViolation for a conflict over other columns than those named.
  template <TableObject T, class N, class R = typename T::Row>
  std::optional<R> upsert(const T&, N fields, const OnConflict<R>& conflict) {
    bool gives_key = true;
    R row = completed<R>(std::move(fields), gives_key);
    if (!upsert_row(Model<R>::info, &row, gives_key, conflict.fragment())) return std::nullopt;
    return row;
  }

  /// Inserts a row unless there is one with the same values in `columns`, which must be unique. Returns the
  /// row that is there then, and whether it is new. Safe against rivals: of several that call it at once, one
  /// gets a new row and the others the same one.
  template <class N, class... Columns, class R = typename RowOf<N>::Type>
  std::pair<R, bool> get_or_insert(N fields, const Columns&... columns) {
    bool gives_key = true;
    R row = completed<R>(std::move(fields), gives_key);
    const OnConflict<R> conflict = on_conflict(columns...);
    const bool is_new = insert_or_find(Model<R>::info, &row, gives_key, conflict.fragment());
    return {std::move(row), is_new};
  }

  /// Writes all of a row that is in the database; its @updated, @version and @computed members follow. Throws
  /// Conflict when the row's version is another one, NotExactlyOne when a model without version has no such
  /// row.
  template <detail::IsModel R>
  void update(R& row) {
    update_row(Model<R>::info, &row);
  }
  /// Writes many rows by key in one statement; their @updated, @version and @computed members follow. Throws
  /// Conflict, and changes nothing, when one of them has another version or is gone; without a version
  /// NotExactlyOne, when one is gone.
  template <TableObject T>
  void update(const T&, View<typename T::Row> rows) {
    update_models(Model<typename T::Row>::info, rows.data(), rows.size());
  }
  /// Writes the fields of `after` that differ from `before`, which have the same key; the @updated and
  /// @version members of `after` follow, and with @computed ones `after` becomes the row as it is stored.
  /// False when none differs; then nothing is asked of the database. Throws as update(row) does, and Error
  /// for two rows of different keys.
  template <detail::IsModel R>
  bool save(const R& before, R& after) {
    return save_row(Model<R>::info, &before, &after);
  }
  /// Changes all rows of a query. Returns how many. Values are normalised and validated first: throws
  /// ValidationFailed, and Unsupported for an expression in a column whose rules or normalisers no database
  /// knows.
  template <class R>
  std::int64_t update(const Update<R>& changes) {
    return update_rows(changes.fragment(), Model<R>::info);
  }

  /// The same, and returns the rows as they are now, in no order: https://www.sqlite.org/lang_returning.html.
  template <class R>
  std::vector<R> update_returning(const Update<R>& changes) {
    std::vector<R> rows;
    update_and_read(changes.fragment(), Model<R>::info, &rows);
    return rows;
  }

  /// Relates rows of a many-to-many relation; those that are related already stay so. Further fields of the
  /// rows that join them get their defaults; where one has none, this does not compile. Returns how many
  /// links are new. Throws ForeignKeyViolation when one of the rows is not in the database.
  template <class From, class To, Ends E>
  std::int64_t link(const From& from, const Relation<From, To, E>& relation,
                    const std::type_identity_t<To>& to) {
    detail::can_link<E>();
    return link_rows(Model<From>::info, relation, &from, &to, 1);
  }
  /// The same for many rows, in one transaction.
  template <class From, class To, Ends E>
  std::int64_t link(const From& from, const Relation<From, To, E>& relation,
                    std::type_identity_t<View<const To>> to) {
    detail::can_link<E>();
    return link_rows(Model<From>::info, relation, &from, to.data(), to.size());
  }
  /// Ends the relation between rows, which stay. Returns how many links there were.
  template <class From, class To, Ends E>
  std::int64_t unlink(const From& from, const Relation<From, To, E>& relation,
                      const std::type_identity_t<To>& to) {
    detail::can_unlink<E>();
    return unlink_rows(Model<From>::info, relation, &from, &to, 1);
  }
  /// Relates `from` to exactly these rows, in one transaction; none ends all links. Links that are there
  /// already stay as they are, with the further fields of their rows.
  template <class From, class To, Ends E>
  void replace_links(const From& from, const Relation<From, To, E>& relation,
                     std::type_identity_t<View<const To>> to) {
    detail::can_link<E>();
    replace_rows(Model<From>::info, relation, &from, to.data(), to.size());
  }

  /// Deletes the row with this row's key, whatever its other members and its version are. False when there is
  /// none. Rows that refer to it go, lose their key or keep it from going (ForeignKeyViolation), as
  /// @on_delete of their relation says; so for all ways of deleting.
  template <detail::IsModel R>
  bool erase(const R& row) {
    return erase_row(Model<R>::info, &row);
  }
  /// Deletes all rows of a query. Returns how many it deleted, those that went with them not among them.
  template <detail::IsModel R, class... Outer>
  std::int64_t erase(const Query<R, Outer...>& query) {
    return erase_rows(query.fragment());
  }
  /// Deletes all rows of a table. Returns how many.
  template <TableObject T>
  std::int64_t erase(const T& table) {
    return erase_rows(from(table).fragment());
  }

 protected:
  Session(session::State* state, session::Channel* channel) : state_(state), channel_(channel) {}

  session::State* state_;
  session::Channel* channel_;  // null: the connection this thread holds, or one of the pool

 private:
  friend struct detail::RowReads;

  /// The row an insert writes, with its defaults; its key may still be missing.
  template <class R, class N>
  static R completed(N&& fields, bool& gives_key) {
    prepare_new(Model<R>::info, &fields);
    if constexpr (requires { RowOf<N>::gives_key(fields); }) gives_key = RowOf<N>::gives_key(fields);
    return Model<R>::complete(std::forward<N>(fields), Moment::now());
  }

  template <class R, class N, class... Related>
  R insert_family(N fields, Related&... related) {
    bool gives_key = true;
    R row = completed<R>(std::move(fields), gives_key);
    finish_family(row, gives_key, related...);
    return row;
  }
  /// The row that `outer`, which waits for its key, refers to.
  template <class From, class RelationType, class N, class... Children>
  void insert_before(From& outer, RelatedRow<RelationType, N, Children...>& related) {
    if constexpr (detail::ends_at_one<RelationType> && detail::leads_to<RelationType, N>) {
      if (!comes_first(Model<From>::info, related.relation)) return;
      const auto row = insert_children<typename RelationType::Target>(
          detail::related_fields(std::as_const(outer), related.fields), related.children);
      refer_back(Model<From>::info, related.relation, &row, &outer);
    }
  }
  template <class From, class To, class N, class... Children>
  void insert_after(const From& outer, RelatedRow<ManyToMany<From, To>, N, Children...>& related) {
    if constexpr (detail::leads_to<ManyToMany<From, To>, N>) {
      link(outer, related.relation,
           insert_children<To>(detail::related_fields(outer, related.fields), related.children));
    }
  }
  template <class From, Ends E, class To, class N, class... Children>
  void insert_after(const From& outer, RelatedRow<Relation<From, To, E>, N, Children...>& related) {
    if constexpr (detail::leads_to<Relation<From, To, E>, N>) {
      if (E == Ends::One && comes_first(Model<From>::info, related.relation)) return;
      bool gives_key = true;
      To row = completed<To>(detail::related_fields(outer, related.fields), gives_key);
      refer_to(Model<From>::info, related.relation, &outer, &row);
      detail::with_each(related.children, [&](auto&... child) { finish_family(row, gives_key, child...); });
    }
  }
  template <class R, class... Related>
  void finish_family(R& row, bool gives_key, Related&... related) {
    (insert_before(row, related), ...);
    insert_row(Model<R>::info, &row, gives_key);
    (insert_after(row, related), ...);
  }
  template <class R, class N, class... Children>
  R insert_children(N fields, RelatedRows<Children...>& children) {
    return detail::with_each(children,
                             [&](auto&... child) { return insert_family<R>(std::move(fields), child...); });
  }

  template <class R, class... Parts, class... Given>
  [[gnu::always_inline]] std::optional<R> found(KeyTypes<Parts...>, const Given&... given) const {
    static_assert(sizeof...(Parts) == sizeof...(Given),
                  "give every part of the key, in the order of `id (…)`");
    if constexpr (sizeof...(Parts) == sizeof...(Given)) {
      const Value key[] = {detail::key_part<Parts>(given)...};
      return detail::ModelRows<R>::find(*this, key, sizeof...(Parts));
    } else {
      return std::nullopt;
    }
  }

  template <class R>
  std::vector<detail::ResultOf<R>> all_results(const Fragment& query) const {
    std::vector<detail::ResultOf<R>> rows;
    visit_rows(query, {detail::append_row<R>, &rows});
    return rows;
  }
  template <class R>
  std::optional<detail::ResultOf<R>> first_result(const Fragment& query) const {
    std::optional<detail::ResultOf<R>> row;
    visit_rows(limited(query, 1), {detail::take_row<R>, &row});
    return row;
  }

  bool find_row(const ModelInfo& model, const Value* key, std::size_t parts, void* row) const;
  bool read_first(const Fragment& query, const ModelInfo& model, void* row) const;
  void read_rows(const Fragment& query, const ModelInfo& model, void* rows) const;
  void visit_rows(const Fragment& query, RowSink sink) const;
  std::int64_t count_rows(const Fragment& query) const;
  bool any_row(const Fragment& query) const;
  GraphStore load_graph(const Fragment& query, const Fragment& includes, const ModelInfo& root,
                        const Budget& budget) const;
  std::string read_page(const Fragment& query, const ModelInfo& model, void* rows,
                        const PageRequest& request) const;
  std::string explain_query(const Fragment& query) const;
  static Fragment limited(const Fragment& query, std::int64_t count);
  static void require_one(std::size_t found);

  static void prepare_new(const ModelInfo& model, void* fields);
  static void prepare_many(const ModelInfo& model, void* fields, std::size_t count);
  void insert_and_read(const ModelInfo& model, void* rows, std::size_t count, const std::string& gives_key);
  void insert_row(const ModelInfo& model, void* row, bool gives_key);
  std::int64_t insert_rows(const ModelInfo& model, const void* fields, std::size_t count);
  void update_row(const ModelInfo& model, void* row);
  std::int64_t update_rows(const Fragment& changes, const ModelInfo& model);
  bool upsert_row(const ModelInfo& model, void* row, bool gives_key, const Fragment& conflict);
  bool insert_or_find(const ModelInfo& model, void* row, bool gives_key, const Fragment& target);
  void update_models(const ModelInfo& model, void* rows, std::size_t count);
  bool run_update_many(session::Channel& channel, const ModelInfo& model, const Values& values,
                       std::size_t count);
  bool save_row(const ModelInfo& model, const void* before, void* after);
  void update_and_read(const Fragment& changes, const ModelInfo& model, void* rows);
  std::int64_t link_rows(const ModelInfo& model, const RelationRef& relation, const void* from,
                         const void* to, std::size_t count);
  std::int64_t unlink_rows(const ModelInfo& model, const RelationRef& relation, const void* from,
                           const void* to, std::size_t count);
  void replace_rows(const ModelInfo& model, const RelationRef& relation, const void* from, const void* to,
                    std::size_t count);
  /// Whether the row that `outer` leads to is inserted before it, because `outer` holds its key.
  static bool comes_first(const ModelInfo& model, const RelationRef& relation);
  /// Fills the key fields of `outer` that refer to `row`.
  static void refer_back(const ModelInfo& model, const RelationRef& relation, const void* row, void* outer);
  /// Fills the key fields of `row` that refer to `outer`.
  static void refer_to(const ModelInfo& model, const RelationRef& relation, const void* outer, void* row);
  bool erase_row(const ModelInfo& model, const void* row);
  std::int64_t erase_rows(const Fragment& query);
};

}  // namespace ochre
