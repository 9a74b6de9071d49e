# SPDX-License-Identifier: GPL-3.0-or-later
# A return with a list of $ROWS learners, 25 columns, signed; and read back, every cell against what was signed. The peers
# only read the cells: none of them knows a signature.

rows=$ROWS
echo "  $rows rows"
measure "libxlsxwriter, constant memory, unsigned" "$BIN/bench_write_list" bare "$rows" "$DATA/bare.xlsx"
measure "srok writes a signed return" "$BIN/bench_signed_return" write "$rows" "$DATA/return.xlsx"
compare "srok, signed / libxlsxwriter" "srok writes a signed return" "libxlsxwriter, constant memory, unsigned" "at most 1.5"
measure "srok writes 10 rows, signed" "$BIN/bench_signed_return" write 10 "$DATA/few.xlsx"
measure "srok writes 10,000 rows, signed" "$BIN/bench_signed_return" write 10000 "$DATA/some.xlsx"
measure_once "srok writes 500,000 rows, signed" "$BIN/bench_signed_return" write 500000 "$DATA/many.xlsx"
peak_rise "memory, 10 to 10,000 rows" "srok writes 10,000 rows, signed" "srok writes 10 rows, signed" "at most 32"
peak_rise "memory, 10,000 to 500,000 rows" "srok writes 500,000 rows, signed" "srok writes 10,000 rows, signed" "flat"
measure "srok checks the return" "$BIN/bench_signed_return" check "$DATA/return.xlsx"
if [ "$PEERS" = yes ]; then read_by_peers "$DATA/return.xlsx" "srok checks the return"; fi
rm -rf "$DATA"/*
