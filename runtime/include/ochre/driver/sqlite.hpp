// Names the SQLite driver, for generated open() functions. Link Ochre::sqlite to have it.
#pragma once

namespace ochre {

class Driver;

namespace sqlite {

/// The driver for "sqlite:path" and "sqlite::memory:" URLs. Constant and thread-safe.
const Driver& driver();

}  // namespace sqlite
}  // namespace ochre
