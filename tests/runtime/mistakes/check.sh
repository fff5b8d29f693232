#!/bin/sh
# Usage: check.sh SOURCE_ROOT GENERATED_HEADERS COMPILER... — headers of each schema in a folder of its own.
# Each file here must fail to compile, with the words after `// expect:` in its one error, and notes that fit
# a screen: a mistake in a query is answered by a line, not by a page.
root=$1
generated=$2
shift 2
here="$root/tests/runtime/mistakes"
failed=0
for compiler in "$@"; do
  for file in "$here"/*.cpp; do
    expected=$(sed -n '1s|^// expect: ||p' "$file")
    if output=$("$compiler" -std=c++20 -fsyntax-only -I"$root/runtime/include" \
        -I"$generated/runtime_sample" -I"$generated/runtime_shop" -I"$generated/runtime_wiki" "$file" 2>&1); then
      echo "$compiler compiles $(basename "$file"), which is a mistake"
      failed=1
      continue
    fi
    errors=$(printf '%s\n' "$output" | grep -c 'error:')
    if ! printf '%s\n' "$output" | grep -Eq "$expected"; then
      echo "$compiler does not say '$expected' about $(basename "$file"):"
      printf '%s\n' "$output" | head -20
      failed=1
    elif [ "$errors" -gt 1 ]; then
      echo "$compiler gives $errors errors about $(basename "$file"), which is one mistake"
      failed=1
    elif [ "$(printf '%s\n' "$output" | wc -l)" -gt 35 ]; then
      echo "$compiler fills a screen about $(basename "$file"):"
      printf '%s\n' "$output"
      failed=1
    fi
  done
done
exit $failed
