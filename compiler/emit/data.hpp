// What a template is filled with: a tree of names, each with a text, a yes or no, or a list of further trees.
// Views build it and decide everything; templates only place it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace ochrec::emit {

struct Object;
using List = std::vector<Object>;

struct Entry;

/// A view: the names a template may use at one place. Every name is always set, so that a name a template
/// uses and no view sets is a mistake in the template.
struct Object {
  std::vector<Entry> entries;

  void set(std::string_view key, std::string text);
  void set(std::string_view key, const char* text);
  void set(std::string_view key, bool flag);
  void set(std::string_view key, List list);
};

using Datum = std::variant<bool, std::string, List>;

struct Entry {
  std::string_view key;  // a literal
  Datum value;
};

inline void Object::set(std::string_view key, std::string text) { entries.push_back({key, std::move(text)}); }
inline void Object::set(std::string_view key, const char* text) { set(key, std::string(text)); }
inline void Object::set(std::string_view key, bool flag) { entries.push_back({key, flag}); }
inline void Object::set(std::string_view key, List list) { entries.push_back({key, std::move(list)}); }

}  // namespace ochrec::emit
