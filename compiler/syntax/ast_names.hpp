// The small parts every piece of the syntax tree is made of: names, literal text, documentation, comments.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/source.hpp"

namespace ochrec::ast {

/// A word the user wrote, and where. Words that are keywords elsewhere are names like any other.
struct Name {
  std::string text;
  base::Span span;
};

/// Names joined by dots: `Role.author`, `home.city`. Never empty.
struct Path {
  std::vector<Name> parts;
  base::Span span;

  /// As written, without white space: "home.city".
  std::string text() const;
};

/// A string literal: what it means (escapes resolved, `"""` dedented, line ends `\n`), and the span of the
/// literal with its quotes.
struct Text {
  std::string value;
  base::Span span;
};

/// The `///` lines that belong to a declaration or member, joined with `\n`, one leading blank of each
/// removed.
struct Doc {
  std::string text;
  base::Span span;

  bool empty() const { return text.empty(); }
};

/// Any comment, documentation included, in the order of the file. Only `ochre format` needs them.
struct Comment {
  enum class Kind : std::uint8_t { Line, Block, Doc };

  Kind kind = Kind::Line;
  base::Span span;
};

/// An owned T that copies like a value and may be declared before T is complete. Never empty, save after a
/// move.
template <class T>
class Box {
 public:
  Box(T value) : value_(std::make_unique<T>(std::move(value))) {}  // NOLINT(google-explicit-constructor)
  Box(const Box& other) : value_(std::make_unique<T>(*other.value_)) {}
  Box(Box&&) noexcept = default;
  Box& operator=(const Box& other) {
    if (this != &other) value_ = std::make_unique<T>(*other.value_);
    return *this;
  }
  Box& operator=(Box&&) noexcept = default;
  ~Box() = default;

  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_.get(); }
  const T* operator->() const { return value_.get(); }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace ochrec::ast
