# The third-party targets rooms may link. Each missing one stops configuration with the Debian package that brings it.
# docs/dependencies.md says why each is here.
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)

# Finds a CMake package and names the Debian package when it is absent.
macro(ochre_require package debian_package)
  find_package(${package} QUIET ${ARGN})
  if(NOT ${package}_FOUND)
    message(FATAL_ERROR "Ochre needs ${package}: install it with `apt-get install ${debian_package}`.")
  endif()
endmacro()

ochre_require(SQLite3 libsqlite3-dev)
ochre_require(CLI11 libcli11-dev CONFIG)

find_path(OCHRE_MUSTACHE_INCLUDE kainjow/mustache.hpp)
if(NOT OCHRE_MUSTACHE_INCLUDE)
  message(FATAL_ERROR "Ochre needs kainjow/mustache.hpp: install it with `apt-get install libkainjow-mustache-dev`.")
endif()

# RE2 has no CMake package in Debian 12, only a pkg-config file. `ochre_re2` exists only where RE2 does.
find_path(OCHRE_RE2_INCLUDE re2/re2.h)
find_library(OCHRE_RE2_LIBRARY re2)

# Only the json component needs it; without it that component is not built.
find_package(simdjson QUIET CONFIG)

if(OCHRE_TESTS)
  ochre_require(Catch2 catch2 CONFIG)
endif()
