// A query whatever its rows are: where it is kept.
#include <utility>

#include "ochre/query.hpp"

namespace ochre {

AnyQuery::AnyQuery(const Path& table) : fragment_(new Fragment) {
  fragment_->source(table);
  fragment_->op(Op::From);
}
AnyQuery::AnyQuery(const Fragment& fragment) : fragment_(new Fragment(fragment)) {}
AnyQuery::AnyQuery(const AnyQuery& other) : AnyQuery(other.fragment()) {}
AnyQuery& AnyQuery::operator=(const AnyQuery& other) {
  edit() = other.fragment();
  return *this;
}
AnyQuery& AnyQuery::operator=(AnyQuery&& other) noexcept {
  std::swap(fragment_, other.fragment_);
  return *this;
}
AnyQuery::~AnyQuery() { delete fragment_; }

const Fragment& AnyQuery::nothing() {
  static const Fragment empty;
  return empty;
}

Fragment& AnyQuery::begin_again() {
  fragment_ = new Fragment;
  return *fragment_;
}

Expr<bool> AnyQuery::exists() const {
  Expr<bool> out;
  detail::put_query(out, fragment(), Op::Exists);
  return out;
}

}  // namespace ochre
