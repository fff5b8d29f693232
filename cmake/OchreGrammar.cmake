# Turns the two grammars into a parser at build time, as the static library `ochre_grammar`.
# Only compiler/syntax links it; it includes "grammar/OchreLexer.h" and "grammar/OchreParser.h", in namespace
# ochrec::grammar. The generated C++ is C++17 (its u8 literals change type in C++20) and not ours, so its warnings are off.

function(ochre_add_grammar target)
  find_program(OCHRE_ANTLR4 antlr4)
  find_path(OCHRE_ANTLR4_INCLUDE antlr4-runtime.h PATH_SUFFIXES antlr4-runtime)
  find_library(OCHRE_ANTLR4_LIBRARY NAMES libantlr4-runtime.a antlr4-runtime) # static first: `ochre` is one file then
  if(NOT OCHRE_ANTLR4 OR NOT OCHRE_ANTLR4_INCLUDE OR NOT OCHRE_ANTLR4_LIBRARY)
    message(FATAL_ERROR "Ochre needs ANTLR 4: install it with `apt-get install antlr4 libantlr4-runtime-dev`.")
  endif()

  set(root "${CMAKE_CURRENT_BINARY_DIR}/include")
  set(out "${root}/grammar")
  set(grammars "${CMAKE_CURRENT_SOURCE_DIR}/OchreLexer.g4" "${CMAKE_CURRENT_SOURCE_DIR}/OchreParser.g4")
  set(generated "${out}/OchreLexer.cpp" "${out}/OchreLexer.h" "${out}/OchreParser.cpp" "${out}/OchreParser.h")
  file(MAKE_DIRECTORY "${out}")
  ochre_copy_antlr_header("${OCHRE_ANTLR4_INCLUDE}/antlr4-runtime.h" "${root}/antlr4-runtime.h")
  add_custom_command(
    OUTPUT ${generated}
    COMMAND "${OCHRE_ANTLR4}" -Dlanguage=Cpp -Werror -no-listener -no-visitor -package ochrec::grammar
            -Xexact-output-dir -lib "${out}" -o "${out}" ${grammars}
    DEPENDS ${grammars}
    COMMENT "Generating the parser from grammar/*.g4"
    VERBATIM)

  add_library(${target} STATIC ${generated})
  set_target_properties(${target} PROPERTIES CXX_STANDARD 17)
  target_compile_options(${target} PRIVATE -w)
  target_include_directories(${target} SYSTEM PUBLIC "${root}" "${OCHRE_ANTLR4_INCLUDE}")
  target_link_libraries(${target} PUBLIC "${OCHRE_ANTLR4_LIBRARY}" Threads::Threads)
endfunction()

# The generated parser includes all of ANTLR by this one header. Clang refuses one of its parts, the reader of interpreter
# data (it default-initialises a constant), which no generated parser needs: our copy, found first, leaves it out.
function(ochre_copy_antlr_header from to)
  file(READ "${from}" text)
  string(REPLACE "#include \"misc/InterpreterDataReader.h\"" "" text "${text}")
  file(CONFIGURE OUTPUT "${to}" CONTENT "${text}" @ONLY)
endfunction()
