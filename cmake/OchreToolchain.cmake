# What holds for every translation unit of the project: language level, default build type, ccache, sanitizers.
# Directory-wide settings apply to Ochre's own directories only; a parent project keeps its flags.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

if(PROJECT_IS_TOP_LEVEL)
  set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
  get_property(multi_config GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
  if(NOT CMAKE_BUILD_TYPE AND NOT multi_config)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug, Release, RelWithDebInfo or MinSizeRel" FORCE)
  endif()

  find_program(OCHRE_CCACHE ccache)
  if(OCHRE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_C_COMPILER_LAUNCHER "${OCHRE_CCACHE}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${OCHRE_CCACHE}")
  endif()
endif()

if(OCHRE_SANITIZE)
  add_compile_options(-fsanitize=${OCHRE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${OCHRE_SANITIZE})
endif()

# Holds a target to the project's warning level. Options stay private: they never reach a user's target.
function(ochre_strict target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
  # What GCC 12 says about memory when it optimizes rests on paths that inlining has made up: overlapping copies in
  # `"text" + std::string` (gcc.gnu.org/PR105651), writes beyond a std::variant or std::vector (PR107138, PR105562).
  # Debug builds, the sanitizers and clang look at the same code without these.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(
      ${target} PRIVATE -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds
                        -Wno-maybe-uninitialized -Wno-free-nonheap-object)
  endif()
  if(OCHRE_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()
