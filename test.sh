#!/usr/bin/env bash
# Builds everything and runs every test: a debug build with g++ by default. `--full` adds clang, AddressSanitizer with
# UndefinedBehaviorSanitizer, ThreadSanitizer, clang-format and clang-tidy. Each build is a preset, in build/<preset>.
set -u
cd "$(dirname "$0")" || exit 1
. .ci/common.sh

# The rooms whose tests start threads; the others would only run slower under ThreadSanitizer.
threaded_rooms=(runtime sqlite generated)

full=no
slow_tests=OFF
case "$*" in
  "") ;;
  --full) full=yes ;;
  *) fail "usage: ./test.sh [--full]" ;;
esac

# Configures, builds and tests one preset; only the rooms named after it, if any are.
test_preset() {
  local preset=$1 targets=() only=()
  shift
  if [ $# -gt 0 ]; then
    targets=(--target "${@/#/test_}")
    only=(--tests-regex "^($(IFS='|' && echo "$*"))\$")
  fi
  say "Building preset $preset"
  cmake --preset "$preset" "-DOCHRE_SLOW_TESTS=$slow_tests" >/dev/null || fail "Configuring $preset failed; CMake's message is above."
  cmake --build --preset "$preset" --parallel "$(job_count)" "${targets[@]}" ||
    fail "Building $preset failed; the compiler's message is above."
  say "Testing preset $preset"
  ctest --preset "$preset" --parallel "$(job_count)" "${only[@]}" || fail "Tests of $preset failed; they are listed above."
}

our_sources() { find compiler runtime tests examples -name build -prune -o \( -name '*.cpp' -o -name '*.hpp' \) -print | grep -v '^tests/cases/' | sort; }

check_style() {
  say "Checking the layout with clang-format"
  our_sources | xargs clang-format-14 --dry-run -Werror || fail "Run clang-format -i on the files above."
  say "Checking the code with clang-tidy"
  find compiler runtime -name '*.cpp' | sort | xargs -P "$(job_count)" -n 3 clang-tidy-14 -p build/clang --quiet 2>/dev/null ||
    fail "clang-tidy found what is listed above."
}

if [ $full = yes ]; then
  install_packages "${full_packages[@]}"
  slow_tests=ON
  test_preset debug
  slow_tests=OFF
  for preset in clang asan; do test_preset $preset; done
  test_preset tsan "${threaded_rooms[@]}"
  check_style
else
  install_packages "${test_packages[@]}"
  test_preset debug
fi
say "All tests passed."
