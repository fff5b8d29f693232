// Fills a database from package listings, all or nothing.
#pragma once

#include <filesystem>
#include <vector>

#include "ochre/database.hpp"
#include "survey/progress.hpp"

namespace survey {

/// Replaces everything in `db` by what the files list, in one transaction: whoever reads meanwhile sees the
/// old contents or the new ones. Where files describe the same version, the earlier file wins. Throws what
/// reading and writing throw, and then the database is as it was.
void import_listings(ochre::Database& db, const std::vector<std::filesystem::path>& files,
                     Progress& progress);

}  // namespace survey
