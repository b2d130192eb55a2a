#!/bin/sh
# Installs what building, testing and running need: Debian packages and the converted fonts.
# Asks nothing, changes nothing that is already there.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)

packages="git g++ cmake ninja-build ccache pkg-config
  qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev qt6-translations-l10n libqt6sql6-sqlite
  libspdlog-dev libsqlite3-dev sqlite3 libsodium-dev libxlsxwriter-dev libzip-dev libcsv-dev libqpdf-dev qpdf
  catch2 fonts-noto-cjk fonts-lxgw-wenkai python3 python3-fonttools poppler-utils xvfb xauth
  clang-format-14 clang-tidy-14 ca-certificates file dpkg-dev"

fail() {
    echo "setup: $*" >&2
    exit 1
}

command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 ||
    fail "this system has no dpkg and apt-get. Debian 12 or a system made from it is needed; elsewhere install by hand: $packages"

installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' 2>/dev/null | sed -n 's/ installed$//p')
missing=
for package in $packages; do
    case "
$installed
" in
    *"
$package
"*) ;;
    *) missing="$missing $package" ;;
    esac
done

if [ -n "$missing" ]; then
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1; then
        # -n where nobody can type a password: fail with a sentence instead of waiting for ever.
        if [ -t 0 ]; then as_root=sudo; else as_root="sudo -n"; fi
    else
        fail "these packages are missing and installing them needs root or sudo:$missing"
    fi
    echo "setup: installing$missing" >&2
    export DEBIAN_FRONTEND=noninteractive
    apt="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq"
    $apt update </dev/null >&2 || echo "setup: apt-get update failed; trying with the lists that are here" >&2
    # shellcheck disable=SC2086
    $apt install -y --no-install-recommends $missing </dev/null >&2 || fail "apt-get could not install:$missing"
fi

if [ -f "$root/scripts/fonts.sh" ]; then
    bash "$root/scripts/fonts.sh" </dev/null >&2 || fail "scripts/fonts.sh failed; see the lines above"
fi
