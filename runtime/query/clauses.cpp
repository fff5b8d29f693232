// What queries and relations hand over: clauses, joins and subqueries become fragments.
#include "ochre/errors.hpp"
#include "ochre/named_query.hpp"
#include "ochre/query.hpp"
#include "ochre/relation.hpp"
#include "query/shape_clauses.hpp"

namespace ochre {
namespace detail {

void put_query(Fragment& out, const Fragment& query, Op clause) {
  out.op(Op::Open);
  out.append(query);
  out.op(Op::Close);
  out.op(clause);
}

void put_join(Fragment& out, const RelationRef& relation, const Path& joined, JoinSide side) {
  out.source(relation.path);
  out.source(joined);
  out.op(Op::Join, relation.index, static_cast<std::uint8_t>(side));
}

void put_join_on(Fragment& out, const Path& joined, const Fragment& condition, JoinSide side) {
  out.source(joined);
  out.append(condition);
  out.op(Op::JoinOn, static_cast<std::uint8_t>(side));
}

void put_join_named(Fragment& out, std::string_view name, const Fragment& condition, JoinSide side) {
  out.text(name);
  out.append(condition);
  out.op(Op::JoinNamed, static_cast<std::uint8_t>(side));
}

void put_level(Fragment& out, const RelationRef& relation, const Fragment& clauses) {
  out.source(relation.path);
  out.op(Op::Open);
  out.append(clauses);
  out.op(Op::Close);
  out.op(Op::Level, relation.index);
}

void put_definition(Fragment& out, const Fragment& definition) {
  if (!query::has_clause(out, definition)) out.append(definition);
}

void put_named_rows(Fragment& out, std::string_view name, std::size_t columns) {
  out.text(name);
  out.op(Op::SelectNamed, static_cast<std::uint8_t>(columns));
}

Fragment named_column(std::string_view name, std::size_t index) {
  Fragment out;
  out.text(name);
  out.op(Op::NamedColumn, static_cast<std::uint8_t>(index));
  return out;
}

Fragment named_definition(std::string_view name, std::size_t columns, const Fragment& query, bool recursive) {
  if (columns > 255) throw Unsupported("A named query may have 255 columns.");
  Fragment out;
  out.text(name);
  out.op(Op::Open);
  out.append(query);
  out.op(Op::Close);
  out.op(Op::With, recursive ? 1 : 0, static_cast<std::uint8_t>(columns));
  return out;
}

Fragment from_named(std::string_view name, std::size_t columns) {
  Fragment out;
  out.text(name);
  out.op(Op::FromNamed, static_cast<std::uint8_t>(columns));
  return out;
}

}  // namespace detail

AnyQuery::AnyQuery(const Path& table) {
  fragment_.source(table);
  fragment_.op(Op::From);
}

Expr<bool> AnyQuery::exists() const {
  Expr<bool> out;
  detail::put_query(out, fragment_, Op::Exists);
  return out;
}

namespace {

/// The relation's source, then a query of its target with an optional condition, then the question.
Fragment related(const RelationRef& relation, const Fragment* condition, Op question) {
  Fragment out;
  out.source(relation.path);
  out.op(Op::Open);
  if (condition) detail::put_clause(out, *condition, Op::Where);
  out.op(Op::Close);
  out.op(question, relation.index);
  return out;
}

}  // namespace

Expr<bool> RelationRef::any() const { return Expr<bool>{related(*this, nullptr, Op::Any)}; }
Expr<bool> RelationRef::any(const Expr<bool>& condition) const {
  return Expr<bool>{related(*this, &condition, Op::Any)};
}
Expr<bool> RelationRef::none() const { return Expr<bool>{related(*this, nullptr, Op::None)}; }
Expr<bool> RelationRef::none(const Expr<bool>& condition) const {
  return Expr<bool>{related(*this, &condition, Op::None)};
}
Expr<std::int64_t> RelationRef::count() const {
  return Expr<std::int64_t>{related(*this, nullptr, Op::CountRelated)};
}
Expr<std::int64_t> RelationRef::count(const Expr<bool>& condition) const {
  return Expr<std::int64_t>{related(*this, &condition, Op::CountRelated)};
}

}  // namespace ochre
