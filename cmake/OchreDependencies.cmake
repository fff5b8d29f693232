# The third-party targets and headers rooms may use. A missing one stops configuration with the Debian package that
# brings it. docs/dependencies.md says why each is here; ANTLR is looked for in OchreGrammar.cmake.
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)

# Finds a CMake package.
macro(ochre_require package debian_package)
  find_package(${package} QUIET ${ARGN})
  if(NOT ${package}_FOUND)
    message(FATAL_ERROR "Ochre needs ${package}: install it with `apt-get install ${debian_package}`.")
  endif()
endmacro()

# Finds the include directory of a library without a CMake package.
function(ochre_require_header variable header debian_package)
  find_path(${variable} ${header})
  if(NOT ${variable})
    message(FATAL_ERROR "Ochre needs <${header}>: install it with `apt-get install ${debian_package}`.")
  endif()
endfunction()

ochre_require(SQLite3 libsqlite3-dev)
ochre_require(simdjson libsimdjson-dev CONFIG)
ochre_require(CLI11 libcli11-dev CONFIG)
ochre_require(nlohmann_json nlohmann-json3-dev CONFIG)
ochre_require_header(OCHRE_MUSTACHE_INCLUDE kainjow/mustache.hpp libkainjow-mustache-dev)
ochre_require_header(OCHRE_DTL_INCLUDE dtl/dtl.hpp libdtl-dev)
include(OchreRe2)
if(NOT TARGET re2::re2)
  message(FATAL_ERROR "Ochre needs RE2: install it with `apt-get install libre2-dev`.")
endif()

if(OCHRE_TESTS)
  ochre_require(Catch2 catch2 CONFIG)
endif()
