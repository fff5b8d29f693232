// Finds the code in a Markdown document: fenced blocks, each with the comment above it that says where it
// comes from, such as `<!-- code: examples/blog/main.cpp#insert -->`. Readers of the document do not see the
// comment.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace docs {

struct Block {
  std::size_t line = 0;   ///< of the opening fence, from 1
  std::string language;   ///< what follows the opening fence
  std::string origin;     ///< the word before the colon in the comment; empty without one
  std::string argument;   ///< what follows the colon
  std::string text;       ///< between the fences, with its last line feed
  std::size_t begin = 0;  ///< of `text` in the document
};

[[nodiscard]] std::vector<Block> blocks_of(std::string_view document);

/// The lines between `// [name]` and `// [end]`, with the indentation they share removed. Throws
/// std::runtime_error when there is no such region.
[[nodiscard]] std::string region(std::string_view source, std::string_view name);

}  // namespace docs
