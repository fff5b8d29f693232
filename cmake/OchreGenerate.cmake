# ochre_generate(): compiles an .ochre schema to C++ at build time and makes a library of it.
#
#   ochre_generate(TARGET blog_models SCHEMA blog.ochre [DATABASES sqlite] [SHARDS 4] [JSON]
#                  [TEMPLATES dir] [OUT dir])
#   target_link_libraries(app PRIVATE blog_models)
#
#   TARGET     the static library to create; it brings the generated headers, the runtime and the drivers.
#   SCHEMA     the root schema file, relative to the current source directory.
#   DATABASES  the databases to generate row code for; default sqlite.
#   SHARDS     how many translation units the generated code is spread over; default 4.
#   JSON       also generate <schema>/json.hpp: to_json and from_json of every model. Needs the component json, as arrays
#              and json<Struct> do; rules with @pattern need the component pattern.
#   TEMPLATES  a folder whose templates replace the built-in ones of the same name.
#   OUT        where to generate; default ochre/<TARGET> in the current binary directory. One folder per target.
#
# CMake has to know file names when it configures, before any schema has been read. So the command's output is a stamp,
# and what the build tool must watch has fixed names: shard_<n>.cpp, which include the generated sources, and
# revision.hpp, which every generated header includes and which changes when any of them does. The depfile names the
# imports and templates that were read. Files whose text stays the same keep their time stamp, so nothing that includes
# them is compiled again.
#
# Installed with the package; the target Ochre::ochre is the compiler, in a build tree as well as in a prefix.

function(ochre_generate)
  cmake_parse_arguments(PARSE_ARGV 0 arg "JSON" "TARGET;SCHEMA;SHARDS;TEMPLATES;OUT" "DATABASES")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "ochre_generate: unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_TARGET OR NOT arg_SCHEMA)
    message(FATAL_ERROR "ochre_generate needs TARGET and SCHEMA.")
  endif()
  if(NOT DEFINED arg_SHARDS)
    set(arg_SHARDS 4)
  elseif(NOT arg_SHARDS MATCHES "^[1-9][0-9]*$")
    message(FATAL_ERROR "ochre_generate: SHARDS is a number from 1 up, not `${arg_SHARDS}`.")
  endif()
  if(NOT arg_DATABASES)
    set(arg_DATABASES sqlite)
  endif()
  if(NOT arg_OUT)
    set(arg_OUT "${CMAKE_CURRENT_BINARY_DIR}/ochre/${arg_TARGET}")
  endif()
  if(arg_JSON AND NOT TARGET Ochre::json)
    message(FATAL_ERROR "ochre_generate(TARGET ${arg_TARGET} … JSON) needs the component json of Ochre, which was not found: "
                        "`find_package(Ochre REQUIRED COMPONENTS json)` says what is missing.")
  endif()
  cmake_path(ABSOLUTE_PATH arg_SCHEMA BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
  cmake_path(ABSOLUTE_PATH arg_OUT BASE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}" NORMALIZE)

  ochre_generate_command_("${arg_OUT}" "${arg_SCHEMA}" ${arg_SHARDS} "${arg_DATABASES}" "${arg_TEMPLATES}" ${arg_JSON} sources)
  add_library(${arg_TARGET} STATIC ${sources})
  target_compile_features(${arg_TARGET} PUBLIC cxx_std_20)
  target_include_directories(${arg_TARGET} PUBLIC "$<BUILD_INTERFACE:${arg_OUT}>")
  ochre_generate_link_(${arg_TARGET} "${arg_DATABASES}")
endfunction()

# The custom command; returns the sources of the library, stamp included, which ties the command to that one target.
function(ochre_generate_command_ out schema shards databases templates json result)
  set(stamp "${out}/ochre.stamp")
  set(watched "${out}/revision.hpp")
  set(sources "")
  math(EXPR last "${shards} - 1")
  foreach(index RANGE ${last})
    list(APPEND sources "${out}/shard_${index}.cpp")
    if(json)
      list(APPEND sources "${out}/json_shard_${index}.cpp")
    endif()
  endforeach()
  list(JOIN databases "," database_list)
  set(options --out "${out}" --databases ${database_list} --shards ${shards} --stamp "${stamp}" --depfile "${stamp}.d")
  if(json)
    list(APPEND options --json)
  endif()
  foreach(component json pattern)
    if(NOT TARGET Ochre::${component})
      list(APPEND options --without ${component})
    endif()
  endforeach()
  if(templates)
    cmake_path(ABSOLUTE_PATH templates BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
    list(APPEND options --templates "${templates}")
    file(GLOB_RECURSE own_templates CONFIGURE_DEPENDS "${templates}/*.mustache") # a new file must be noticed too
  endif()

  cmake_path(GET schema FILENAME schema_name)
  add_custom_command(
    OUTPUT "${stamp}"
    BYPRODUCTS "${watched}" ${sources}
    COMMAND Ochre::ochre generate "${schema}" ${options}
    DEPENDS "${schema}" ${own_templates} "$<TARGET_FILE:Ochre::ochre>"
    DEPFILE "${stamp}.d"
    COMMENT "Compiling ${schema_name} to C++"
    VERBATIM)
  set(${result} "${stamp}" ${sources} PARENT_SCOPE)
endfunction()

# The runtime, the drivers, and the components that only some schemas use. Which they are is known when the schema has been
# read, so those that are there are offered: unused archives add nothing, nor do the libraries behind them
# (OchreOptional.cmake). A schema that needs one that is not there is refused when it is compiled.
function(ochre_generate_link_ target databases)
  foreach(database IN LISTS databases)
    if(NOT TARGET Ochre::${database})
      message(FATAL_ERROR "ochre_generate(TARGET ${target}): this Ochre has no driver for `${database}`.")
    endif()
    target_link_libraries(${target} PUBLIC Ochre::${database})
  endforeach()
  target_link_libraries(${target} PUBLIC Ochre::session)
  foreach(component json pattern)
    if(TARGET Ochre::${component})
      target_link_libraries(${target} PUBLIC Ochre::${component})
    endif()
  endforeach()
endfunction()
