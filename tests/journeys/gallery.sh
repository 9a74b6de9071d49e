#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# gallery.sh FOLDER [SIZE]: a picture of every page in both languages, light and dark, in FOLDER, and a contact sheet of each
# language and look beside them. `gallery.sh FOLDER SIZE --keep` puts the sheets where the README shows them.
set -eu
cd "$(dirname "$0")/../.."
pictures=$1
export SROK_SCREEN="${2:-1366x768}" SROK_PICTURES="$pictures"
export SROK="${SROK:-$PWD/build/release/bin/srok}" SROKCTL="${SROKCTL:-$PWD/build/release/bin/srokctl}"
tests/journeys/run.sh tests/journeys/gallery.py
for sheet in light-km light-en dark-km dark-en; do
    # Debian's own by their names: others may stand on the PATH.
    /usr/bin/montage-im6 "$pictures/gallery-$sheet"-*.png -tile 3x -geometry 330x+5+5 -background '#8a93a0' \
        "$pictures/sheet-$sheet.png"
    if [ "${3-}" = --keep ]; then
        /usr/bin/convert-im6 "$pictures/sheet-$sheet.png" -strip +dither -colors 24 -define png:compression-level=9 \
            "PNG8:resources/screenshots/gallery-$sheet.png"
    fi
done
