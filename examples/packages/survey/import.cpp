#include "survey/import.hpp"

#include <stdexcept>
#include <string>

#include "deb822/index_file.hpp"
#include "deb822/paragraph.hpp"
#include "survey/catalogue.hpp"

namespace survey {
namespace {

using ochre::from;

/// Rows are written whenever this many versions wait, so that memory does not grow with the listing.
constexpr std::size_t batch_size = 1'000;

void erase_everything(ochre::Transaction& tx) {
  tx.erase(from(debian::provisions));
  tx.erase(from(debian::alternatives));
  tx.erase(from(debian::dependencies));
  tx.erase(from(debian::listing_versions));
  tx.erase(from(debian::versions));
  tx.erase(from(debian::sections));
  tx.erase(from(debian::maintainers));
  tx.erase(from(debian::packages));
  tx.erase(from(debian::listings));
}

// [packages:write]
void write(ochre::Transaction& tx, const Rows& rows) {
  tx.insert(debian::listings, rows.listings);
  tx.insert(debian::packages, rows.packages);
  tx.insert(debian::maintainers, rows.maintainers);
  tx.insert(debian::sections, rows.sections);
  tx.insert(debian::versions, rows.versions);
  tx.insert(debian::listing_versions, rows.listing_versions);
  tx.insert(debian::dependencies, rows.dependencies);
  tx.insert(debian::alternatives, rows.alternatives);
  tx.insert(debian::provisions, rows.provisions);
}
// [end]

void add(Catalogue& catalogue, const deb822::Paragraph& paragraph, const std::string& file) {
  try {
    catalogue.add(paragraph);
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(file + ":" + std::to_string(paragraph.line()) + ": " + error.what());
  }
}

void import_listing(ochre::Transaction& tx, Catalogue& catalogue, const std::filesystem::path& path,
                    Progress& progress) {
  const std::string name = path.string();
  const std::int64_t listing = catalogue.begin_listing(name);
  deb822::IndexFile file(path);
  deb822::Reader reader(file.stream(), name);
  deb822::Paragraph paragraph;
  std::int64_t paragraphs = 0;
  while (reader.next(paragraph)) {
    add(catalogue, paragraph, name);
    ++paragraphs;
    if (catalogue.waiting() >= batch_size) write(tx, catalogue.take());
    progress.show(name, catalogue.version_count());
  }
  file.finish();
  write(tx, catalogue.take());
  tx.update(from(debian::listings)
                .where(debian::listings.id == listing)
                .set(debian::listings.paragraphs, paragraphs));
}

}  // namespace

void import_listings(ochre::Database& db, const std::vector<std::filesystem::path>& files,
                     Progress& progress) {
  db.transaction([&](ochre::Transaction& tx) {
    erase_everything(tx);
    Catalogue catalogue;
    for (const std::filesystem::path& file : files) import_listing(tx, catalogue, file, progress);
  });
}

}  // namespace survey
