#!/bin/bash
# scripts/bench.sh [NAME…]: builds the release benchmarks bench/NAME.cpp (all by default) and runs them.
# Standard output holds one JSON object a line and nothing else (docs/testing.md).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

names=("$@")
if ((${#names[@]} == 0)); then
    for source in "$root"/bench/*.cpp; do
        [[ -e "$source" ]] && names+=("$(basename "$source" .cpp)")
    done
fi
if ((${#names[@]} == 0)); then
    echo "bench: bench/ holds no benchmark" >&2
    exit 2
fi
for name in "${names[@]}"; do
    if [[ ! -f "$root/bench/$name.cpp" ]]; then
        echo "bench: there is no bench/$name.cpp" >&2
        exit 2
    fi
done

"$root/scripts/setup.sh" >&2
"$root/scripts/build.sh" release mishutai mishutai-cli "${names[@]/#/bench_}" >&2
export MISHUTAI_FONT_DIR="${MISHUTAI_FONT_DIR:-$root/build/fonts}"
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
status=0
for name in "${names[@]}"; do
    "$root/build/release/bin/bench_$name" || { echo "bench: bench_$name failed" >&2; status=1; }
done
exit "$status"
