#include "ochre/validate_all.hpp"

#include <algorithm>
#include <exception>
#include <functional>
#include <iterator>
#include <thread>

namespace ochre::detail {
namespace {

constexpr std::size_t rows_worth_a_thread = 4096;  // fewer are done before a thread has started

struct Share {
  std::size_t first = 0;
  std::size_t last = 0;
  InvalidRows found{};
  std::exception_ptr failure{};
};

std::size_t workers(std::size_t count, unsigned threads) {
  const std::size_t wanted = threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
  return std::clamp<std::size_t>(count / rows_worth_a_thread, 1, wanted);
}

}  // namespace

InvalidRows validate_rows(const void* rows, std::size_t count, ValidateRange validate, unsigned threads) {
  std::vector<Share> shares(workers(count, threads));
  for (std::size_t at = 0; at < shares.size(); ++at) {
    shares[at].first = count * at / shares.size();
    shares[at].last = count * (at + 1) / shares.size();
  }
  const auto work = [&](Share& share) {
    try {
      validate(rows, share.first, share.last, share.found);
    } catch (...) {
      share.failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t at = 1; at < shares.size(); ++at) others.emplace_back(work, std::ref(shares[at]));
    work(shares.front());
  }
  InvalidRows out = std::move(shares.front().found);
  for (Share& share : shares) {
    if (share.failure) std::rethrow_exception(share.failure);
    if (&share == &shares.front()) continue;
    std::move(share.found.begin(), share.found.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace ochre::detail
