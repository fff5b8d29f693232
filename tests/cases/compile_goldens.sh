#!/bin/sh
# Compiles the golden C++ of every case without a warning: compile_goldens.sh <cases> <runtime/include> <compiler>...
# A compiler that is not installed is left out, save the first one.
set -eu
cases=$1
runtime=$2
shift 2

jobs=$(mktemp)
trap 'rm -f "$jobs"' EXIT
first=yes
for compiler in "$@"; do
  if ! command -v "$compiler" >/dev/null; then
    [ $first = no ] || { echo "$compiler is missing"; exit 1; }
    echo "skipped: $compiler is not installed"
    continue
  fi
  first=no
  for tree in "$cases"/*/cpp; do echo "$compiler $tree" >>"$jobs"; done
done

# One translation unit for each tree: what a shard includes, it includes alone.
export runtime
xargs -P "$(nproc)" -L 1 sh -c '
  printf "#include \"shard_0.cpp\"\n#include \"json_shard_0.cpp\"\n" |
    "$1" -x c++ -std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror \
      -I"$2" -I"$runtime" - || { echo "$1 refuses $2"; exit 1; }' compile <"$jobs"
