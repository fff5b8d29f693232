#!/bin/sh
# Runs the tutorial on a new file twice: the second run finds what the first one wrote. Usage: blog_check.sh PROGRAM.
set -u
program=$1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

"$program" "sqlite:$work/blog.db" >"$work/first" || exit 1
"$program" "sqlite:$work/blog.db" >"$work/second" || exit 1
[ -s "$work/second" ] || { echo "the second run shows nothing"; exit 1; }
tail -n "$(wc -l <"$work/second")" "$work/first" | diff - "$work/second" || exit 1

if "$program" "sqlite:$work" 2>"$work/error"; then
  echo "a folder was opened as a database"
  exit 1
fi
grep -q '^blog: ' "$work/error" || { cat "$work/error"; exit 1; }
