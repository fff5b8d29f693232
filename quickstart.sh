#!/usr/bin/env bash
# From a fresh checkout to a running program: installs what is missing, builds ochre, compiles examples/blog/blog.ochre
# to C++, builds the example and runs it on a new SQLite file. Everything it writes is below build/quickstart.
set -u
cd "$(dirname "$0")" || exit 1
. .ci/common.sh
[ $# -eq 0 ] || fail "It takes no arguments."

build=build/quickstart
ochre=$build/compiler/cli/ochre
blog=$build/examples/blog/blog
database=$build/blog.db

install_packages "${build_packages[@]}"

say "Building the compiler and the runtime in $build (a few minutes the first time)"
cmake -S . -B $build -G Ninja -DCMAKE_BUILD_TYPE=Release -DOCHRE_TESTS=OFF >/dev/null ||
  fail "Configuring failed; CMake's message is above."
cmake --build $build --parallel "$(job_count)" --target ochre || fail "The build failed; the compiler's message is above."

say "ochre check examples/blog/blog.ochre"
$ochre check examples/blog/blog.ochre || fail "The example's schema has errors; they are above."

say "ochre generate examples/blog/blog.ochre --out $build/generated"
$ochre generate examples/blog/blog.ochre --out $build/generated || fail "ochre could not generate C++."
(cd $build && find generated -name '*.hpp' | sort)

say "Building the example, which does the same through ochre_generate() in its CMakeLists.txt"
cmake --build $build --parallel "$(job_count)" --target blog || fail "The example did not build; the compiler's message is above."

say "Running it on a new SQLite file, $database"
rm -f $database $database-wal $database-shm
$blog "sqlite:$database" || fail "The example failed."

say "Done. Read examples/blog/blog.ochre and examples/blog/main.cpp next; the tutorial is README.md."
