#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/windows/run.sh [rooms | equal | setup | screen]: what installer/windows/build.sh made, under wine; without a word
# all of it. Needs srokctl of this system too, to compare with (build/release), or SROKCTL names it.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=installer/steps.sh
. installer/steps.sh
bin=$PWD/build/windows/bin
srokctl=${SROKCTL:-$PWD/build/release/bin/srokctl}

rooms() {
    build windows room_tests
    ctest --preset windows --parallel "$(jobs_here)" </dev/null
}
equal() { /usr/bin/python3 -B tests/windows/equal_test.py "$srokctl" "$bin/srokctl.exe"; }
setup() { /usr/bin/python3 -B tests/windows/setup_test.py build/windows/srok-setup.exe; }
screen() { tests/windows/screen.sh "$bin/srok.exe" "$srokctl" build/windows/pictures; }

case ${1:-all} in
rooms | equal | setup | screen) "$1" ;;
all)
    for what in rooms equal setup screen; do
        say "== $what"
        "$what"
    done
    ;;
*) fail "tests/windows/run.sh [rooms | equal | setup | screen]" ;;
esac
