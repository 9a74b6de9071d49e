#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/windows/run.sh [build | rooms | equal | screen | setup | whole]: Srok for Windows, made and tried on a Debian 12 under
# wine. Without a word all of it but the building: the rooms' tests, what both systems' programs make compared, a sitting at
# the screen and an award day as Linux plays it, and the setup program.
#
#   whole   from a clean clone on a bare machine: builds both systems' programs and the setup program, sets Srok up in a
#           folder with a Khmer name, plays the sitting on what was set up, sets up again over it, takes it off
#
# Needs srokctl of this system too, to compare with (build/release), or SROKCTL names it. Pictures: build/windows/pictures.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=installer/steps.sh
. installer/steps.sh
# shellcheck source=installer/packages.sh
. installer/packages.sh
bin=$PWD/build/windows/bin
export SROKCTL=${SROKCTL:-$PWD/build/release/bin/srokctl}
export SROK_HAND=$bin/srok-hand.exe SROK_SAMPLES=$PWD/tests/samples SROK_PICTURES=${SROK_PICTURES:-$PWD/build/windows/pictures}

programs() {
    ensure_packages "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"
    installer/windows/build.sh setup
    [ -x "$SROKCTL" ] || build release srokctl -DSROK_UNITY=ON
    build windows windows_hand
}
rooms() {
    build windows room_tests
    nice -n "${SROK_WINDOWS_NICE:-10}" ctest --preset windows --parallel "$(jobs_here)" </dev/null
}
equal() { /usr/bin/python3 -B tests/windows/equal_test.py "$SROKCTL" "$bin/srokctl.exe"; }
# play SROK.EXE: the fonts stand beside the program, as where it is set up.
play() {
    local fonts journey
    fonts=$(dirname "$1")/fonts
    [ -d "$fonts" ] || ln -s /usr/share/fonts/truetype/khmeros "$fonts"
    for journey in tests/windows/screen.py tests/journeys/award_day.py; do
        SROK=$1 SROK_LANGUAGE=en tests/journeys/run.sh tests/windows/play.py "$journey"
    done
}
screen() {
    build windows windows_hand
    play "$bin/srok.exe"
}
setup() {
    build windows windows_hand
    tests/journeys/run.sh tests/windows/setup_test.py build/windows/srok-setup.exe build/windows/srok-portable.zip "$@"
}

# timed WHAT…: and how long it took.
timed() {
    local start=$SECONDS
    say "== $*"
    "$@"
    say "-- $*: $(((SECONDS - start) / 60)) min $(((SECONDS - start) % 60)) s"
}

case ${1:-all} in
rooms | equal | screen | setup) timed "$1" ;;
build) timed programs ;;
play) play "$2" ;;
all) for what in rooms equal screen setup; do timed "$what"; done ;;
whole)
    timed programs
    timed equal
    timed setup --play "$PWD/tests/windows/run.sh"
    ;;
*) fail "tests/windows/run.sh [build | rooms | equal | screen | setup | whole]" ;;
esac
