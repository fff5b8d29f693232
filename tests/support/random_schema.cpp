#include "support/random_schema.hpp"

#include <initializer_list>
#include <random>
#include <string_view>

namespace ochre_test {
namespace {

class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed), busy_(seed % 3 == 0) {}

  std::string run() {
    if (chance(2)) put({"schema", name()});
    repeat(2, [&] { put({"import", string()}); });
    repeat(6, [&] { declaration(); });
    put({"model", name(), "{", "id", ":", "int64", "}"});
    gap();
    return std::move(text_);
  }

 private:
  using Parts = std::initializer_list<std::string>;

  // Layout

  void put(const std::string& token) {
    if (!text_.empty()) gap();
    text_ += token;
  }
  void put(Parts tokens) {
    for (const std::string& token : tokens) put(token);
  }

  /// What stands between two tokens; in a busy schema, often a comment.
  void gap() {
    static constexpr std::string_view blanks[] = {" ",    " ",  " ",    "\n",   "\n",
                                                  "\n  ", "\t", "\r\n", "\n\n", "\n\n\n"};
    static constexpr std::string_view comments[] = {" // note\n",
                                                    "\n// above\n",
                                                    " /* inline */ ",
                                                    "\n\n// apart\n\n",
                                                    "\n/// doc\n",
                                                    " /// behind\n",
                                                    "\n  /* two\n     lines */\n"};
    text_ += blanks[pick(std::size(blanks))];
    if (busy_ && chance(9)) text_ += comments[pick(std::size(comments))];
  }

  std::size_t pick(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }
  bool chance(std::size_t one_in) { return pick(one_in) == 0; }

  std::string one_of(std::initializer_list<std::string_view> words) {
    return std::string(words.begin()[pick(words.size())]);
  }

  template <class Action>
  void repeat(std::size_t most, Action action) {
    for (std::size_t count = pick(most + 1); count > 0; --count) action();
  }

  template <class Action>
  void list(Action action) {
    action();
    while (chance(2)) {
      put(",");
      action();
    }
  }

  // Words

  std::string name() {
    return one_of({"User",  "Post",  "author", "title",    "index", "order", "check", "query",
                   "model", "id",    "type",   "by",       "count", "where", "desc",  "a_rather_long_name",
                   "x",     "class", "on",     "restrict", "actor", "unique"});
  }
  std::string declared_name() {
    return chance(9) ? one_of({"not", "and", "in", "null", "true", "is"}) : name();
  }

  std::string string() {
    return one_of({R"("text")", R"("")", R"("a \"b\" \\ \n \u{E9} é")", R"-(r"\d+ (x)")-",
                   "\"\"\"raw \"text\" \"\"\"", "\"\"\"\n      two\n        lines\n    \"\"\"",
                   "\"\"\"first\n    second\n\"\"\"", "\"😀\""});
  }

  std::string number() { return one_of({"0", "1", "42", "9223372036854775807", "0.5", "12.340"}); }

  // Declarations

  void declaration() {
    switch (pick(9)) {
      case 0: block({"actor"}, [&] { field(); }); break;
      case 1: enumeration(); break;
      case 2: alias(); break;
      case 3:
        put({"struct", declared_name()});
        attributes(6);
        block({}, [&] { field(); });
        break;
      case 4: policy(); break;
      case 5: query(); break;
      default: model(); break;
    }
  }

  template <class Item>
  void block(Parts before, Item item) {
    put(before);
    put("{");
    repeat(6, item);
    put("}");
  }

  void enumeration() {
    put({"enum", declared_name()});
    attributes(6);
    block({}, [&] {
      put(declared_name());
      if (chance(3)) put({"=", string()});
      attributes(6);
      if (chance(2)) put(",");
    });
  }

  void alias() {
    put({"type", declared_name(), "="});
    type();
    attributes(2);
  }

  void model() {
    put({one_of({"model", "model", "mixin"}), declared_name()});
    attributes(6);
    if (chance(3)) {
      put("with");
      list([&] { put(declared_name()); });
      attributes(6);
    }
    block({}, [&] { member(); });
  }

  void policy() {
    if (chance(3)) put("restrict");
    put({"policy", declared_name(), "on", name()});
    if (chance(2)) {
      put("for");
      list([&] { put(one_of({"read", "create", "update", "delete"})); });
    }
    put("{");
    expression(3);
    put("}");
  }

  void query() {
    put({"query", declared_name(), "("});
    repeat(3, [&] { field(); });
    put({")", "->", one_of({"one", "optional", "many", "none"})});
    if (chance(3)) {
      put(name());
    } else if (chance(2)) {
      put("{");
      field();
      repeat(3, [&] { field(); });
      put("}");
    }
    attributes(6);
    block({}, [&] {
      put("sql");
      if (chance(3)) put({"(", one_of({"sqlite", "postgres"}), ")"});
      put(string());
    });
  }

  // Members

  void field() {
    put({declared_name(), ":"});
    type();
    attributes(2);
    if (chance(3)) put(",");
  }

  void type() {
    if (chance(8)) {
      put({"json", "<", name(), ">"});
    } else {
      put(name());
      while (chance(6)) put({".", name()});
      if (chance(4)) {
        put("(");
        list([&] { put(one_of({"1", "20", "300"})); });
        put(")");
      }
    }
    if (chance(5)) put({"[", "]"});
    if (chance(4)) put("?");
  }

  void member() {
    switch (pick(16)) {
      case 0: put("id"), terms(), attributes(9); break;
      case 1:
        put("unique");
        if (chance(2)) put(declared_name());
        terms();
        if (chance(3)) put("where"), expression(2);
        attributes(6);
        break;
      case 2: index(); break;
      case 3:
        put({"check", declared_name(), ":"});
        expression(4);
        attributes(6);
        break;
      case 4: put({"order", "by"}), list([&] { term(); }); break;
      case 5: put({"table", string()}); break;
      case 6:
        put("soft_delete");
        if (chance(2)) put({"(", name(), ")"});
        break;
      case 7: put(one_of({"audit", "changes"})); break;
      case 8:
        block({"on", one_of({"sqlite", "postgres"})}, [&] { chance(2) ? index() : partition(); });
        break;
      default: field(); break;
    }
  }

  void index() {
    put("index");
    if (chance(2)) put(declared_name());
    terms();
    const std::size_t order = pick(4);
    for (std::size_t i = 0; i < 4; ++i) {
      if (!chance(4)) continue;
      switch ((i + order) % 4) {
        case 0: put("where"), expression(2); break;
        case 1: put({"using", one_of({"gin", "btree"})}); break;
        case 2: put({"include", "(", name(), ")"}); break;
        default: put({"with", "(", "fillfactor", ":", "70", ")"}); break;
      }
    }
    attributes(6);
  }

  void partition() {
    const std::string method = one_of({"hash", "range", "list"});
    put({"partition", "by", method, "(", name(), ")"});
    if (method == "hash") {
      put({"count", "8"});
      return;
    }
    block({}, [&] {
      put({name(), ":"});
      switch (pick(3)) {
        case 0: put({"date", "(", "\"2026-01-01\"", ")", "..", "date", "(", "\"2027-01-01\"", ")"}); break;
        case 1: put({"[", string(), ",", string(), "]"}); break;
        default: put("default"); break;
      }
      if (chance(2)) put(",");
    });
  }

  void terms() {
    put("(");
    list([&] { term(); });
    put(")");
  }

  void term() {
    expression(1);
    if (chance(3)) put(one_of({"asc", "desc"}));
  }

  // Attributes and expressions

  void attributes(std::size_t one_in) {
    while (chance(one_in)) {
      put({"@", declared_name()});
      if (chance(2)) {
        put("(");
        if (!chance(6)) list([&] { argument(); });
        put(")");
      }
    }
  }

  void argument() {
    if (chance(5)) put({declared_name(), ":"});
    switch (pick(5)) {
      case 0: put({"1", one_of({"..", "<..", "..<", "<..<"}), number()}); break;
      case 1: put({"-", "5", one_of({"..", "<.."})}); break;
      case 2: put({one_of({"..", "..<"}), "-", "3"}); break;
      case 3: put({"partial", "(", "last", ":", "4", ")"}); break;
      default: expression(2); break;
    }
  }

  void expression(std::size_t depth) {
    comparison(depth);
    while (depth > 0 && chance(2)) {
      put(one_of({"and", "or"}));
      comparison(depth - 1);
    }
  }

  void comparison(std::size_t depth) {
    if (chance(6)) put("not");
    sum(depth);
    switch (pick(8)) {
      case 0: put({"is", "null"}); break;
      case 1: put({"is", "not", "null"}); break;
      case 2: put({"like", string()}); break;
      case 3:
        put({"in", "["});
        list([&] { sum(0); });
        put("]");
        break;
      case 4:
      case 5: put(one_of({"==", "!=", "<", "<=", ">", ">="})), sum(depth); break;
      default: break;
    }
  }

  void sum(std::size_t depth) {
    operand(depth);
    while (chance(5)) put(one_of({"+", "-", "*", "/", "%"})), operand(depth);
  }

  void operand(std::size_t depth) {
    if (chance(7)) put("-");
    switch (pick(depth > 0 ? 9 : 6)) {
      case 0: put(number()); break;
      case 1: put(string()); break;
      case 2: put(one_of({"true", "false", "null"})); break;
      case 3: put({"$actor", ".", name()}); break;
      case 4: put({one_of({"date", "timestamp", "uuid"}), "(", "\"2026-01-01\"", ")"}); break;
      case 6:
        put("(");
        expression(depth - 1);
        put(")");
        break;
      case 7:
        put({one_of({"length", "coalesce", "now"}), "("});
        if (chance(2)) list([&] { expression(depth - 1); });
        put(")");
        break;
      case 8:
        put("[");
        if (chance(2)) list([&] { expression(depth - 1); });
        put("]");
        break;
      default: put(name()); break;
    }
  }

  std::mt19937 random_;
  bool busy_;
  std::string text_;
};

}  // namespace

std::string random_schema(std::uint32_t seed) { return Generator(seed).run(); }

}  // namespace ochre_test
