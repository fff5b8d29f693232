// Validation and JSON as they are written by hand when speed matters: the same checks, the same strictness
// about text, simdjson for reading.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ochre_bench {

enum class HandPlan : std::uint8_t { Free, Team, Company };

struct HandAccount {
  std::int64_t id = 0;
  std::string name;
  std::string city;
  std::string email;
  HandPlan plan = HandPlan::Free;
};

struct HandVisit {
  std::int64_t id = 0;
  std::string email;
  std::string name;
  std::optional<std::int32_t> age;
  double score = 0;
  bool active = false;
  HandPlan plan = HandPlan::Free;
  std::int64_t seen = 0;  // microseconds since 1970
};

struct HandProblem {
  const char* field;
  std::string message;
};

/// UTF-8 validity and characters in one pass, ranges, an e-mail address, the enum.
std::vector<HandProblem> check_by_hand(const HandAccount& account);

/// An array as text. Throws what simdjson does.
std::vector<HandAccount> accounts_by_hand(std::string& json);
std::vector<HandVisit> visits_by_hand(std::string& json);

std::string json_by_hand(const std::vector<HandAccount>& accounts);
std::string json_by_hand(const std::vector<HandVisit>& visits);

}  // namespace ochre_bench
