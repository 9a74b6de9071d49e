#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures Srok beside the programs it competes with: both on the same data, in the same run, in CPU seconds and peak
# memory; what counts are the ratios. Nothing here passes or fails.
#
#   tests/bench/run.sh              every topic
#   tests/bench/run.sh export read  only these: the names of tests/bench/topics/*.sh
#
# Environment: ROWS (100000) sets the size, RUNS (3) how often each is run, PEERS=no leaves the slow ones out;
# MARKS (1000000) how many marks of attendance there are. SROK_BENCH_BIN=FOLDER measures the bench programs that lie there
# already, made with -DSROK_BENCH=ON.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=build/bench
if [ -z "${SROK_BENCH_BIN:-}" ]; then
    cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DSROK_UI=OFF -DSROK_TESTS=OFF -DSROK_BENCH=ON >/dev/null
    cmake --build "$build" --target benches >"$build/build.log" 2>&1 || { tail -30 "$build/build.log" >&2; exit 1; }
fi
BIN=${SROK_BENCH_BIN:-$PWD/$build/bin}
DATA=$(mktemp -d)
PEER_TOOLS=$(mktemp -d)
trap 'rm -rf "$DATA" "$PEER_TOOLS"' EXIT
ROWS=${ROWS:-100000}
PEERS=${PEERS:-yes}
# shellcheck source=tests/bench/measure.sh
. tests/bench/measure.sh
# shellcheck source=tests/bench/peers.sh
. tests/bench/peers.sh

topics=("$@")
if [ ${#topics[@]} -eq 0 ]; then
    for script in tests/bench/topics/*.sh; do topics+=("$(basename "$script" .sh)"); done
fi
echo "$(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2- | sed 's/^ //'), $(nproc) CPUs, load $(cut -d' ' -f1 /proc/loadavg); $ROWS rows"
for topic in "${topics[@]}"; do
    echo "$topic"
    # shellcheck source=/dev/null
    . "tests/bench/topics/$topic.sh"
done
