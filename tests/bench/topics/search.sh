# SPDX-License-Identifier: GPL-3.0-or-later
# Search as you type: the first 50 and the count, 1 to 5 letters, beside SQL LIKE on the same data in the same run.
# SEARCH_ROWS (1000000) sets the size.

"$BIN/bench_search" "${SEARCH_ROWS:-1000000}" "$([ "$PEERS" = yes ] && echo 5 || echo 0)"
echo "  to reach: p99 at most 25 ms, at most 60 MB"
