# How a folder becomes a target.
#
#   ochre_room(<target> LINKS <targets...> [PRIVATE_LINKS <targets...>])
#       a static library of the folder's *.cpp (main.cpp excepted, so that a room may also hold an executable).
#       Below compiler/ includes start at compiler/; below runtime/ the public ones start at runtime/include/ and the
#       private ones at runtime/, and the library is installed as Ochre::<name without the ochre_ prefix>.
#   ochre_link_if_used(<target> <library>)
#       links a shared library to a room so that programs which call nothing of the room do not load it.
#   ochre_test(<room> LINKS <targets...> [DEPENDS <targets...>])
#       a Catch2 executable test_<room> of the folder's *.cpp, registered with CTest as <room>.
#       OCHRE_TESTS_DIR is defined as the path of tests/, for reading cases and goldens. Includes start at tests/.
#
# Globs look again at every build (CONFIGURE_DEPENDS), so adding a file needs no edit here.

function(ochre_room target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS;PRIVATE_LINKS")
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY "${Ochre_SOURCE_DIR}" OUTPUT_VARIABLE place)

  if(sources)
    add_library(${target} STATIC ${sources})
    set(scope PUBLIC)
    ochre_strict(${target})
    target_link_libraries(${target} PUBLIC ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
  else()
    add_library(${target} INTERFACE) # headers only
    set(scope INTERFACE)
    target_link_libraries(${target} INTERFACE ${arg_LINKS} ${arg_PRIVATE_LINKS})
  endif()
  target_compile_features(${target} ${scope} cxx_std_20)

  if(place MATCHES "^runtime/")
    ochre_publish(${target} ${scope})
  else()
    target_include_directories(${target} ${scope} "${Ochre_SOURCE_DIR}/compiler")
  endif()
endfunction()

# Makes a runtime room usable outside: include directories for both trees, the Ochre:: name, the export set.
function(ochre_publish target scope)
  string(REGEX REPLACE "^ochre_" "" name ${target})
  add_library(Ochre::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
  target_include_directories(
    ${target} ${scope} $<BUILD_INTERFACE:${Ochre_SOURCE_DIR}/runtime/include> $<INSTALL_INTERFACE:include>)
  if(scope STREQUAL PUBLIC)
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    # g++ would otherwise inline none of our own functions, since position-independent ones may be replaced.
    target_compile_options(${target} PRIVATE -fno-semantic-interposition)
    target_include_directories(${target} PRIVATE "${Ochre_SOURCE_DIR}/runtime")
  endif()
  set_property(GLOBAL APPEND PROPERTY OCHRE_RUNTIME_TARGETS ${target})
endfunction()

# Links the library behind an optional component. Generated libraries offer all components, so the linker must drop what
# a program does not use; and as the rest of its command line is the user's, the flags hold for this library alone, which
# is why they are one item. An unused static library adds nothing anyway.
function(ochre_link_if_used target library)
  get_target_property(type ${library} TYPE)
  if(NOT CMAKE_SYSTEM_NAME STREQUAL "Linux" OR type STREQUAL "STATIC_LIBRARY")
    target_link_libraries(${target} PRIVATE ${library})
    return()
  endif()
  set(flags -Wl --push-state --as-needed "$<TARGET_FILE:${library}>" --pop-state)
  target_include_directories(${target} SYSTEM PRIVATE $<TARGET_PROPERTY:${library},INTERFACE_INCLUDE_DIRECTORIES>)
  target_compile_definitions(${target} PRIVATE $<TARGET_PROPERTY:${library},INTERFACE_COMPILE_DEFINITIONS>)
  list(JOIN flags "$<COMMA>" item) # a bare comma would end a generator expression
  target_link_libraries(${target} PRIVATE "${item}")
endfunction()

function(ochre_test room)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS;DEPENDS")
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  add_executable(test_${room} ${sources})
  ochre_strict(test_${room})
  target_link_libraries(test_${room} PRIVATE ${arg_LINKS} ochre_catch)
  target_include_directories(test_${room} PRIVATE "${Ochre_SOURCE_DIR}/tests")
  target_compile_definitions(test_${room} PRIVATE "OCHRE_TESTS_DIR=\"${Ochre_SOURCE_DIR}/tests\"")
  if(arg_DEPENDS)
    add_dependencies(test_${room} ${arg_DEPENDS})
  endif()
  add_test(NAME ${room} COMMAND test_${room})
endfunction()

# Adds the named rooms of a folder, in this order; a room without CMakeLists.txt is skipped.
function(ochre_add_rooms folder)
  foreach(room IN LISTS ARGN)
    set(place "${folder}/${room}")
    if(EXISTS "${Ochre_SOURCE_DIR}/${place}/CMakeLists.txt")
      add_subdirectory("${Ochre_SOURCE_DIR}/${place}" "${Ochre_BINARY_DIR}/${place}")
    endif()
  endforeach()
endfunction()

# Adds every room found in a folder, in alphabetical order.
function(ochre_add_all_rooms folder)
  file(GLOB lists RELATIVE "${Ochre_SOURCE_DIR}/${folder}" CONFIGURE_DEPENDS
       "${Ochre_SOURCE_DIR}/${folder}/*/CMakeLists.txt")
  list(TRANSFORM lists REPLACE "/CMakeLists.txt$" "")
  ochre_add_rooms(${folder} ${lists})
endfunction()
