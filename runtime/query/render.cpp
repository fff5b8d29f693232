#include "query/render.hpp"

#include "ochre/decimal.hpp"
#include "ochre/query.hpp"
#include "query/default_order.hpp"
#include "query/key_statements.hpp"
#include "query/select_writer.hpp"
#include "query/tree.hpp"
#include "spell/literal.hpp"

namespace ochre::query {
namespace {

std::string shown(const Value& value, const Values& values, Dialect dialect) {
  std::string out;
  switch (value.storage) {
    case Storage::Null: return "NULL";
    case Storage::Integer:
      if (value.kind == Kind::Bool) {
        spell::append_bool(out, value.integer != 0, dialect);
      } else if (value.kind == Kind::Decimal && dialect == Dialect::Postgres) {
        out += detail::decimal_text(value.integer, static_cast<int>(value.size));
      } else {
        spell::append_integer(out, value.integer);
      }
      return out;
    case Storage::Real: spell::append_real(out, value.real, dialect); return out;
    case Storage::Text: spell::append_text(out, value.text()); return out;
    case Storage::Bytes: {
      const auto* first = static_cast<const std::byte*>(value.data);
      spell::append_bytes(out, View(first, value.size), dialect);
      return out;
    }
    case Storage::List: break;
  }
  for (std::size_t i = 0; i < value.size; ++i) {
    out += (i == 0 ? "(" : ", ") + shown(values.item(value, i), values, dialect);
  }
  return out.empty() ? "()" : out + ")";
}

}  // namespace

std::string render(const Fragment& query, Purpose purpose, Dialect dialect) {
  Select select = read_select(query);
  if (purpose == Purpose::Select) add_default_order(select);
  if (purpose == Purpose::Upsert && select.from) {
    return SelectWriter(dialect, written_columns(model_at(*select.from)).size()).upsert(select);
  }
  SelectWriter writer(dialect);
  switch (purpose) {
    case Purpose::Count: return writer.count(select);
    case Purpose::Exists: return writer.exists(select);
    case Purpose::Update: return writer.update(select, false);
    case Purpose::UpdateReturning: return writer.update(select, true);
    case Purpose::Erase: return writer.erase(select);
    default: return writer.select(select);
  }
}

}  // namespace ochre::query

namespace ochre {

SqlText AnyQuery::sql(Dialect dialect) const {
  SqlText out;
  out.text = query::render(fragment(), query::Purpose::Select, dialect);
  const Values& values = fragment().values();
  for (std::size_t i = 0; i < values.size(); ++i) {
    out.bindings.push_back(query::shown(values.at(i), values, dialect));
  }
  return out;
}

}  // namespace ochre
