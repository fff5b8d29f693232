#include "differential_market.hpp"

#include <chrono>

namespace differential {
namespace {

using namespace market;

const std::vector<std::string> names = {"Ann", "ann", "Bob",  "Zoë", "%",    "a_b",
                                        "x'y", " b ", "東京", "",    "ANN Z"};

template <class T>
std::optional<T> maybe(Random& random, T value) {
  return chance(random, 30) ? std::nullopt : std::optional<T>(value);
}

std::int64_t small(Random& random) { return static_cast<std::int64_t>(pick(random, 13)) - 4; }

ochre::Date a_day(Random& random) {
  return ochre::Date(std::chrono::days(static_cast<int>(pick(random, 30'000)) - 10'000));
}
ochre::Timestamp a_moment(Random& random) {
  return ochre::Timestamp(a_day(random).time_since_epoch()) +
         std::chrono::microseconds(pick(random, 86'400'000'000));
}

Cell cell(const std::string& value) { return value; }
Cell cell(std::int64_t value) { return value; }
Cell cell(std::int32_t value) { return std::int64_t{value}; }
Cell cell(bool value) { return std::int64_t{value}; }
Cell cell(double value) { return value; }
Cell cell(Level value) { return static_cast<std::int64_t>(value); }
Cell cell(ochre::Date value) { return std::int64_t{value.time_since_epoch().count()}; }
Cell cell(ochre::Timestamp value) { return std::int64_t{value.time_since_epoch().count()}; }
template <class T>
Cell cell(const std::optional<T>& value) {
  return value ? cell(*value) : Cell();
}

Cell at(const Row* row, std::size_t index) { return row ? (*row)[index] : Cell(); }

ValueOf read(const RowOf& row, std::size_t index) {
  return [row, index](const Sight& sight) { return at(row(sight), index); };
}

template <class T, class C>
Said<T> said(const C& column, const RowOf& row, std::size_t index) {
  return {ochre::Expr<std::optional<T>>{ochre::detail::fragment_of(column)}, read(row, index)};
}

/// The row of a table whose value at `index` is the one that `key` says.
RowOf found(const std::vector<Row>& table, std::size_t index, const ValueOf& key) {
  return [&table, index, key](const Sight& sight) -> const Row* {
    const Cell wanted = key(sight);
    for (const Row& row : table) {
      if (!is_null(wanted) && row[index] == wanted) return &row;
    }
    return nullptr;
  };
}

template <class T>
void append(std::vector<T>& to, std::vector<T>& from) {
  for (T& item : from) to.push_back(std::move(item));
}

}  // namespace

void Columns::add(Columns other) {
  append(ints, other.ints);
  append(reals, other.reals);
  append(texts, other.texts);
  append(days, other.days);
  append(instants, other.instants);
  append(conditions, other.conditions);
  append(relations, other.relations);
}

RowOf row_at(std::size_t place) {
  return [place](const Sight& sight) { return sight.rows[place]; };
}

HoldsFor same(std::size_t left_place, std::size_t left, std::size_t right_place, std::size_t right) {
  return [=](const Sight& sight) {
    return compare(Comparison::Equal, at(sight.rows[left_place], left), at(sight.rows[right_place], right));
  };
}

HoldsFor Market::is_member(std::size_t person, std::size_t group) const {
  return [this, person, group](const Sight& sight) -> Truth {
    for (const auto& [someone, some] : members) {
      if (sight.rows[person] && (*sight.rows[person])[PersonRow::Id] == Cell(someone) &&
          (*sight.rows[group])[GroupRow::Id] == Cell(some))
        return true;
    }
    return false;
  };
}

Market::Market(Random& random) {
  db.create_missing();
  make(random);
}

void Market::make(Random& random) {
  std::vector<std::int64_t> ids;
  for (int i = 0; i < 11; ++i) {
    NewPerson fields{.name = one_of(random, names), .joined = a_moment(random), .active = chance(random, 50)};
    fields.age = maybe(random, static_cast<std::int32_t>(small(random)));
    fields.score = maybe(random, static_cast<double>(small(random)) / 2);
    fields.level = maybe(random, static_cast<Level>(pick(random, 3)));
    fields.born = maybe(random, a_day(random));
    if (!ids.empty()) fields.boss_id = maybe(random, one_of(random, ids));
    const Person person = db.insert(fields);
    ids.push_back(person.id);
    persons.push_back({cell(person.id), cell(person.name), cell(person.age), cell(person.score),
                       cell(person.level), cell(person.born), cell(person.joined), cell(person.active),
                       cell(person.boss_id)});
    if (chance(random, 50)) continue;
    const Card card = db.insert(NewCard{.owner_id = person.id,
                                        .money = maybe(random, static_cast<std::int32_t>(small(random))),
                                        .word = one_of(random, names)});
    cards.push_back({cell(card.owner_id), cell(card.money), cell(card.word)});
  }
  for (int i = 0; i < 17; ++i) {
    NewSale fields{.buyer_id = one_of(random, ids)};
    fields.seller_id = maybe(random, one_of(random, ids));
    fields.amount = maybe(random, static_cast<std::int32_t>(small(random)));
    fields.note = maybe(random, one_of(random, names));
    fields.at = maybe(random, a_moment(random));
    const Sale sale = db.insert(fields);
    sales.push_back({cell(sale.id), cell(sale.buyer_id), cell(sale.seller_id), cell(sale.amount),
                     cell(sale.note), cell(sale.at)});
  }
  for (int i = 0; i < 4; ++i) {
    const Group group = db.insert(NewGroup{.title = maybe(random, one_of(random, names))});
    groups.push_back({cell(group.id), cell(group.title)});
    for (const std::int64_t id : ids) {
      if (chance(random, 60)) continue;
      db.insert(NewGroupPerson{.group_id = group.id, .person_id = id});
      members.emplace_back(id, group.id);
    }
  }
}

template <class Table>
void Market::add_relation(Columns& out, const ochre::RelationRef& relation, std::size_t place,
                          const Table& target, const std::vector<Row>& rows,
                          std::function<bool(const Row& own, const Row& other)> related,
                          const RowOf& own) const {
  if (place >= Sight().rows.size()) return;
  const auto leads_to = [&rows, related = std::move(related), own](const Sight& sight) {
    std::vector<const Row*> out_rows;
    const Row* owner = own(sight);
    for (const Row& row : rows) {
      if (owner && related(*owner, row)) out_rows.push_back(&row);
    }
    return out_rows;
  };
  const auto columns = [this, &target, place] { return of(target, row_at(place), 1, place + 1); };
  out.relations.push_back({relation, place, leads_to, columns});
}

Columns Market::of(const PersonTable& table, const RowOf& row, int depth, std::size_t place) const {
  Columns out;
  out.ints = {said<std::int64_t>(table.id, row, PersonRow::Id),
              said<std::int64_t>(table.age, row, PersonRow::Age),
              said<std::int64_t>(table.boss_id, row, PersonRow::Boss)};
  out.reals = {said<double>(table.score, row, PersonRow::Score)};
  out.texts = {said<std::string>(table.name, row, PersonRow::Name)};
  out.days = {said<ochre::Date>(table.born, row, PersonRow::Born)};
  out.instants = {said<ochre::Timestamp>(table.joined, row, PersonRow::Joined)};
  out.conditions = {{table.active, [row](const Sight& sight) {
                       const Cell value = at(row(sight), PersonRow::Active);
                       return is_null(value) ? Truth() : Truth(integer(value) != 0);
                     }}};
  for (const Level level : {Level::Low, Level::Mid, Level::High}) {
    out.conditions.push_back({table.level == level, [row, level](const Sight& sight) {
                                return compare(Comparison::Equal, at(row(sight), PersonRow::Level),
                                               cell(level));
                              }});
  }
  add_relation(
      out, table.staff, place, market::persons, persons,
      [](const Row& own, const Row& other) { return other[PersonRow::Boss] == own[PersonRow::Id]; }, row);
  add_relation(
      out, table.buys, place, market::sales, sales,
      [](const Row& own, const Row& other) { return other[SaleRow::Buyer] == own[PersonRow::Id]; }, row);
  add_relation(
      out, table.sells, place, market::sales, sales,
      [](const Row& own, const Row& other) { return other[SaleRow::Seller] == own[PersonRow::Id]; }, row);
  add_relation(
      out, table.card, place, market::cards, cards,
      [](const Row& own, const Row& other) { return other[CardRow::Owner] == own[PersonRow::Id]; }, row);
  add_relation(
      out, table.groups, place, market::groups, groups,
      [this](const Row& own, const Row& other) {
        for (const auto& [person, group] : members) {
          if (own[PersonRow::Id] == Cell(person) && other[GroupRow::Id] == Cell(group)) return true;
        }
        return false;
      },
      row);
  if (depth == 0) return out;
  const RowOf boss = found(persons, PersonRow::Id, read(row, PersonRow::Boss));
  out.add(of(table.boss(), boss, depth - 1, place));
  out.add(of(table.card(), found(cards, CardRow::Owner, read(row, PersonRow::Id)), 0, place));
  return out;
}

Columns Market::of(const CardTable& table, const RowOf& row, int depth, std::size_t place) const {
  Columns out;
  out.ints = {said<std::int64_t>(table.money, row, CardRow::Money)};
  out.texts = {said<std::string>(table.word, row, CardRow::Word)};
  if (depth == 0) return out;
  out.add(of(table.owner(), found(persons, PersonRow::Id, read(row, CardRow::Owner)), depth - 1, place));
  return out;
}

Columns Market::of(const SaleTable& table, const RowOf& row, int depth, std::size_t place) const {
  Columns out;
  out.ints = {said<std::int64_t>(table.id, row, SaleRow::Id),
              said<std::int64_t>(table.amount, row, SaleRow::Amount),
              said<std::int64_t>(table.seller_id, row, SaleRow::Seller)};
  out.texts = {said<std::string>(table.note, row, SaleRow::Note)};
  out.instants = {said<ochre::Timestamp>(table.at, row, SaleRow::At)};
  if (depth == 0) return out;
  out.add(of(table.buyer(), found(persons, PersonRow::Id, read(row, SaleRow::Buyer)), depth - 1, place));
  out.add(of(table.seller(), found(persons, PersonRow::Id, read(row, SaleRow::Seller)), depth - 1, place));
  return out;
}

Columns Market::of(const GroupTable& table, const RowOf& row, int, std::size_t place) const {
  Columns out;
  out.ints = {said<std::int64_t>(table.id, row, GroupRow::Id)};
  out.texts = {said<std::string>(table.title, row, GroupRow::Title)};
  add_relation(
      out, table.members, place, market::persons, persons,
      [this](const Row& own, const Row& other) {
        for (const auto& [person, group] : members) {
          if (other[PersonRow::Id] == Cell(person) && own[GroupRow::Id] == Cell(group)) return true;
        }
        return false;
      },
      row);
  return out;
}

}  // namespace differential
