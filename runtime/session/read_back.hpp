// What only the database knows of rows that were written: the keys it made and the columns it computes.
#pragma once

#include <cstddef>
#include <string>

#include "ochre/model_info.hpp"
#include "session/channel.hpp"

namespace ochre::session {

/// Inserts `count` structs, made by Model::complete, and completes them. `gives_key` has a '1' or '0' for
/// each row of a model with an @auto key, and is empty for other models. To be called in a transaction.
void insert_and_complete(Channel& channel, const ModelInfo& model, void* rows, std::size_t count,
                         const std::string& gives_key);

/// Reads a row that was just written again, by its key.
void read_again(Channel& channel, const ModelInfo& model, void* row);

}  // namespace ochre::session
