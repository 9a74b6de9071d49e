# SPDX-License-Identifier: GPL-3.0-or-later
# Look-alikes among 10,000, 50,000 and 100,000 learners, beside a plain read of the same table.

for count in 10000 50000 100000; do
    "$BIN/bench_duplicates" make "$count" "$DATA/$count.srok" >/dev/null
    measure "reads $count learners" "$BIN/bench_duplicates" read "$DATA/$count.srok"
    measure "look-alikes of $count" "$BIN/bench_duplicates" find "$DATA/$count.srok"
    sed 's/^/    /' "$DATA/output"
    compare "look-alikes / plain read" "look-alikes of $count" "reads $count learners" "linear"
done
compare "100,000 / 10,000" "look-alikes of 100000" "look-alikes of 10000" "10, linear; 100,000 in 60 s"
peak_rise "memory, 10,000 to 100,000" "look-alikes of 100000" "look-alikes of 10000" "bounded"
rm -f "$DATA"/*.srok*
