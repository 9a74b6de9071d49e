#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# readme_pictures.sh PICTURES: makes the README's pictures of the screen, small ones of few colours, from those that
# the journeys "walk" and "learners" left in the folder PICTURES (build/release/journeys after ctest -L journey).
set -eu
pictures=$1
for page in start learners enrol history attendance certificates returns; do
    # Debian's convert by its own name: others may stand on the PATH.
    /usr/bin/convert-im6 "$pictures/$page-km.png" -strip +dither -colors 128 -define png:compression-level=9 \
        "PNG8:$(dirname "$0")/../../resources/screenshots/$page.png"
done
