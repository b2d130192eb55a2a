#!/bin/bash
# scripts/test.sh [ROOM…]: sets up, builds and runs every test, or the named ones (base, db, …, layering, house_rules).
# PRESET chooses another build than dev, JOBS how many compilers run at once.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
preset=${PRESET:-dev}

targets=()
for room in "$@"; do
    if compgen -G "$root/tests/$room/*.cpp" >/dev/null; then
        targets+=("test_$room")
    elif [[ ! -f "$root/tests/support/$room.py" ]]; then
        echo "test: there is no test called $room" >&2
        exit 2
    fi
done

"$root/scripts/setup.sh"
if (($# == 0)); then
    "$root/scripts/build.sh" "$preset"
elif ((${#targets[@]} > 0)); then
    "$root/scripts/build.sh" "$preset" "${targets[@]}"
elif [[ ! -f "$root/build/$preset/CTestTestfile.cmake" ]]; then
    cmake -S "$root" --preset "$preset"
fi

cd "$root"
arguments=(--preset "$preset" --output-on-failure --no-tests=error -j2)
if (($# > 0)); then
    arguments+=(-R "^($(IFS='|'; echo "$*"))\$")
fi
# On a loaded machine a test of the window may miss its moment: the unattended run tries a failed program once more.
exec ctest "${arguments[@]}" ${CI:+--repeat until-pass:2}
