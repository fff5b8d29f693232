# find_package(Ochre) with and without the libraries behind its optional components: what is not used is not needed, and
# what is missing is said in a sentence.
include("${CMAKE_CURRENT_LIST_DIR}/steps.cmake")
set(prefix "${ROOM}/prefix")
set(no_libraries -DCMAKE_DISABLE_FIND_PACKAGE_simdjson=ON -DCMAKE_DISABLE_FIND_PACKAGE_re2=ON)
run(succeeds ignored "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${prefix}" --strip)

# Configures from nothing and checks what CMake says, its lines joined.
function(configure_expecting expected sentence)
  file(REMOVE_RECURSE "${build}")
  try_configure(${expected} out "-DCMAKE_PREFIX_PATH=${prefix}" ${ARGN})
  string(REGEX REPLACE "[ \n]+" " " out "${out}")
  expect_found("configuring with ${ARGN}" "${out}" "${sentence}" yes)
endfunction()

function(expect_needed library expected)
  run(succeeds out "${READELF}" --dynamic --wide "${build}/shop")
  expect_found("shared libraries of the program" "${out}" "[${library}.so" ${expected})
endfunction()

configure_expecting(fails "The component json of Ochre needs simdjson, which was not found: install it"
                    ${no_libraries} -DOCHRE_COMPONENTS=json)
configure_expecting(fails "The component pattern of Ochre needs RE2, which was not found: install it"
                    ${no_libraries} -DOCHRE_COMPONENTS=sqlite,pattern)
configure_expecting(fails "The component yaml of Ochre does not exist; there are sqlite, json and pattern"
                    -DOCHRE_COMPONENTS=yaml)
configure_expecting(fails "needs the component json of Ochre, which was not found" ${no_libraries} -DSHOP_OPTIONS=JSON)

configure_expecting(succeeds "Generating done" ${no_libraries})
run(succeeds ignored "${CMAKE_COMMAND}" --build "${build}")
expect_shop_works()
expect_needed(libidle yes)

edit(shop.ochre "name:  string  @length(1..80)" "name:  string  @pattern(\".+\")")
run(fails out "${CMAKE_COMMAND}" --build "${build}")
expect_found("a schema with a pattern" "${out}" "`Item.name` needs the component `pattern` of Ochre" yes)
expect_found("a schema with a pattern" "${out}" "find_package(Ochre REQUIRED COMPONENTS pattern)" yes)

configure_expecting(succeeds "Generating done" -DOCHRE_COMPONENTS=json,pattern -DSHOP_OPTIONS=JSON)
run(succeeds ignored "${CMAKE_COMMAND}" --build "${build}")
expect_shop_works()
expect_needed(libre2 yes)
expect_needed(libsimdjson no)
expect_needed(libidle yes)
