#!/bin/bash
# scripts/screenshots.sh [FOLDER]: draws every page of the window on the example year as PNG, by default into docs/images.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:-$root/docs/images}

"$root/scripts/setup.sh" >&2
"$root/scripts/build.sh" release mishutai >&2
mkdir -p "$folder"
export MISHUTAI_FONT_DIR="${MISHUTAI_FONT_DIR:-$root/build/fonts}"
QT_QPA_PLATFORM=offscreen exec "$root/build/release/bin/mishutai" --screenshots "$folder"
