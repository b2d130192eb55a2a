#!/bin/bash
# scripts/format.sh: formats src, tests and bench in place. --check changes nothing, lists what differs, and then exits 1.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

sources() {
    find src tests bench -type f \( -name '*.cpp' -o -name '*.h' \) -print0 | sort -z
}
differs() {
    for file in "$@"; do
        clang-format-14 "$file" | cmp -s - "$file" || echo "$file"
    done
}

case "${1:-}" in
'')
    sources | xargs -0 -r -P "$(nproc)" -n 16 clang-format-14 -i
    ;;
--check)
    export -f differs
    found=$(sources | xargs -0 -r -P "$(nproc)" -n 16 bash -c 'differs "$@"' differs | sort)
    if [[ -n "$found" ]]; then
        echo "format: these files differ from .clang-format (scripts/format.sh mends them):" >&2
        echo "$found"
        exit 1
    fi
    echo "format: every file follows .clang-format"
    ;;
*)
    echo "usage: scripts/format.sh [--check]" >&2
    exit 2
    ;;
esac
