# SPDX-License-Identifier: GPL-3.0-or-later
# One key in the register of a class of 40: what a clerk waits for between two keys, drawing apart.

"$BIN/bench_register_key" "$DATA" 40
echo "  to reach: 50 ms with the drawing"
