#!/bin/bash
# scripts/tidy.sh [--changed BASE]: clang-tidy on the .cpp files that differ from BASE (a commit; by default the fork
# point from origin/main, else the commit 30 back). Takes at most TIDY_FILES files (40) and TIDY_MINUTES minutes (8),
# the latest changes first, and says what it left out.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
build="$root/build/tidy"
most_files=${TIDY_FILES:-40}
most_minutes=${TIDY_MINUTES:-8}

fork_point() {
    local head base
    head=$(git rev-parse HEAD)
    base=$(git merge-base HEAD origin/main 2>/dev/null || true)
    if [[ -n "$base" && "$base" != "$head" ]]; then
        echo "$base"
    else
        # A shallow or short history ends before 30: the first commit known here.
        git rev-list --first-parent --max-count=31 HEAD | tail -n 1
    fi
}

case "${1:-}" in
'') base=$(fork_point) ;;
--changed) base=${2:?usage: scripts/tidy.sh --changed BASE} ;;
*) echo "usage: scripts/tidy.sh [--changed BASE]" >&2; exit 2 ;;
esac

places=('src/*.cpp' 'bench/*.cpp' 'tests/*.cpp')
mapfile -t changed < <({
    git diff --name-only HEAD -- "${places[@]}"
    git ls-files --others --exclude-standard -- "${places[@]}"
    git log --format= --name-only "$base..HEAD" -- "${places[@]}"
    git diff --name-only "$base" -- "${places[@]}"
} | awk '!seen[$0]++' | while read -r file; do [[ -f "$file" ]] && echo "$file"; done || true)
if ((${#changed[@]} == 0)); then
    echo "tidy: no .cpp file differs from $base"
    exit 0
fi

# A configuration of its own: clang cannot read gcc's precompiled headers. Nothing is built: what uic and moc write for
# an #include line is made here, since CMake's own targets for it wait for every library below.
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON >/dev/null
tools=$(qtpaths6 --query QT_INSTALL_LIBEXECS)
mkdir -p "$build/generated"
for form in ui/*.ui; do
    if [[ -e "$form" ]]; then
        "$tools/uic" "$form" -o "$build/generated/ui_$(basename "$form" .ui).h"
    fi
done
for file in "${changed[@]}"; do
    name=$(basename "$file" .cpp).moc
    if grep -q "#include \"$name\"" "$file"; then
        "$tools/moc" "$file" -o "$build/generated/$name"
    fi
done

files=()
for file in "${changed[@]}"; do
    # What no target compiles (a sheet of test data in C++, say) has no command to follow.
    grep -qF "\"$root/$file\"" "$build/compile_commands.json" && files+=("$file")
done
left_out=()
if ((${#files[@]} > most_files)); then
    left_out=("${files[@]:most_files}")
    files=("${files[@]:0:most_files}")
fi

results=$(mktemp -d)
trap 'rm -rf -- "$results"' EXIT
deadline=$(($(date +%s) + most_minutes * 60))
check() {
    local file=$1 name left
    name=${file//\//+}
    left=$(($2 - $(date +%s)))
    if ((left <= 0)) || ! timeout "$left" clang-tidy-14 -p "$3" --quiet --extra-arg-before="-I$4/scripts/tidy" \
        --extra-arg="-I$3/generated" --extra-arg=-Wno-unknown-warning-option "$4/$file" >"$5/$name.txt" 2>"$5/$name.err"; then
        # 124 is timeout's; every other failure has its findings in the text.
        [[ -s "$5/$name.txt" ]] || touch "$5/$name.cut"
    fi
}
export -f check
printf '%s\0' "${files[@]}" |
    xargs -0 -r -P "$(nproc)" -I{} bash -c 'check "$@"' check {} "$deadline" "$build" "$root" "$results"

for cut in "$results"/*.cut; do
    [[ -e "$cut" ]] || continue
    name=$(basename "$cut" .cut)
    left_out+=("${name//+//}")
done
# clang 14 reads less of C++20 than g++ 12, which has compiled these files: what it cannot parse is a notice.
unread=$(cat "$results"/*.txt 2>/dev/null | grep -E 'error: .*\[clang-diagnostic-error\]' | sort -u || true)
findings=$(cat "$results"/*.txt 2>/dev/null | grep -E ' (warning|error): .*\[(bugprone|performance|clang-analyzer|readability)[^]]*\]' |
    sort -u || true)
if [[ -n "$unread" ]]; then
    echo "tidy: notice, clang 14 cannot parse these lines (g++ compiles them):"
    echo "$unread"
fi
if ((${#left_out[@]} > 0)); then
    echo "tidy: notice, ${#left_out[@]} of ${#changed[@]} changed files were left out (bounds: $most_files files, $most_minutes minutes):"
    printf '  %s\n' "${left_out[@]:0:20}"
fi
if [[ -n "$findings" ]]; then
    echo "$findings"
    echo "tidy: findings in ${#files[@]} files checked" >&2
    exit 1
fi
echo "tidy: ${#files[@]} changed files checked against $base, no finding"
