// One database value in neutral form, and lists of them: what a query binds and what a row holds, whatever
// the driver. Which C++ type maps to which form is in scalar.hpp; how a database receives it is a driver's
// business.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ochre/kind.hpp"
#include "ochre/small_vector.hpp"

namespace ochre {

/// The form a value travels in. Times, dates and booleans are integers; UUIDs are bytes; enums and JSON are
/// text.
enum class Storage : std::uint8_t { Null, Integer, Real, Text, Bytes, List };

/// A view of a run of bytes that somebody else owns.
struct BytesView {
  const void* data = nullptr;
  std::size_t size = 0;
};

/// A value, or a view of one: text and bytes belong to somebody else, who must outlive it.
struct Value {
  union {
    std::int64_t integer = 0;
    double real;
    const void* data;      ///< text and bytes
    std::uint64_t offset;  ///< inside Values: where owned text, bytes or the items of a list start
  };
  std::uint32_t size = 0;   ///< bytes of text or bytes, elements of a list, digits after a decimal's point
  Kind kind = Kind::Int64;  ///< the type the value has in the schema; of the elements, for a list
  Storage storage = Storage::Null;
  bool owned = false;  ///< inside Values: `offset` is in use

  bool is_null() const { return storage == Storage::Null; }
  std::string_view text() const;  // out of line: what a view is made of is slow to compile
  BytesView bytes() const { return {data, size}; }

  static constexpr Value null(Kind kind) {
    Value value;
    value.kind = kind;
    return value;
  }
  static constexpr Value of_integer(Kind kind, std::int64_t integer) {
    Value value;
    value.integer = integer;
    value.kind = kind;
    value.storage = Storage::Integer;
    return value;
  }
  static constexpr Value of_real(Kind kind, double real) {
    Value value;
    value.real = real;
    value.kind = kind;
    value.storage = Storage::Real;
    return value;
  }
  /// Throws ValidationFailed when `text` has 2 GiB or more, which no supported database stores in one value.
  static Value of_text(Kind kind, std::string_view text);
  static Value of_bytes(Kind kind, BytesView bytes);
};

/// Equal as stored: same storage and same contents; two NULLs are equal. Not for lists.
bool same(const Value& left, const Value& right);

/// A list of values with room for what it owns. Text is borrowed unless it was copied in; `at` resolves both.
/// The parameters of one statement, in order, are one Values.
class Values {
 public:
  /// Adds a value as it is; text, bytes and list items stay borrowed.
  void add(const Value& value);
  /// Adds a value and copies what it refers to.
  void add_copy(const Value& value);
  /// Adds one list value with a copy of `count` items.
  void add_list(Kind kind, const Value* items, std::size_t count);
  /// Adds a copy of one item to the list value that was added last.
  void extend_list(const Value& item);
  /// Puts a copy of a value in the place of another one, which is no list.
  void replace(std::size_t index, const Value& value);
  /// Adds all of `other`, copying what it owns and borrowing what it borrows.
  void append(const Values& other);

  std::size_t size() const;
  bool empty() const { return size() == 0; }
  /// The value at `index`, ready to read; valid until this changes, moves or goes. Of a list, read the
  /// elements with `item`.
  Value at(std::size_t index) const;
  /// Element `index` of a list value that `at` returned.
  Value item(const Value& list, std::size_t index) const;
  void clear();

 private:
  friend class Fragment;  // whose pieces add and copy plain values without a call

  Value kept(const Value& value);
  Value resolve(const Value& value) const;
  /// Nothing in it points to anything.
  bool is_plain() const { return text_.size() == 0 && items_.size() == 0; }

  SmallVector<Value, 6> values_;
  SmallVector<char, 64> text_;   // what owned text and bytes point into
  SmallVector<Value, 0> items_;  // what lists point into
};

}  // namespace ochre
