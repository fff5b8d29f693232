# Adds Ochre to an outside project as a subdirectory: its tests and install rules stay out. With SLOW, builds and runs it.
include("${CMAKE_CURRENT_LIST_DIR}/steps.cmake")

configure("-DOCHRE_SOURCE=${SOURCE}")
run(succeeds targets "${CMAKE_COMMAND}" --build "${build}" --target help)
expect_found("the compiler is a target" "${targets}" "ochrec_sema" yes)
expect_found("tests stay out" "${targets}" "test_" no)
expect_found("examples stay out" "${targets}" "examples/" no)
if(EXISTS "${build}/ochre/OchreConfig.cmake")
  message(FATAL_ERROR "install rules of a subdirectory are the parent's business")
endif()

if(SLOW)
  build_expecting("first build" SCHEMA yes OBJECTS yes)
  expect_shop_works()
  build_expecting("nothing changed" SCHEMA no OBJECTS no)
endif()
