#!/bin/sh
# Put the fonts of printed reports into FOLDER (default build/fonts): converted once, seconds when present, no root needed.
# Usage: scripts/fonts.sh [FOLDER]
# Sources are the files of Debian's font packages where installed, else of the packages downloaded and unpacked aside
# (texlive-lang-chinese is never installed: only Fandol's outlines are taken out of it).
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
fonts=${1:-$root/build/fonts}
# Raised when convert_font.py makes different files of the same sources; the fonts are then made anew.
format=1

fandol=/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol
fandol_doc=/usr/share/doc/texlive-doc/fonts/fandol
noto=/usr/share/fonts/opentype/noto
wenkai=/usr/share/fonts/truetype/lxgw-wenkai

# target | family | package | source | options of convert_font.py; the slowest first
table="MishutaiTitle.ttf|Mishutai Title|fonts-noto-cjk|$noto/NotoSerifCJK-Bold.ttc|--number 2 --common
MishutaiFang.ttf|Mishutai Fang|texlive-lang-chinese|$fandol/FandolFang-Regular.otf|
MishutaiKai.ttf|Mishutai Kai|texlive-lang-chinese|$fandol/FandolKai-Regular.otf|
MishutaiHei.ttf|Mishutai Hei|texlive-lang-chinese|$fandol/FandolHei-Regular.otf|
MishutaiSong.ttf|Mishutai Song|texlive-lang-chinese|$fandol/FandolSong-Regular.otf|
MishutaiWenkai.ttf|Mishutai Wenkai|fonts-lxgw-wenkai|$wenkai/LXGWWenKai-Light.ttf|"

# package | licence or notice | name beside the fonts
licences="texlive-lang-chinese|$fandol_doc/COPYING.gz|LICENSE-Fandol.txt
texlive-lang-chinese|$fandol_doc/README|README-Fandol.txt
fonts-noto-cjk|/usr/share/doc/fonts-noto-cjk/copyright|LICENSE-Noto.txt
fonts-lxgw-wenkai|/usr/share/doc/fonts-lxgw-wenkai/copyright|LICENSE-Wenkai.txt"

missing() {
    [ "$(cat "$fonts/.format" 2>/dev/null || true)" = "$format" ] || return 0
    echo "$table" | while IFS='|' read -r target _; do [ -s "$fonts/$target" ] || echo "$target"; done | grep -q . && return 0
    echo "$licences" | while IFS='|' read -r _ _ name; do [ -s "$fonts/$name" ] || echo "$name"; done | grep -q .
}

# Print where SOURCE of PACKAGE lies, after unpacking the package aside if it is not installed.
locate() {
    package=$1 source=$2
    if [ -s "$source" ]; then echo "$source"; return; fi
    if [ ! -d "$aside/$package" ]; then
        mkdir -p "$aside/$package.deb"
        (cd "$aside/$package.deb" && apt-get -qq -o "APT::Sandbox::User=$(id -un)" download "$package" >&2) || {
            echo "fonts.sh: cannot download $package; run apt-get update or install it, then try again" >&2
            return 1
        }
        mkdir "$aside/$package"
        dpkg-deb --fsys-tarfile "$aside/$package.deb"/*.deb | tar -C "$aside/$package" -xf - --wildcards \
            './usr/share/fonts/*' './usr/share/doc/fonts*' "./usr/share/doc/texlive-doc/fonts/fandol/*" ".$fandol/*" 2>/dev/null || true
    fi
    if [ ! -s "$aside/$package$source" ]; then echo "fonts.sh: $package has no $source" >&2; return 1; fi
    echo "$aside/$package$source"
}

missing || exit 0
mkdir -p "$fonts"
exec 9>"$fonts/.lock"
flock 9
missing || exit 0
rm -f "$fonts"/*.part # of a run that was killed

aside=$(mktemp -d)
trap 'rm -rf "$aside"' EXIT INT TERM
echo "fonts.sh: converting fonts into $fonts (about a minute, once)" >&2

[ "$(cat "$fonts/.format" 2>/dev/null || true)" = "$format" ] || rm -f "$fonts"/*.ttf
echo "$licences" | while IFS='|' read -r package source name; do
    from=$(locate "$package" "$source")
    case $from in *.gz) gunzip -c "$from" ;; *) cat "$from" ;; esac >"$fonts/$name.part"
    mv "$fonts/$name.part" "$fonts/$name"
done
echo "$table" | while IFS='|' read -r target family package source options; do
    [ -s "$fonts/$target" ] && continue
    from=$(locate "$package" "$source")
    echo "$options '$from' '$fonts/$target' '$family'"
done >"$aside/jobs"
# /usr/bin/python3: Debian's python3-fonttools is found by Debian's Python only.
xargs -r -P 2 -L 1 /usr/bin/python3 "$root/scripts/convert_font.py" <"$aside/jobs" 9>&-
echo "$format" >"$fonts/.format"
