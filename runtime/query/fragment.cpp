#include "ochre/fragment.hpp"

#include <string>
#include <utility>

#include "ochre/aggregate.hpp"
#include "ochre/errors.hpp"
#include "ochre/named_query.hpp"
#include "ochre/query.hpp"
#include "query/pieces.hpp"
#include "query/shape_clauses.hpp"
#include "query/shape_reader.hpp"

namespace ochre {

void Path::too_deep() {
  throw Unsupported("A path may walk " + std::to_string(max_depth) + " relations; join the tables instead.");
}

// Delegates, so that what was taken is given back when there is no memory for the rest.
Fragment::Fragment(const Fragment& other) : Fragment() {
  if (!other.pieces_) return;
  edit().append(*other.pieces_);
  pieces_->selects = other.pieces_->selects;
}
Fragment& Fragment::operator=(const Fragment& other) {
  if (this != &other) *this = Fragment(other);
  return *this;
}
Fragment& Fragment::operator=(Fragment&& other) noexcept {
  Fragment taken(std::move(other));
  std::swap(pieces_, taken.pieces_);
  return *this;
}
Fragment::~Fragment() {
  if (pieces_) Pieces::give_back(pieces_);
}

Fragment::Pieces& Fragment::edit() {
  if (!pieces_) pieces_ = Pieces::take();
  return *pieces_;
}

const std::uint8_t* Fragment::shape() const {
  static constexpr std::uint8_t none = 0;
  return pieces_ ? pieces_->shape.data() : &none;
}
std::size_t Fragment::shape_size() const { return pieces_ ? pieces_->shape.size() : 0; }
const Values& Fragment::values() const {
  static const Values none{};
  return pieces_ ? pieces_->values : none;
}

void Fragment::op(Op code) { edit().put(static_cast<std::uint8_t>(code), 1); }
void Fragment::op(Op code, std::uint8_t argument) { edit().put_op(code, argument); }
void Fragment::op(Op code, std::uint8_t first, std::uint8_t second) {
  Pieces& pieces = edit();
  pieces.put_op(code, first);
  pieces.put(second, 1);
}

void Fragment::op_of_many(Op code, std::size_t count) {
  if (count > 255) {
    throw Unsupported("case_when(), coalesce() and raw() take at most 255 values, not " +
                      std::to_string(count) + "; nest them.");
  }
  op(code, static_cast<std::uint8_t>(count));
}

void Fragment::column(const ColumnRef& column) { edit().put_place(Op::Column, column.path, column.index, 2); }
void Fragment::source(const Path& from) { edit().put_place(Op::Source, from, 0, 0); }

void Fragment::comparison(const ColumnRef& column, Value value, Op code) {
  Pieces& pieces = edit();
  pieces.put_place(Op::Column, column.path, column.index, 2);
  pieces.put_op(Op::Bind, static_cast<std::uint64_t>(value.kind) | static_cast<std::uint64_t>(code) << 8U);
  pieces.shape.extend(1);
  pieces.put_value(value);
}

void Fragment::bind(Value value) {
  Pieces& pieces = edit();
  pieces.put_op(Op::Bind, static_cast<std::uint8_t>(value.kind));
  pieces.put_value(value);
}

void Fragment::rebind(std::size_t binding, const Value& value) { edit().values.replace(binding, value); }

void Fragment::bind_list(Kind kind, const Value* items, std::size_t count) {
  op(Op::List, static_cast<std::uint8_t>(kind));
  pieces_->values.add_list(kind, items, count);
}

void Fragment::open_list(Kind kind) { bind_list(kind, nullptr, 0); }

void Fragment::list_item(const Value& item) { edit().values.extend_list(item); }

void Fragment::text(std::string_view text) {
  if (text.size() > 0xffff) throw ValidationFailed("A name or SQL text in a query may have 65535 bytes.");
  op(Op::Text, static_cast<std::uint8_t>(text.size()), static_cast<std::uint8_t>(text.size() >> 8));
  edit().shape.append(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

void Fragment::append(const Fragment& other) {
  if (other.pieces_) edit().append(*other.pieces_);
}

void Fragment::append_part(const Fragment& other, std::size_t start, std::size_t size, std::size_t binding) {
  const Values& values = other.values();
  edit().shape.append(other.shape() + start, size);
  query::ShapeReader reader(other.shape() + start, size);
  while (!reader.at_end()) {
    const query::Token token = reader.next();
    if (token.op == Op::Bind) pieces_->values.add_copy(values.at(binding++));
    if (token.op == Op::List) {
      const Value list = values.at(binding++);
      SmallVector<Value, 8> items;
      for (std::size_t i = 0; i < list.size; ++i) items.push_back(values.item(list, i));
      pieces_->values.add_list(list.kind, items.data(), items.size());
    }
  }
}

void Fragment::begin_selection() {
  if (edit().selects) *this = without_selection();
  edit().selects = true;
}

Fragment Fragment::without_selection() const {
  Fragment kept;
  for (const query::Clause& clause : query::clauses_of(*this)) {
    if (!query::is_selection(clause.op)) kept.append_part(*this, clause.start, clause.size, clause.binding);
  }
  return kept;
}

}  // namespace ochre
