#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# readme_pictures.sh PICTURES: makes the README's pictures of the screen, small ones of few colours, from those that
# the journeys left in the folder PICTURES (build/release/journeys after ctest -L journey).
set -eu
pictures=$1
# picture TAKEN NAME: Debian's convert by its own name, others may stand on the PATH.
picture() {
    /usr/bin/convert-im6 "$pictures/$1.png" -strip +dither -colors 128 -define png:compression-level=9 \
        "PNG8:$(dirname "$0")/../../resources/screenshots/$2.png"
}
for page in start learners learner-form enrol history attendance certificates returns; do
    picture "$page-km" "$page"
done
picture attendance-4-margin attendance-margin
picture attendance-5-roll-call roll-call
picture import-refused import
picture mending-1-reading import-reading
picture mending-4-side-by-side import-review
picture mending-8-history import-history
picture look-alikes look-alikes
picture follow-up-km follow-up
picture rates-class-km rates
picture scores-eleven scores
picture clipping-returns-returns.charts charts
picture start-dark start-dark
picture screen-3-large-start large-text
picture certificates-0-what-if what-if
picture papers-2-slip template-check
picture papers-6-given statements
picture rollover-2-learners rollover
picture pack-parts pack-parts
picture pack-move pack-move
picture province-changes province
picture round-2-side-by-side side-by-side
picture round-5-board board
picture figures-0-declared declared
picture returns-round-lines sent-lines
picture province-layouts layouts
picture stranger-2-said stranger
picture recognition-2-form recognition
picture users-3-code recovery-code
picture users-4-list users
picture users-5-locked locked
picture users-8-record audit
picture backups backups
picture anything-0-found quick-find
picture lists-4-columns columns
picture lists-6-preview preview
picture lists-9-blank-pages class-list
picture lists-10-cards cards
picture lists-11-jobs jobs
picture help-certificates-km help
picture first-hour-km first-hour
