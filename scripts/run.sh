#!/bin/bash
# scripts/run.sh: opens the window on the example year; where there is no display, renders the example's annual
# summary to summary-2021.pdf in the current folder instead.
# scripts/run.sh ARGUMENTS: runs "mishutai-cli ARGUMENTS" (scripts/run.sh --help lists the commands).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin="$root/build/release/bin"
example="$root/build/alliance-2021.mishutai"

# The program's own output stays alone on standard output, so that --json can be piped.
"$root/scripts/setup.sh" >&2
"$root/scripts/build.sh" release mishutai mishutai-cli >&2
export MISHUTAI_FONT_DIR="${MISHUTAI_FONT_DIR:-$root/build/fonts}"

if (($# > 0)); then
    exec "$bin/mishutai-cli" "$@"
fi
if [[ ! -e "$example" ]]; then
    if ! "$bin/mishutai-cli" example alliance-2021 "$example" >&2; then
        rm -rf -- "$example" "$example"-* "${example%.mishutai}.files"
        exit 3
    fi
fi
if [[ -n "${DISPLAY:-}" || -n "${WAYLAND_DISPLAY:-}" ]]; then
    exec "$bin/mishutai" "$example"
fi
exec "$bin/mishutai-cli" --db "$example" report alliance-annual --year 2021 --output summary-2021.pdf --force
