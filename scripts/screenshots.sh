#!/bin/bash
# scripts/screenshots.sh [FOLDER]: draws every page of the window on the example year as PNG, by default into docs/images.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:-$root/docs/images}

"$root/scripts/setup.sh" >&2
"$root/scripts/build.sh" release mishutai mishutai-cli >&2
mkdir -p "$folder"
export MISHUTAI_FONT_DIR="${MISHUTAI_FONT_DIR:-$root/build/fonts}"
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
# Settings of the person who draws them must not show in the pictures.
export XDG_CONFIG_HOME=$work/config
"$root/build/release/bin/mishutai-cli" example alliance-2021 "$work/alliance-2021.mishutai" >&2
"$root/build/release/bin/mishutai" --screenshots "$folder" "$work/alliance-2021.mishutai"
"$root/build/release/bin/mishutai-cli" --db "$work/alliance-2021.mishutai" report alliance-annual --year 2021 \
    --date 2022-01-26 --output "$work/summary.pdf" >&2
pdftoppm -r 60 -png -singlefile "$work/summary.pdf" "$folder/summary-page1"
"$root/build/release/bin/mishutai-cli" --db "$work/alliance-2021.mishutai" print certificate --members 会员-0011 \
    --date 2021-12-31 --until 2025-12-31 --output "$work/certificate.pdf" >&2
pdftoppm -r 70 -png -singlefile "$work/certificate.pdf" "$folder/certificate"
