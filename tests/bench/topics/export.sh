# SPDX-License-Identifier: GPL-3.0-or-later
# A list of $ROWS learners, 25 columns, written as .xlsx.

measure "libxlsxwriter, constant memory" "$BIN/bench_write_list" bare "$ROWS" "$DATA/bare.xlsx"
measure "srok writes" "$BIN/bench_write_list" srok "$ROWS" "$DATA/srok.xlsx"
compare "srok / libxlsxwriter" "srok writes" "libxlsxwriter, constant memory" "at most 1.10"
measure "srok writes 10 rows" "$BIN/bench_write_list" srok 10 "$DATA/few.xlsx"
measure "srok writes 10,000 rows" "$BIN/bench_write_list" srok 10000 "$DATA/some.xlsx"
measure_once "srok writes 500,000 rows" "$BIN/bench_write_list" srok 500000 "$DATA/many.xlsx"
peak_rise "memory, 10 to 10,000 rows" "srok writes 10,000 rows" "srok writes 10 rows" "at most 32"
peak_rise "memory, 10,000 to 500,000 rows" "srok writes 500,000 rows" "srok writes 10,000 rows" "flat"
rm -f "$DATA"/*.xlsx
