# Script: writes OUTPUT, a C++ source with the text of every *.mustache below FOLDER. Run by ochre_embed_templates().
# Texts become arrays of characters, not string literals: those have a portable limit of 64 KB.
file(GLOB_RECURSE paths RELATIVE "${FOLDER}" "${FOLDER}/*.mustache")
list(SORT paths)

set(arrays "")
set(table "")
set(index 0)
foreach(path IN LISTS paths)
  file(READ "${FOLDER}/${path}" bytes HEX)
  string(LENGTH "${bytes}" size)
  math(EXPR size "${size} / 2")
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
  string(APPEND arrays "constexpr char text_${index}[] = {${bytes}'\\0'};\n")
  string(APPEND table "    {\"${path}\", {text_${index}, ${size}}},\n")
  math(EXPR index "${index} + 1")
endforeach()

set(source [[
#include "emit/templates.hpp"

namespace ochrec::emit {
namespace {
@arrays@
constexpr EmbeddedTemplate table[] = {
@table@};
}  // namespace

std::span<const EmbeddedTemplate> embedded_templates() { return table; }

}  // namespace ochrec::emit
]])
string(CONFIGURE "${source}" source @ONLY)
file(WRITE "${OUTPUT}" "${source}")
