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

void Fragment::op(Op code) { shape_.push_back(static_cast<std::uint8_t>(code)); }

void Fragment::op(Op code, std::uint8_t argument) {
  const std::uint8_t bytes[] = {static_cast<std::uint8_t>(code), argument};
  shape_.append(bytes, sizeof(bytes));
}

void Fragment::op(Op code, std::uint8_t first, std::uint8_t second) {
  const std::uint8_t bytes[] = {static_cast<std::uint8_t>(code), first, second};
  shape_.append(bytes, sizeof(bytes));
}

void Fragment::path(const Path& path) {
  const std::uint32_t model = number_of(*path.root);
  std::uint8_t bytes[4 + Path::max_depth] = {static_cast<std::uint8_t>(model),
                                             static_cast<std::uint8_t>(model >> 8), path.alias, path.depth};
  for (std::size_t i = 0; i < path.depth; ++i) bytes[4 + i] = path.steps[i];
  shape_.append(bytes, 4U + path.depth);
}

void Fragment::column(const ColumnRef& column) {
  op(Op::Column);
  path(column.path);
  const std::uint8_t bytes[] = {static_cast<std::uint8_t>(column.index),
                                static_cast<std::uint8_t>(column.index >> 8)};
  shape_.append(bytes, sizeof(bytes));
}

void Fragment::source(const Path& from) {
  op(Op::Source);
  path(from);
}

void Fragment::bind(const Value& value) {
  op(Op::Bind, static_cast<std::uint8_t>(value.kind));
  values_.add_copy(value);
}

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
