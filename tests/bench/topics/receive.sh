# SPDX-License-Identifier: GPL-3.0-or-later
# A province receives 25 returns of LEARNERS (14,000) learners each: flat memory and linear time.

learners=${LEARNERS:-14000}
"$BIN/bench_receive" make "$DATA" "$learners" 25 | sed 's/^/  /'
echo "  $(($(du -k "$DATA"/00.xlsx | cut -f1))) kB each"
for count in 1 5 25; do measure "srok receives $count" "$BIN/bench_receive" take "$DATA" "$count"; done
compare "5 / 1" "srok receives 5" "srok receives 1" "5"
compare "25 / 5" "srok receives 25" "srok receives 5" "5"
peak_rise "memory, 1 to 25" "srok receives 25" "srok receives 1" "flat"
measure "srok reads the cells of 25" "$BIN/bench_receive" read "$DATA" 25
compare "cells / received" "srok reads the cells of 25" "srok receives 25" "at most 0.33"
measure_once "srok accepts 25 and puts 14 together" "$BIN/bench_receive" together "$DATA"
peak_rise "memory, receiving to putting together" "srok accepts 25 and puts 14 together" "srok receives 25" "flat"
rm -rf "$DATA"/*
