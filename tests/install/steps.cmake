# Steps the scripts here share: configure, build and run the project in ${ROOM}, and judge what a build printed.
file(REMOVE_RECURSE "${ROOM}")
file(COPY "${CMAKE_CURRENT_LIST_DIR}/project" DESTINATION "${ROOM}")
set(project "${ROOM}/project")
set(build "${ROOM}/build")

# Runs a command and stops the test unless it does as expected: `succeeds` or `fails`.
function(run expected output_variable)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(expected STREQUAL "succeeds" AND NOT code STREQUAL "0")
    message(FATAL_ERROR "failed with ${code}: ${ARGN}\n${out}${err}")
  elseif(expected STREQUAL "fails" AND code STREQUAL "0")
    message(FATAL_ERROR "should have failed: ${ARGN}\n${out}${err}")
  endif()
  set(${output_variable} "${out}${err}" PARENT_SCOPE)
endfunction()

function(configure)
  try_configure(succeeds ignored ${ARGN})
endfunction()

function(try_configure expected output_variable)
  run(${expected} out "${CMAKE_COMMAND}" -S "${project}" -B "${build}" -G "${GENERATOR}" -DCMAKE_BUILD_TYPE=Debug
      "-DCMAKE_C_COMPILER=${C_COMPILER}" "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_FLAGS=${FLAGS}"
      "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}" ${ARGN})
  set(${output_variable} "${out}" PARENT_SCOPE)
endfunction()

# Builds and checks that the schema was compiled, and objects built, exactly when expected.
#   build_expecting(<what happened before> SCHEMA <yes|no> OBJECTS <yes|no>)
function(build_expecting story)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "SCHEMA;OBJECTS" "")
  run(succeeds out "${CMAKE_COMMAND}" --build "${build}")
  expect_found("${story}" "${out}" "Compiling shop.ochre to C" "${arg_SCHEMA}")
  expect_found("${story}" "${out}" "Building CXX object" "${arg_OBJECTS}")
endfunction()

function(expect_found story text part expected)
  string(FIND "${text}" "${part}" place)
  if(expected STREQUAL "yes" AND place EQUAL -1)
    message(FATAL_ERROR "${story}: expected `${part}` in\n${text}")
  elseif(expected STREQUAL "no" AND NOT place EQUAL -1)
    message(FATAL_ERROR "${story}: did not expect `${part}` in\n${text}")
  endif()
endfunction()

function(expect_shop_works)
  run(succeeds out "${build}/shop")
  if(NOT out STREQUAL "chair 250\n")
    message(FATAL_ERROR "the program printed `${out}`")
  endif()
endfunction()

# Waits until a write gets a later time stamp than everything before it: kernels stamp files by the clock tick.
function(next_tick)
  run(succeeds ignored "${CMAKE_COMMAND}" -E sleep 0.05)
endfunction()

function(touch path)
  next_tick()
  file(TOUCH "${path}")
endfunction()

# Replaces text in a file of the project; the text must be there.
function(edit file before after)
  file(READ "${project}/${file}" text)
  expect_found("edit ${file}" "${text}" "${before}" yes)
  string(REPLACE "${before}" "${after}" text "${text}")
  next_tick()
  file(WRITE "${project}/${file}" "${text}")
endfunction()
