#include "differential_maker.hpp"

#include <algorithm>

namespace differential {
namespace {

const std::vector<std::string> words = {"Ann", "a", "B", "%", "_", "ë", "", "x'", "東", " "};
const std::vector<std::string> patterns = {"%", "A%", "%n", "_nn", "a\\_b", "%'%", "\\%", "東_", "", "%N%"};

template <class T>
ochre::Expr<std::optional<T>> bound(const ochre::Value& value) {
  ochre::Fragment out;
  out.bind(value);
  return ochre::Expr<std::optional<T>>{out};
}

template <class T, class E>
ochre::Expr<std::optional<T>> retyped(const E& expression) {
  return ochre::Expr<std::optional<T>>{ochre::detail::fragment_of(expression)};
}

template <class E, class V>
ochre::Expr<bool> compared(Comparison comparison, const E& left, const V& right) {
  switch (comparison) {
    case Comparison::Equal: return left == right;
    case Comparison::NotEqual: return left != right;
    case Comparison::Less: return left < right;
    case Comparison::LessEqual: return left <= right;
    case Comparison::Greater: return left > right;
    default: return left >= right;
  }
}

Comparison any_comparison(Random& random) { return static_cast<Comparison>(pick(random, 6)); }

/// NULL when either is.
template <class Function>
ValueOf applied(const ValueOf& left, const ValueOf& right, Function function) {
  return [=](const Sight& sight) -> Cell {
    const Cell a = left(sight);
    const Cell b = right(sight);
    return is_null(a) || is_null(b) ? Cell() : function(a, b);
  };
}
template <class Function>
ValueOf applied(const ValueOf& operand, Function function) {
  return [=](const Sight& sight) -> Cell {
    const Cell value = operand(sight);
    return is_null(value) ? Cell() : function(value);
  };
}

template <class T>
Said<T> chosen(const Condition& condition, const Said<T>& yes, const Said<T>& no) {
  return {retyped<T>(ochre::case_when(condition.sql, yes.sql).otherwise(no.sql)), [=](const Sight& sight) {
            return condition.holds(sight) == true ? yes.value(sight) : no.value(sight);
          }};
}
template <class T>
Said<T> first_of(const Said<T>& first, const Said<T>& second) {
  return {retyped<T>(ochre::coalesce(first.sql, second.sql)), [=](const Sight& sight) {
            const Cell value = first.value(sight);
            return is_null(value) ? second.value(sight) : value;
          }};
}

}  // namespace

Int Maker::integer_value() {
  const auto number = static_cast<std::int64_t>(pick(random_, 9)) - 3;
  return {bound<std::int64_t>(ochre::Value::of_integer(ochre::Kind::Int64, number)),
          [=](const Sight&) -> Cell { return number; }};
}

Text Maker::text_value() {
  const std::string word = one_of(random_, words);
  return {bound<std::string>(ochre::Value::of_text(ochre::Kind::Text, word)),
          [=](const Sight&) -> Cell { return word; }};
}

Int Maker::bare_integer() {
  const Int left = one_of(random_, scope_.ints);
  if (chance(random_, 70)) return left;
  const Int right = one_of(random_, scope_.ints);
  return {retyped<std::int64_t>(left.sql - right.sql),
          applied(left.value, right.value, [](const Cell& a, const Cell& b) -> Cell {
            return differential::integer(a) - differential::integer(b);
          })};
}

Text Maker::bare_text() {
  const Text column = one_of(random_, scope_.texts);
  if (chance(random_, 70)) return column;
  return {ochre::upper(column.sql),
          applied(column.value, [](const Cell& a) -> Cell { return upper(differential::text(a)); })};
}

Int Maker::date_part() {
  ochre::Expr<std::optional<std::int64_t>> sql;
  ValueOf days;
  const std::size_t part = pick(random_, 3);
  const auto of = [&](const auto& date) {
    sql = part == 0   ? retyped<std::int64_t>(ochre::year(date))
          : part == 1 ? retyped<std::int64_t>(ochre::month(date))
                      : retyped<std::int64_t>(ochre::day(date));
  };
  if (!scope_.days.empty() && chance(random_, 50)) {
    const Day day = one_of(random_, scope_.days);
    of(day.sql);
    days = day.value;
  } else {
    const Instant instant = one_of(random_, scope_.instants);
    of(instant.sql);
    days = applied(instant.value, [](const Cell& a) -> Cell { return days_of(differential::integer(a)); });
  }
  return {sql, applied(days, [=](const Cell& a) -> Cell {
            const Civil date = civil(differential::integer(a));
            return part == 0 ? date.year : part == 1 ? date.month : date.day;
          })};
}

Int Maker::integer(int depth) {
  if (depth == 0) return chance(random_, 85) ? one_of(random_, scope_.ints) : integer_value();
  using Number = std::int64_t;
  const auto number = [](const Cell& cell) { return differential::integer(cell); };
  const auto combined = [&](auto operation, auto function) {
    const Int left = integer(depth - 1);
    const Int right = integer(depth - 1);
    return Int{retyped<Number>(operation(left.sql, right.sql)),
               applied(left.value, right.value,
                       [=](const Cell& a, const Cell& b) -> Cell { return function(number(a), number(b)); })};
  };
  switch (pick(random_, 13)) {
    case 0:
      return combined([](auto& a, auto& b) { return a + b; }, [](Number a, Number b) { return Cell(a + b); });
    case 1:
      return combined([](auto& a, auto& b) { return a - b; }, [](Number a, Number b) { return Cell(a - b); });
    case 2:
      return combined([](auto& a, auto& b) { return a * b; }, [](Number a, Number b) { return Cell(a * b); });
    case 3:
      return combined([](auto& a, auto& b) { return a / b; },
                      [](Number a, Number b) { return b == 0 ? Cell() : Cell(a / b); });
    case 4:
      return combined([](auto& a, auto& b) { return a % b; },
                      [](Number a, Number b) { return b == 0 ? Cell() : Cell(a % b); });
    case 5: {
      const Int left = integer(depth - 1);
      const Int right = integer(depth - 1);
      return {retyped<Number>(ochre::nullif(left.sql, right.sql)), [=](const Sight& sight) {
                const Cell value = left.value(sight);
                return compare(Comparison::Equal, value, right.value(sight)) == true ? Cell() : value;
              }};
    }
    case 6: {
      const Int operand = integer(depth - 1);
      return {ochre::abs(operand.sql),
              applied(operand.value, [=](const Cell& a) -> Cell { return std::abs(number(a)); })};
    }
    case 7: {
      const Int operand = integer(depth - 1);
      return {-operand.sql, applied(operand.value, [=](const Cell& a) -> Cell { return -number(a); })};
    }
    case 8: return first_of(integer(depth - 1), integer(depth - 1));
    case 9: return chosen(condition(depth - 1), integer(depth - 1), integer(depth - 1));
    case 10: {
      const Text operand = text(depth - 1);
      return {retyped<Number>(ochre::length(operand.sql)),
              applied(operand.value, [](const Cell& a) -> Cell { return length(differential::text(a)); })};
    }
    case 11: return scope_.instants.empty() ? integer(depth - 1) : date_part();
    default: return related_count(depth);
  }
}

Real Maker::real(int depth) {
  if (depth > 0 && chance(random_, 30)) return first_of(real(depth - 1), real(depth - 1));
  if (depth > 0 && chance(random_, 30)) return chosen(condition(depth - 1), real(depth - 1), real(depth - 1));
  if (!scope_.reals.empty() && chance(random_, 85)) return one_of(random_, scope_.reals);
  const double number = static_cast<double>(pick(random_, 9)) / 2 - 2;
  return {bound<double>(ochre::Value::of_real(ochre::Kind::Float64, number)),
          [=](const Sight&) -> Cell { return number; }};
}

Text Maker::text(int depth) {
  if (depth == 0) return chance(random_, 85) ? one_of(random_, scope_.texts) : text_value();
  const auto changed = [&](auto operation, auto function) {
    const Text operand = text(depth - 1);
    return Text{
        retyped<std::string>(operation(operand.sql)),
        applied(operand.value, [=](const Cell& a) -> Cell { return function(differential::text(a)); })};
  };
  switch (pick(random_, 8)) {
    case 0:
      return changed([](auto& a) { return ochre::lower(a); }, [](const std::string& a) { return lower(a); });
    case 1:
      return changed([](auto& a) { return ochre::upper(a); }, [](const std::string& a) { return upper(a); });
    case 2:
      return changed([](auto& a) { return ochre::trim(a); }, [](const std::string& a) { return trim(a); });
    case 3: {
      const std::size_t start = 1 + pick(random_, 3);
      const std::size_t count = pick(random_, 4);
      return changed(
          [=](auto& a) { return ochre::substring(a, static_cast<int>(start), static_cast<int>(count)); },
          [=](const std::string& a) { return substring(a, start, count); });
    }
    case 4:
      return changed([](auto& a) { return ochre::replace(a, "n", "<>"); },
                     [](const std::string& a) { return replace(a, "n", "<>"); });
    case 5: return first_of(text(depth - 1), text(depth - 1));
    case 6: return chosen(condition(depth - 1), text(depth - 1), text(depth - 1));
    default: {
      const Text left = text(depth - 1);
      const Text right = text(depth - 1);
      return {retyped<std::string>(left.sql + right.sql),
              applied(left.value, right.value, [](const Cell& a, const Cell& b) -> Cell {
                return differential::text(a) + differential::text(b);
              })};
    }
  }
}

Condition Maker::comparison(int depth) {
  const Comparison how = any_comparison(random_);
  const auto of = [&](const auto& left, const auto& right) {
    return Condition{compared(how, left.sql, right.sql),
                     [=](const Sight& sight) { return compare(how, left.value(sight), right.value(sight)); }};
  };
  switch (pick(random_, 5)) {
    case 0: return of(text(depth), text(depth));
    case 1: return of(real(depth), real(depth));
    case 2: {
      const Int value = integer(depth);
      const Int low = integer(0);
      const Int high = integer(0);
      return {value.sql.between(low.sql, high.sql), [=](const Sight& sight) {
                const Cell cell = value.value(sight);
                return both(compare(Comparison::GreaterEqual, cell, low.value(sight)),
                            compare(Comparison::LessEqual, cell, high.value(sight)));
              }};
    }
    case 3: {
      const Int value = integer(depth);
      const bool asks_null = chance(random_, 50);
      return {asks_null ? value.sql.is_null() : value.sql.is_not_null(),
              [=](const Sight& sight) { return Truth(is_null(value.value(sight)) == asks_null); }};
    }
    default: return of(integer(depth), integer(depth));
  }
}

Condition Maker::text_question(int depth) {
  const Text value = text(depth);
  const std::size_t which = pick(random_, 8);
  const std::string wanted = one_of(random_, which < 2 ? patterns : words);
  const auto ask = [=](const std::string& own, const std::string& other) {
    switch (which / 2) {
      case 0: return like(own, other);
      case 1: return own.find(other) != std::string::npos;
      case 2: return own.starts_with(other);
      default: return own.ends_with(other);
    }
  };
  const auto& sql = value.sql;
  const ochre::Expr<bool> question = which == 0   ? sql.like(wanted)
                                     : which == 1 ? sql.like_fold(wanted)
                                     : which == 2 ? sql.contains(wanted)
                                     : which == 3 ? sql.contains_fold(wanted)
                                     : which == 4 ? sql.starts_with(wanted)
                                     : which == 5 ? sql.starts_with_fold(wanted)
                                     : which == 6 ? sql.ends_with(wanted)
                                                  : sql.ends_with_fold(wanted);
  return {question, [=](const Sight& sight) {
            const Cell cell = value.value(sight);
            if (is_null(cell)) return Truth();
            const std::string& own = differential::text(cell);
            return which % 2 == 1 ? Truth(ask(lower(own), lower(wanted))) : Truth(ask(own, wanted));
          }};
}

Condition Maker::list(int depth) {
  const Int value = integer(depth);
  std::vector<std::int64_t> choices;
  for (std::size_t i = pick(random_, 4); i > 0; --i)
    choices.push_back(static_cast<std::int64_t>(pick(random_, 8)) - 3);
  const bool negated_list = chance(random_, 40);
  return {negated_list ? value.sql.not_in(choices) : value.sql.in(choices), [=](const Sight& sight) {
            if (choices.empty()) return Truth(negated_list);
            const Cell cell = value.value(sight);
            if (is_null(cell)) return Truth();
            const bool found =
                std::find(choices.begin(), choices.end(), differential::integer(cell)) != choices.end();
            return Truth(found != negated_list);
          }};
}

namespace {

/// How many related rows meet a condition, which may be missing.
std::function<std::int64_t(const Sight&)> counting(const Related& related, const HoldsFor& holds) {
  return [related, holds](const Sight& sight) {
    std::int64_t count = 0;
    Sight inner = sight;
    for (const Row* row : related.rows(sight)) {
      inner.rows[related.place] = row;
      if (!holds || holds(inner) == true) ++count;
    }
    return count;
  };
}

}  // namespace

Condition Maker::related(int depth) {
  if (scope_.relations.empty()) return comparison(0);
  const Related related = one_of(random_, scope_.relations);
  const bool none = chance(random_, 40);
  if (depth == 0 || chance(random_, 25)) {
    const auto count = counting(related, nullptr);
    return {none ? related.relation.none() : related.relation.any(),
            [=](const Sight& sight) { return Truth((count(sight) == 0) == none); }};
  }
  const Columns inner = related.columns();
  const Condition asked = Maker(random_, inner).condition(depth - 1);
  const auto count = counting(related, asked.holds);
  return {none ? related.relation.none(asked.sql) : related.relation.any(asked.sql),
          [=](const Sight& sight) { return Truth((count(sight) == 0) == none); }};
}

Int Maker::related_count(int depth) {
  if (scope_.relations.empty()) return integer(0);
  const Related related = one_of(random_, scope_.relations);
  if (chance(random_, 50)) {
    const auto count = counting(related, nullptr);
    return {retyped<std::int64_t>(related.relation.count()),
            [=](const Sight& sight) -> Cell { return count(sight); }};
  }
  const Columns inner = related.columns();
  const Condition asked = Maker(random_, inner).condition(depth - 1);
  const auto count = counting(related, asked.holds);
  return {retyped<std::int64_t>(related.relation.count(asked.sql)),
          [=](const Sight& sight) -> Cell { return count(sight); }};
}

Condition Maker::junction(int depth) {
  const Condition left = condition(depth - 1);
  switch (pick(random_, 3)) {
    case 0: return {!left.sql, [=](const Sight& sight) { return negated(left.holds(sight)); }};
    case 1: {
      const Condition right = condition(depth - 1);
      return {left.sql && right.sql,
              [=](const Sight& sight) { return both(left.holds(sight), right.holds(sight)); }};
    }
    default: {
      const Condition right = condition(depth - 1);
      return {left.sql || right.sql,
              [=](const Sight& sight) { return either(left.holds(sight), right.holds(sight)); }};
    }
  }
}

Condition Maker::condition(int depth) {
  if (depth == 0)
    return scope_.conditions.empty() || chance(random_, 60) ? comparison(0)
                                                            : one_of(random_, scope_.conditions);
  switch (pick(random_, 6)) {
    case 0: return comparison(depth - 1);
    case 1: return text_question(depth - 1);
    case 2: return list(depth - 1);
    case 3: return related(depth);
    default: return junction(depth);
  }
}

}  // namespace differential
