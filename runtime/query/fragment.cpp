#include "ochre/fragment.hpp"

#include <string>

#include "ochre/aggregate.hpp"
#include "ochre/errors.hpp"
#include "ochre/named_query.hpp"
#include "ochre/query.hpp"
#include "query/shape_reader.hpp"

namespace ochre {

void Path::too_deep() {
  throw Unsupported("A path may walk " + std::to_string(max_depth) + " relations; join the tables instead.");
}

Fragment::Fragment() = default;
Fragment::Fragment(const Fragment& other) = default;
Fragment::Fragment(Fragment&& other) noexcept = default;
Fragment& Fragment::operator=(const Fragment& other) = default;
Fragment& Fragment::operator=(Fragment&& other) noexcept = default;
Fragment::~Fragment() = default;

const std::uint8_t* Fragment::shape() const { return shape_.data(); }
std::size_t Fragment::shape_size() const { return shape_.size(); }

// Bytes are written where they stay: copying bytes just written waits until the processor has stored them.

void Fragment::op(Op code) { *shape_.extend(1) = static_cast<std::uint8_t>(code); }

void Fragment::op(Op code, std::uint8_t argument) {
  std::uint8_t* at = shape_.extend(2);
  at[0] = static_cast<std::uint8_t>(code);
  at[1] = argument;
}

void Fragment::op(Op code, std::uint8_t first, std::uint8_t second) {
  std::uint8_t* at = shape_.extend(3);
  at[0] = static_cast<std::uint8_t>(code);
  at[1] = first;
  at[2] = second;
}

std::uint8_t* Fragment::place(Op code, const Path& path, std::size_t more) {
  const std::uint32_t model = number_of(*path.root);
  std::uint8_t* at = shape_.extend(5U + path.depth + more);
  *at++ = static_cast<std::uint8_t>(code);
  *at++ = static_cast<std::uint8_t>(model);
  *at++ = static_cast<std::uint8_t>(model >> 8);
  *at++ = path.alias;
  *at++ = path.depth;
  for (std::size_t i = 0; i < path.depth; ++i) *at++ = path.steps[i];
  return at;
}

void Fragment::column(const ColumnRef& column) {
  std::uint8_t* at = place(Op::Column, column.path, 2);
  at[0] = static_cast<std::uint8_t>(column.index);
  at[1] = static_cast<std::uint8_t>(column.index >> 8);
}

void Fragment::source(const Path& from) { place(Op::Source, from, 0); }

void Fragment::bind(const Value& value) {
  op(Op::Bind, static_cast<std::uint8_t>(value.kind));
  values_.add_copy(value);
}

void Fragment::rebind(std::size_t binding, const Value& value) { values_.replace(binding, value); }

void Fragment::bind_list(Kind kind, const Value* items, std::size_t count) {
  op(Op::List, static_cast<std::uint8_t>(kind));
  values_.add_list(kind, items, count);
}

void Fragment::open_list(Kind kind) { bind_list(kind, nullptr, 0); }

void Fragment::list_item(const Value& item) { values_.extend_list(item); }

void Fragment::text(std::string_view text) {
  if (text.size() > 0xffff) throw ValidationFailed("A name or SQL text in a query may have 65535 bytes.");
  op(Op::Text, static_cast<std::uint8_t>(text.size()), static_cast<std::uint8_t>(text.size() >> 8));
  shape_.append(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

void Fragment::append(const Fragment& other) {
  shape_.append(other.shape_.data(), other.shape_.size());
  values_.append(other.values_);
}

void Fragment::append_part(const Fragment& other, std::size_t start, std::size_t size, std::size_t binding) {
  shape_.append(other.shape_.data() + start, size);
  query::ShapeReader reader(other.shape_.data() + start, size);
  while (!reader.at_end()) {
    const query::Token token = reader.next();
    if (token.op == Op::Bind) values_.add_copy(other.values_.at(binding++));
    if (token.op == Op::List) {
      const Value list = other.values_.at(binding++);
      SmallVector<Value, 8> items;
      for (std::size_t i = 0; i < list.size; ++i) items.push_back(other.values_.item(list, i));
      values_.add_list(list.kind, items.data(), items.size());
    }
  }
}

}  // namespace ochre
