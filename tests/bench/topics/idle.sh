# SPDX-License-Identifier: GPL-3.0-or-later
# How long the window keeps a person waiting while long work runs: the longest time between two moments at which its thread
# takes events, of each long job, in an office of IDLE_ROWS learners (5000). build/release/bin/srok must be built.

if [ -x build/release/bin/srok ] && have Xvfb "an X server"; then
    BENCH_HOME=$DATA SROK=$PWD/build/release/bin/srok SROKCTL=$PWD/build/release/bin/srokctl \
        tests/journeys/run.sh tests/bench/idle.py "${IDLE_ROWS:-5000}"
    rm -rf "${DATA:?}"/*
else
    echo "  no window to measure: build/release/bin/srok and an X server are needed"
fi
