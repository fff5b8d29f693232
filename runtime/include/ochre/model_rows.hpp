// A model's rows as the library reads them, made of the standard library's types. What is declared here each
// generated .cpp file defines for its model (driver/model_rows.hpp), so that a program which reads rows
// compiles nothing of std::vector and std::optional but what it uses itself.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace ochre {

class Fragment;
class Session;
struct ModelInfo;
struct Value;

namespace detail {

/// What a session reads into rows whose C++ type it does not know: `row` points to a model's struct, `rows`
/// to a std::vector of it.
struct RowReads {
  static bool find(const Session& session, const ModelInfo& model, const Value* key, std::size_t parts,
                   void* row);
  static bool first(const Session& session, const ModelInfo& model, const Fragment& query, void* row);
  static void all(const Session& session, const ModelInfo& model, const Fragment& query, void* rows);
};

/// The same for rows of a known type. Throws what Session's members of these names throw.
template <class R>
struct ModelRows {
  static std::optional<R> find(const Session& session, const Value* key, std::size_t parts);
  static std::optional<R> first(const Session& session, const Fragment& query);
  static std::vector<R> all(const Session& session, const Fragment& query);
};

}  // namespace detail
}  // namespace ochre
