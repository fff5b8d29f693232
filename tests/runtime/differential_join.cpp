#include "differential_join.hpp"

#include "differential_maker.hpp"

namespace differential {
namespace {

using ochre::from;

class Joiner {
 public:
  Joiner(const Market& market, Random& random) : market_(market), random_(random) {}

  Joined make() {
    const std::size_t which = pick(random_, 11);
    if (which >= 9) return of_sales(which == 10);
    Joined out{plain(from(market::persons)),
               market_.of(market::persons, row_at(0), 1, inner_place),
               all_of(market_.persons),
               {}};
    out.keys.push_back(out.columns.ints[0]);
    const auto other = ochre::alias(market::persons, 1);
    switch (which) {
      case 1:
      case 2: join_buys(out, which == 2); break;
      case 3:
      case 4: join_condition(out, other, which == 4); break;
      case 5:
      case 6: join_groups(out, which == 6); break;
      case 7: join_sellers(out); break;
      case 8:
        out.query = plain(out.query.left_join(market::persons.boss, other));
        add(out, market::persons, other, 1, market_.persons, same(0, PersonRow::Boss, 1, PersonRow::Id),
            true);
        break;
      default: break;
    }
    return out;
  }

 private:
  template <class Table>
  void add(Joined& out, const Table&, const Table& table, std::size_t place, const std::vector<Row>& rows,
           const HoldsFor& on, bool outer) {
    out.rows = joined(out.rows, place, rows, on, outer);
    Columns columns = market_.of(table, row_at(place), 1, inner_place);
    out.keys.push_back(columns.ints[0]);
    out.columns.add(std::move(columns));
  }

  void join_buys(Joined& out, bool outer) {
    out.query =
        outer ? plain(out.query.left_join(market::persons.buys)) : out.query.join(market::persons.buys);
    add(out, market::sales, market::sales, 1, market_.sales, same(0, PersonRow::Id, 1, SaleRow::Buyer),
        outer);
  }

  void join_condition(Joined& out, const market::PersonTable& other, bool outer) {
    Columns both = out.columns;
    both.add(market_.of(other, row_at(1), 1, inner_place));
    both.relations.clear();
    const Condition on = Maker(random_, both).condition(2);
    out.query = outer ? plain(out.query.left_join(other, on.sql)) : out.query.join(other, on.sql);
    add(out, market::persons, other, 1, market_.persons, on.holds, outer);
  }

  void join_groups(Joined& out, bool outer) {
    out.query =
        outer ? plain(out.query.left_join(market::persons.groups)) : out.query.join(market::persons.groups);
    add(out, market::groups, market::groups, 1, market_.groups, market_.is_member(0, 1), outer);
  }

  void join_sellers(Joined& out) {
    join_buys(out, false);
    const auto seller = ochre::alias(market::persons, 2);
    out.query = plain(out.query.left_join(market::sales.seller, seller));
    add(out, market::persons, seller, 2, market_.persons, same(1, SaleRow::Seller, 2, PersonRow::Id), true);
  }

  Joined of_sales(bool joins) {
    Joined out{plain(from(market::sales)),
               market_.of(market::sales, row_at(0), 2, inner_place),
               all_of(market_.sales),
               {}};
    out.keys.push_back(out.columns.ints[0]);
    if (!joins) return out;
    const auto seller = ochre::alias(market::persons, 1);
    out.query = plain(out.query.join(market::sales.buyer).left_join(market::sales.seller, seller));
    add(out, market::persons, market::persons, 1, market_.persons, same(0, SaleRow::Buyer, 1, PersonRow::Id),
        false);
    add(out, market::persons, seller, 2, market_.persons, same(0, SaleRow::Seller, 2, PersonRow::Id), true);
    return out;
  }

  const Market& market_;
  Random& random_;
};

}  // namespace

Joined any_join(const Market& market, Random& random) { return Joiner(market, random).make(); }

}  // namespace differential
