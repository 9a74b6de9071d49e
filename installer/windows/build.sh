#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes Srok for Windows on a Debian 12: installer/windows/build.sh [libraries | programs | setup]. Without a word it
# makes everything: build/windows/bin/srok.exe, srokctl.exe, and build/windows/srok-setup.exe with a portable .zip.
# Needs root or sudo only while a package is missing. It begins again where it was stopped.
#
# The libraries stand outside the checkout, in ${XDG_CACHE_HOME:-~/.cache}/srok-windows; `rm -r` it to begin from
# nothing. SROK_WINDOWS_JOBS: how many compilers at once; SROK_WINDOWS_NICE: how far they stand back (10); SROK_WINDOWS_SOURCES: see sources.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD/installer/windows
# shellcheck source=installer/steps.sh
. installer/steps.sh
# shellcheck source=installer/packages.sh
. installer/packages.sh
# shellcheck source=installer/windows/packages.sh
. installer/windows/packages.sh
# shellcheck source=installer/windows/sources.sh
. installer/windows/sources.sh
# shellcheck source=installer/windows/libraries.sh
. installer/windows/libraries.sh

cache=${XDG_CACHE_HOME:-${HOME:?there is no home folder for the cache}/.cache}/srok-windows
sources=$cache/sources
apt_folder=$cache/apt
jobs=${SROK_WINDOWS_JOBS:-$(jobs_here)}
what=${1:-setup}
case $what in
libraries | programs | setup) ;;
*) fail "installer/windows/build.sh [libraries | programs | setup]" ;;
esac

# part_folder NAME PACKAGE NEEDS…: where this version of the part, built in this way, stands.
declare -A folders
part_folder() {
    local name=$1 package=$2 needed version=''
    shift 2
    [ "$package" = - ] || version=$(cat "$sources/$package/version")
    local hash
    hash=$({
        printf '%s\n' "$name $version $CFLAGS_WINDOWS" "$($host-g++-posix -dumpfullversion)"
        declare -f "make_$name"
        # Not grep -q: it leaves before all is said, and what it leaves may then fail, or not.
        for needed in autotools_part cmake_part plain_part; do
            declare -f "make_$name" | grep -w $needed >/dev/null && declare -f $needed
        done
        [ "$package" != - ] || dpkg-query -W libboost-dev nlohmann-json3-dev libexpected-dev libcli11-dev \
            libtomlplusplus-dev libz-mingw-w64-dev
        if declare -f "make_$name" | grep plain_part >/dev/null; then
            # What is said of this part alone.
            sed -n "1,/^if(PART/p;/(PART STREQUAL $name)/,/^\(elseif\|else\)(/p" "$here/plain/CMakeLists.txt"
            [ "$name" != xlsxwriter ] || cat "$here/plain/wide_names.h"
        fi
        for needed in "$@"; do printf '%s\n' "${folders[$needed]}"; done
    } | sha256sum | cut -c1-12)
    folders[$name]=$cache/parts/$name-$hash
}

make_part() {
    local name=$1 tree=$2
    part=${folders[$name]}
    rm -rf "$part" "$cache/work/$name"
    mkdir -p "$part" "$cache/work/$name"
    (cd "$cache/work/$name" && export SROK_WINDOWS_PREFIX=$prefix && nice -n "${SROK_WINDOWS_NICE:-10}" bash -c '
        set -euo pipefail
        . "$0/libraries.sh"
        "make_$1" "$2"' "$here" "$name" "$tree") || return 1
    rm -rf "${cache:?}/work/$name"
    touch "$part/.whole"
}

say "1. Packages"
ensure_packages "${build_packages[@]}" "${run_packages[@]}" "${windows_packages[@]}"
ensure_page_libraries

say "2. Libraries, in $cache"
mkdir -p "$cache/parts" "$sources"
if ! [ -s "$apt_folder/debian.sources" ] || ! ls "$sources"/*/version >/dev/null 2>&1 || [ -n "${SROK_WINDOWS_FRESH:-}" ]; then
    logged "Debian's lists of sources" windows-apt.log private_apt "$apt_folder"
fi
for line in "${parts[@]}"; do
    read -r name package _ <<<"$line"
    [ "$package" = - ] || [ -s "$sources/$package/version" ] ||
        logged "Fetching $package" "windows-fetch-$name.log" fetch_source "$package"
done
export here host jobs prefix part CFLAGS_WINDOWS
prefix=$cache/assembling
rm -rf "$prefix"
mkdir -p "$prefix"
all=''
for line in "${parts[@]}"; do
    read -r name package needs <<<"$line"
    read -ra needs <<<"$needs"
    part_folder "$name" "$package" "${needs[@]}"
    [ -e "${folders[$name]}/.whole" ] ||
        logged "$name $([ "$package" = - ] || cut -d' ' -f1 "$sources/$package/version")" "windows-$name.log" make_part "$name" "$sources/$package/tree"
    cp -al "${folders[$name]}/." "$prefix/"
    all+=${folders[$name]}
done
prefix=$cache/$(printf '%s' "$all" | sha256sum | cut -c1-12)
if ! [ -d "$prefix" ]; then
    mv "$cache/assembling" "$prefix"
fi
rm -rf "$cache/assembling"
ln -sfn "$(basename "$prefix")" "$cache/current"
say "  All ${#parts[@]} libraries are in $prefix ($(du -shL "$prefix" | cut -f1))"
[ "$what" != libraries ] || exit 0

say "3. The programs"
build windows "srokctl app" -DSROK_WINDOWS_PREFIX="$cache/current"
bin=$PWD/build/windows/bin
version=$("$here/wine.sh" "$bin/srokctl.exe" --version | tr -d '\r')
say "  $version runs"
[ "$what" != programs ] || exit 0

say "4. The setup program and the portable folder"
# shellcheck source=installer/windows/licences.sh
. installer/windows/licences.sh
folder=$PWD/build/windows/Srok
rm -rf "$folder"
mkdir -p "$folder/fonts" "$folder/licences"
x86_64-w64-mingw32-strip -o "$folder/srok.exe" "$bin/srok.exe"
x86_64-w64-mingw32-strip -o "$folder/srokctl.exe" "$bin/srokctl.exe"
for font in KhmerOSbattambang KhmerOSmuollight KhmerOSsiemreap; do
    cp "/usr/share/fonts/truetype/khmeros/$font.ttf" "$folder/fonts/"
done
logged "The licences of all that is inside" windows-licences.log gather_licences "$folder/licences"
logged "srok-setup.exe" windows-setup.log makensis -V2 -INPUTCHARSET UTF8 -DFOLDER="$folder" \
    -DVERSION="$(cut -d' ' -f2 <<<"$version")" -DOUT="$PWD/build/windows/srok-setup.exe" \
    -DICON="$PWD/build/windows/windows/srok.ico" "$here/setup.nsi"
rm -f build/windows/srok-portable.zip
(cd build/windows && logs=../logs logged "srok-portable.zip" windows-zip.log zip -q -r -X srok-portable.zip Srok)
say "  $(du -h build/windows/srok-setup.exe | cut -f1) build/windows/srok-setup.exe"
say "  $(du -h build/windows/srok-portable.zip | cut -f1) build/windows/srok-portable.zip"
