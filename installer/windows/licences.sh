# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the law asks to go along: the licence of every library inside the programs, and of the fonts.

# gather_licences FOLDER: one file a part, from Debian's own account of its copyright.
gather_licences() {
    local folder=$1 line name package found fonts
    for line in "${parts[@]}"; do
        read -r name package _ <<<"$line"
        [ "$package" = - ] && continue
        for found in "$sources/$package/tree/debian/copyright" "/usr/share/doc/$package/copyright" \
            "$sources/$package/tree"/{LICENSE,LICENSE.md,COPYING,License.txt,COPYING.MIT}; do
            [ -s "$found" ] && break
        done
        [ -s "$found" ] || { echo "$package has no licence to be found"; return 1; }
        cp "$found" "$folder/$name.txt"
    done
    fonts=$(dpkg-query -S /usr/share/fonts/truetype/khmeros/KhmerOSbattambang.ttf | cut -d: -f1)
    for package in libboost-dev nlohmann-json3-dev libexpected-dev libcli11-dev libtomlplusplus-dev "$fonts" \
        libz-mingw-w64-dev g++-mingw-w64-x86-64-posix mingw-w64-x86-64-dev; do
        found=/usr/share/doc/$package/copyright
        [ -s "$found" ] || { echo "$package has no licence to be found"; return 1; }
        cp "$found" "$folder/$package.txt"
    done
    cp /usr/share/common-licenses/GPL-3 "$folder/srok.txt"
    cp /usr/share/common-licenses/LGPL-2 "$folder/LGPL-2.txt"
    cp /usr/share/common-licenses/LGPL-2.1 "$folder/LGPL-2.1.txt"
}
