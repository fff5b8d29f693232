#include "emit/json_tree.hpp"

#include <algorithm>

namespace ochrec::emit {
namespace {

std::string quoted(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "\"";
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (letter == '"' || letter == '\\') {
      out += {'\\', letter};
    } else if (letter == '\n') {
      out += "\\n";
    } else if (byte < 0x20) {
      out += "\\u00";
      out += {digits[byte >> 4U], digits[byte & 15U]};
    } else {
      out += letter;
    }
  }
  return out + '"';
}

}  // namespace

JsonTree JsonTree::object() { return JsonTree(Form::Object); }
JsonTree JsonTree::array() { return JsonTree(Form::Array); }
JsonTree JsonTree::text(std::string_view value) { return raw(quoted(value)); }
JsonTree JsonTree::number(std::int64_t value) { return raw(std::to_string(value)); }
JsonTree JsonTree::flag(bool value) { return raw(value ? "true" : "false"); }

JsonTree JsonTree::raw(std::string value) {
  JsonTree out(Form::Scalar);
  out.scalar_ = std::move(value);
  return out;
}

JsonTree& JsonTree::set(std::string_view name, JsonTree value) {
  members_.emplace_back(name, std::move(value));
  return *this;
}

JsonTree& JsonTree::add(JsonTree value) { return set({}, std::move(value)); }

bool JsonTree::is_flat() const {
  constexpr std::size_t widest = 80;
  std::size_t width = 0;
  for (const auto& [name, value] : members_) width += value.scalar_.size() + 2;
  return form_ == Form::Array && width <= widest &&
         std::ranges::all_of(members_, [](const auto& entry) { return entry.second.form_ == Form::Scalar; });
}

std::string JsonTree::printed(std::size_t depth) const {
  if (form_ == Form::Scalar) return scalar_;
  const bool flat = is_flat() || members_.empty();
  const std::string margin = flat ? "" : "\n" + std::string(2 * (depth + 1), ' ');
  std::string out = form_ == Form::Object ? "{" : "[";
  for (std::size_t at = 0; at < members_.size(); ++at) {
    if (at > 0) out += flat ? ", " : ",";
    out += margin;
    if (form_ == Form::Object) out += quoted(members_[at].first) + ": ";
    out += members_[at].second.printed(depth + 1);
  }
  if (!flat) out += "\n" + std::string(2 * depth, ' ');
  return out + (form_ == Form::Object ? "}" : "]");
}

}  // namespace ochrec::emit
