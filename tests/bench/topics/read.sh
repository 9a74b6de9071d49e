# SPDX-License-Identifier: GPL-3.0-or-later
# The same list read back, every cell.

"$BIN/bench_write_list" srok "$ROWS" "$DATA/list.xlsx"
echo "  $(($(stat -c %s "$DATA/list.xlsx") / 1048576)) MB packed"
measure "inflate alone" "$BIN/bench_read_list" inflate "$DATA/list.xlsx"
measure "srok reads" "$BIN/bench_read_list" srok "$DATA/list.xlsx"
compare "srok / inflate" "srok reads" "inflate alone" "a small multiple"
if [ "$PEERS" = yes ]; then read_by_peers "$DATA/list.xlsx" "srok reads"; fi
rm -rf "$DATA"/*
