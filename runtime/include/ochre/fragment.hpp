// The untyped stuff queries are made of: a shape, which is a compact reverse-Polish byte sequence, and the
// bindings its placeholders stand for. Typed fronts (expression.hpp, query.hpp) build fragments; the query
// room renders them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ochre/path.hpp"
#include "ochre/shape.hpp"
#include "ochre/value.hpp"

namespace ochre {

/// A piece of a query. Equal queries have equal shapes, whatever they bind. A value type; not thread-safe to
/// modify. One that was moved from is empty.
class Fragment {
 public:
  struct Pieces;

  Fragment() = default;
  Fragment(const Fragment& other);
  Fragment(Fragment&& other) noexcept : pieces_(other.pieces_) { other.pieces_ = nullptr; }
  Fragment& operator=(const Fragment& other);
  Fragment& operator=(Fragment&& other) noexcept;
  ~Fragment();

  /// Adds an operator, which applies to what was added before it.
  void op(Op code);
  /// Adds an operator with one or two small arguments of its own.
  void op(Op code, std::uint8_t argument);
  void op(Op code, std::uint8_t first, std::uint8_t second);
  /// Adds an operator that takes `count` operands, or pairs of them. Throws Unsupported beyond 255.
  void op_of_many(Op code, std::size_t count);
  void column(const ColumnRef& column);
  /// Adds a column, a placeholder with a copy of its value, and an operator: most conditions are these.
  void comparison(const ColumnRef& column, Value value, Op code);
  /// Adds the table at the end of a path.
  void source(const Path& path);
  /// Adds a placeholder and a copy of its value.
  void bind(Value value);
  /// Gives the placeholder number `binding`, which stands for no list, a copy of another value of its kind.
  void rebind(std::size_t binding, const Value& value);
  /// Adds one placeholder for a whole list and a copy of its values.
  void bind_list(Kind kind, const Value* items, std::size_t count);
  /// Begins such a list, to be filled by list_item() before anything else is added.
  void open_list(Kind kind);
  void list_item(const Value& item);
  /// Adds text that is a part of the shape, such as a name. Throws ValidationFailed beyond 65'535 bytes.
  void text(std::string_view text);
  void append(const Fragment& other);
  /// Adds `size` bytes of another fragment's shape from `start` on, with their bindings, the first being
  /// `binding`.
  void append_part(const Fragment& other, std::size_t start, std::size_t size, std::size_t binding);
  /// Says that what a query selects follows. What it selected before is gone, with its bindings.
  void begin_selection();

  const std::uint8_t* shape() const;
  std::size_t shape_size() const;
  const Values& values() const;

 private:
  Pieces& edit();

  /// The query without what it selects.
  Fragment without_selection() const;

  Pieces* pieces_ = nullptr;
};

}  // namespace ochre
