# What quickstart.sh and test.sh share: the Debian packages, how they are installed, and how both talk.
# Sourced by bash, from the project's root.
# shellcheck shell=bash disable=SC2034

# docs/dependencies.md says what each is for.
build_packages=(g++ cmake ninja-build antlr4 libantlr4-runtime-dev libsqlite3-dev libcli11-dev libkainjow-mustache-dev
  nlohmann-json3-dev libdtl-dev libre2-dev libsimdjson-dev)
test_packages=("${build_packages[@]}" catch2 make python3-jsonschema)
full_packages=("${test_packages[@]}" clang-14 libclang-rt-14-dev clang-tidy-14 clang-format-14)

say() { printf '\n== %s\n' "$*"; }

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Installs those of the named packages that are missing; asks nothing, and touches nothing when all are there.
install_packages() {
  local missing=() package as_root=()
  if ! command -v apt-get >/dev/null; then
    say "This is not a Debian system; going on as if these were installed: $*"
    return
  fi
  for package in "$@"; do is_installed "$package" || missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Installing ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "Run this as root once, or install these packages: ${missing[*]}"
    as_root=(sudo)
  fi
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  if ! "${as_root[@]}" apt-get update -q </dev/null ||
    ! "${as_root[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}" </dev/null; then
    fail "apt-get could not install ${missing[*]}; its message is above."
  fi
}

job_count() { nproc 2>/dev/null || echo 2; }
