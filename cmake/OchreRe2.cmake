# Finds RE2 as the target re2::re2. Newer releases bring a CMake package with that target; Debian 12 has the library and
# its headers only. Included by the build and, installed beside it, by OchreConfig.cmake.
find_package(re2 CONFIG QUIET)
if(NOT TARGET re2::re2 AND NOT CMAKE_DISABLE_FIND_PACKAGE_re2)
  find_path(OCHRE_RE2_INCLUDE re2/re2.h)
  find_library(OCHRE_RE2_LIBRARY re2)
  mark_as_advanced(OCHRE_RE2_INCLUDE OCHRE_RE2_LIBRARY)
  if(OCHRE_RE2_INCLUDE AND OCHRE_RE2_LIBRARY)
    add_library(re2::re2 UNKNOWN IMPORTED)
    set_target_properties(re2::re2 PROPERTIES IMPORTED_LOCATION "${OCHRE_RE2_LIBRARY}"
                                              INTERFACE_INCLUDE_DIRECTORIES "${OCHRE_RE2_INCLUDE}")
  endif()
endif()
