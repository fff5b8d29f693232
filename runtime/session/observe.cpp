#include "ochre/observe.hpp"

namespace ochre {
namespace {

void append_label(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '\\' || c == '"') out += '\\';
    c == '\n' ? void(out += "\\n") : void(out += c);
  }
}

std::string masked(const Value& value) {
  switch (value.storage) {
    case Storage::Null: return "null";
    case Storage::Integer: return "integer";
    case Storage::Real: return "real";
    case Storage::Text: return "text(" + std::to_string(value.size) + ")";
    case Storage::Bytes: return "bytes(" + std::to_string(value.size) + ")";
    case Storage::List: return "list(" + std::to_string(value.size) + ")";
  }
  return "";
}

}  // namespace

std::string masked_bindings(const StatementReport& report) {
  std::string out;
  for (std::size_t i = 0; report.bindings && i < report.bindings->size(); ++i) {
    out += (i == 0 ? "?" : ", ?") + std::to_string(i + 1) + " " + masked(report.bindings->at(i));
  }
  return out;
}

std::string to_prometheus(const Counters& counters, std::string_view name) {
  struct Metric {
    const char* name;
    const char* help;
    std::int64_t value;
    bool gauge = false;
  };
  const Metric metrics[] = {
      {"statements_total", "Statements run.", counters.statements},
      {"statement_failures_total", "Statements that failed.", counters.failures},
      {"rows_total", "Rows read or changed.", counters.rows},
      {"statement_nanoseconds_total", "Time spent in statements, when it is measured.", counters.nanoseconds},
      {"statement_cache_hits_total", "Queries whose statement was prepared already.", counters.cache_hits},
      {"statement_cache_misses_total", "Queries that had to be prepared.", counters.cache_misses},
      {"transactions_total", "Transactions begun.", counters.transactions},
      {"rollbacks_total", "Transactions and savepoints rolled back.", counters.rollbacks},
      {"pool_waits_total", "Times a thread waited for a connection.", counters.waits},
      {"connections_opened_total", "Connections opened.", counters.connections_opened},
      {"connections_closed_total", "Connections closed.", counters.connections_closed},
      {"connections", "Connections open now.", counters.connections_open, true},
      {"connections_busy", "Connections a thread uses now.", counters.connections_busy, true},
  };
  std::string out;
  for (const Metric& metric : metrics) {
    const std::string full = std::string("ochre_") + metric.name;
    out += "# HELP " + full + " " + metric.help + "\n# TYPE " + full +
           (metric.gauge ? " gauge\n" : " counter\n");
    out += full + "{database=\"";
    append_label(out, name);
    out += "\"} " + std::to_string(metric.value) + "\n";
  }
  return out;
}

}  // namespace ochre
