#include "query/default_order.hpp"

#include "ochre/model_info.hpp"
#include "query/scope.hpp"

namespace ochre::query {
namespace {

bool selects_rows(const Select& query) {
  return query.from && query.items.empty() && query.group_by.empty() && query.compounds.empty() &&
         !query.distinct;
}

}  // namespace

void add_default_order(Select& query) {
  if (!query.order_by.empty() || !selects_rows(query)) return;
  for (const OrderInfo& part : model_at(*query.from).order) {
    OrderKey key;
    key.expression = std::make_unique<Node>();
    key.expression->token.op = Op::Column;
    key.expression->token.path = *query.from;
    key.expression->token.column = part.column;
    key.direction = part.descending ? order_descending : 0;
    query.order_by.push_back(std::move(key));
  }
}

}  // namespace ochre::query
