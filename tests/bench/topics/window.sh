# SPDX-License-Identifier: GPL-3.0-or-later
# The window of an office of many learners: its start, and each key typed into the search until the list is painted.
# WINDOW_ROWS (980000, and one in a hundred twice; an office can number a million) sets the size; build/release/bin/srok must be built.

if [ -x build/release/bin/srok ] && [ -x "$BIN/bench_painted" ] && have Xvfb "an X server"; then
    "$BIN/bench_duplicates" make "${WINDOW_ROWS:-980000}" "$DATA/window.srok" >/dev/null
    BENCH_HOME=$DATA SROK=$PWD/build/release/bin/srok SROKCTL=$PWD/build/release/bin/srokctl \
        tests/journeys/run.sh tests/bench/window.py "$DATA/window.srok" "$BIN/bench_frame" "$BIN/bench_painted"
    rm -f "$DATA"/*
else
    echo "  no window to measure: build/release/bin/srok, an X server and its damage extension are needed"
fi
