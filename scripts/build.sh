#!/bin/bash
# scripts/build.sh [PRESET [TARGET…]]: configures and builds. PRESET is release (default), dev or asan;
# without targets everything is built. JOBS sets how many compilers run at once.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
preset=${1:-release}
shift $(($# > 0 ? 1 : 0))
build="$root/build/$preset"

cd "$root"
if [[ ! -f "$build/build.ninja" || CMakePresets.json -nt "$build/build.ninja" ]]; then
    cmake --preset "$preset"
fi
arguments=(--build "$build" --parallel "${JOBS:-$(nproc)}")
if (($# > 0)); then
    arguments+=(--target "$@")
fi
cmake "${arguments[@]}"
