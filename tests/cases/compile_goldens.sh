#!/bin/sh
# Compiles the golden C++ of every case without a warning: compile_goldens.sh <cases> <runtime/include> <compiler>...
# A compiler that is not installed is left out, save the first one.
set -eu
cases=$1
runtime=$2
shift 2
failed=0
first=yes
for compiler in "$@"; do
  if ! command -v "$compiler" >/dev/null; then
    [ $first = no ] || { echo "$compiler is missing"; exit 1; }
    echo "skipped: $compiler is not installed"
    continue
  fi
  first=no
  for tree in "$cases"/*/cpp; do
    for source in "$tree"/shard_*.cpp "$tree"/json_shard_*.cpp; do
      "$compiler" -std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror \
        -I"$tree" -I"$runtime" "$source" || { echo "$compiler refuses $source"; failed=1; }
    done
  done
done
exit $failed
