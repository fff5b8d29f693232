# Embeds templates/**/*.mustache in a target, so that the compiler needs no files beside it.
# The generated source defines embedded_templates(), which compiler/emit/templates.hpp declares; a template's name is its
# path below templates/, such as "cpp/model.hpp.mustache".
set(OCHRE_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/embed_templates.cmake")

function(ochre_embed_templates target)
  set(folder "${Ochre_SOURCE_DIR}/templates")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded_templates.cpp")
  file(GLOB_RECURSE templates CONFIGURE_DEPENDS "${folder}/*.mustache")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${folder}" "-DOUTPUT=${output}" -P "${OCHRE_EMBED_SCRIPT}"
    DEPENDS ${templates} "${OCHRE_EMBED_SCRIPT}"
    COMMENT "Embedding templates"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
