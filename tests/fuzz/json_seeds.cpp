// Fills a corpus folder for fuzz_json: CORPUS. Values and queries in every form the fuzzer reads, right ones
// and such as miss narrowly.
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "everything/json.hpp"
#include "generated/people.hpp"
#include "ochre/functions.hpp"
#include "ochre/query_json.hpp"

namespace {

namespace fs = std::filesystem;

class Corpus {
 public:
  explicit Corpus(fs::path folder) : folder_(std::move(folder)) { fs::create_directories(folder_); }

  void add(char form, std::string_view text) {
    std::ofstream(folder_ / ("seed" + std::to_string(number_++)), std::ios::binary) << form << text;
  }

 private:
  fs::path folder_;
  int number_ = 0;
};

void add_values(Corpus& corpus) {
  const auto complete = [](everything::NewPerson fields) {
    return ochre::Model<everything::Person>::complete(std::move(fields), ochre::Moment{});
  };
  const std::vector<everything::Person> people = {complete(people::plain()), complete(people::full())};
  std::string lines;
  for (const everything::Person& person : people) {
    const std::string text = ochre::to_json(person);
    for (const char form : {'p', 'n'}) corpus.add(form, text);
    corpus.add('i', "[{\"unknown\":[{\"a\":-1.5e3},null,\"\\u00e9\\n\"]," + text.substr(1) + "]");
    lines += text + "\n\r\n";
  }
  for (const char form : {'a', 'i'}) corpus.add(form, ochre::to_json(people));
  corpus.add('m', ochre::to_json(std::vector{people::plain(), people::full()}));
  corpus.add('l', lines);
}

void add_texts(Corpus& corpus) {
  for (const char* text :
       {"[]", "[{}]", "{}", "null", "[1,2", "[{\"id\":9223372036854775808}]", "[{\"id\":1,\"id\":2}]",
        "[{\"tags\":[\"a\",1,null]}]", "[{\"price\":\"1.005\"},{\"price\":1e2}]",
        "[{\"name\":\"\\ud83c\\udf88\\u0000\"}]",
        "[{\"seen\":\"2024-02-30T00:00:00Z\",\"born\":\"-12345-01-01\",\"wakes\":\"24:00:00\"}]",
        "[{\"photo\":\"AAA=\",\"key\":\"01234567-89ab-cdef-0123-456789abcdef\"}] x"})
    for (const char form : {'a', 'i', 'l', 'm', 'n', 'p', 'q'}) corpus.add(form, text);
}

void add_queries(Corpus& corpus) {
  using everything::persons;
  using ochre::from;
  const auto add = [&corpus](const auto& query) { corpus.add('q', query.to_json()); };
  add(from(persons));
  add(from(persons)
          .where((persons.middle >= 18 && persons.role == everything::Role::Admin) || persons.nick.is_null())
          .order_by(persons.seen.desc(), persons.id.asc())
          .limit(20)
          .offset(3));
  add(from(persons).where(persons.name.contains("a \"b\"\n") && !persons.active));
  add(from(persons).where(persons.id.in({1, INT64_MIN, INT64_MAX})).where(persons.name.not_in({"x", ""})));
  add(from(persons).where(persons.home.city == "Paris" && persons.weight < 0.5));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 64;
  Corpus corpus(arguments[1]);
  add_values(corpus);
  add_texts(corpus);
  add_queries(corpus);
  return 0;
}
