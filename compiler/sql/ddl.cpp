#include "sql/ddl.hpp"

#include <unordered_map>

#include "sql/pieces.hpp"

namespace ochrec::sql {
namespace {

enum class Visit : unsigned char { New, Open, Done };

/// Tables in the order of declaration, but each after those its foreign keys refer to; a cycle is cut at the
/// table where it was entered.
class Order {
 public:
  explicit Order(const std::vector<Table>& tables) : tables_(tables), visits_(tables.size(), Visit::New) {
    for (std::size_t at = 0; at < tables.size(); ++at) places_.emplace(tables[at].name, at);
    for (std::size_t at = 0; at < tables.size(); ++at) visit(at);
  }
  const std::vector<std::size_t>& places() const { return order_; }

 private:
  struct Step {
    std::size_t table;
    std::size_t next_key;
  };

  // With a stack of its own: a chain of ten thousand tables must not exhaust the thread's.
  void visit(std::size_t first) {
    std::vector<Step> stack;
    open(stack, first);
    while (!stack.empty()) {
      Step& step = stack.back();
      const auto& keys = tables_[step.table].foreign_keys;
      if (step.next_key == keys.size()) {
        visits_[step.table] = Visit::Done;
        order_.push_back(step.table);
        stack.pop_back();
        continue;
      }
      const auto target = places_.find(keys[step.next_key++].table);
      if (target != places_.end()) open(stack, target->second);
    }
  }

  void open(std::vector<Step>& stack, std::size_t table) {
    if (visits_[table] != Visit::New) return;
    visits_[table] = Visit::Open;
    stack.push_back({table, 0});
  }

  const std::vector<Table>& tables_;
  std::vector<Visit> visits_;
  std::unordered_map<std::string_view, std::size_t> places_;
  std::vector<std::size_t> order_;
};

void move_to(std::vector<Statement>& out, std::vector<Statement>&& more) {
  for (Statement& statement : more) out.push_back(std::move(statement));
}

std::vector<Statement> sqlite_script(const Schema& schema, const Order& order) {
  std::vector<Statement> out;
  for (const std::size_t place : order.places()) move_to(out, sqlite_statements(schema.tables[place]));
  return out;
}

std::vector<Statement> postgres_script(const Schema& schema, const Order& order) {
  Stages stages{postgres_types(schema), {}};
  std::unordered_set<std::string_view> created;
  for (const std::size_t place : order.places()) {
    append_postgres(stages, schema.tables[place], created);
    created.insert(schema.tables[place].name);
  }
  move_to(stages.statements, std::move(stages.foreign_keys));
  return std::move(stages.statements);
}

// Lines may end in any way a comment could end: nothing of a doc comment must reach the statements.
void append_comment(std::string& out, std::string_view doc) {
  if (doc.empty()) return;
  out += "-- ";
  for (std::size_t at = 0; at < doc.size(); ++at) {
    if (doc[at] == '\r' && at + 1 < doc.size() && doc[at + 1] == '\n') continue;
    if (doc[at] == '\n' || doc[at] == '\r') {
      out += "\n-- ";
    } else if (doc[at] != '\0') {
      out += doc[at];
    }
  }
  out += '\n';
}

}  // namespace

std::vector<Statement> statements(const Schema& schema, Database database) {
  const Order order(schema.tables);
  switch (database) {
    case Database::Sqlite: return sqlite_script(schema, order);
    case Database::Postgres: return postgres_script(schema, order);
  }
  return {};
}

std::string ddl(const Schema& schema, Database database) {
  std::string out;
  for (const Statement& statement : statements(schema, database)) {
    if (statement.kind == StatementKind::Table && !out.empty()) out += '\n';
    append_comment(out, statement.doc);
    out += statement.text;
    out += ";\n";
  }
  return out;
}

}  // namespace ochrec::sql
