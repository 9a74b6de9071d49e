# SPDX-License-Identifier: GPL-3.0-or-later
# A district's year of registers beside one row for each mark: as true as our tables (ISO days, checks, a foreign key),
# and bare (three integers, nothing checked). MARKS (1000000) sets the size; the whole size is
# MARKS=20000000 tests/bench/run.sh attendance, which takes some minutes and 3 GB of disk.

MARKS=${MARKS:-1000000}

# bytes FILE BEFORE: what the file grew by, for each mark.
bytes() {
    awk "BEGIN { printf \"%.2f\", ($(stat -c %s "$1") - $2) / $MARKS }"
}

looks() {
    "$BIN/bench_attendance" look "$1" >"$DATA/looks"
    sed "s/^/  $2: /; s/\$/   (to reach: p99 5 ms, the same at any size)/" "$DATA/looks"
}

"$BIN/bench_attendance" office "$DATA/year.srok" "$MARKS"
measure_once "load, a text a month" "$BIN/bench_attendance" load "$DATA/year.srok"
read -r marks_bytes days_bytes <"$DATA/output"
measure "rate of the year, a text a month" "$BIN/bench_attendance" rate "$DATA/year.srok"
cp "$DATA/output" "$DATA/rate"
awk "BEGIN { printf \"  %-44s %8.2f bytes      (to reach: 3; with the days the classes took %.2f)\\n\", \"a mark\", \
    $marks_bytes / $MARKS, ($marks_bytes + $days_bytes) / $MARKS }"
for rows in row bare; do
    "$BIN/bench_attendance" "$rows-office" "$DATA/$rows.db" "$MARKS"
    rows_before=$(stat -c %s "$DATA/$rows.db")
    measure_once "load, a $rows a mark" "$BIN/bench_attendance" "$rows-load" "$DATA/$rows.db"
    measure "rate of the year, a $rows a mark" "$BIN/bench_attendance" "$rows-rate" "$DATA/$rows.db"
    cmp "$DATA/rate" "$DATA/output" || { echo "the designs count differently" >&2; exit 1; }
    printf '  %-44s %8s bytes\n' "a $rows a mark" "$(bytes "$DATA/$rows.db" "$rows_before")"
    compare "load against a $rows a mark" "load, a text a month" "load, a $rows a mark" "0.1"
    compare "rate against a $rows a mark" "rate of the year, a text a month" "rate of the year, a $rows a mark" "0.2"
    rm -f "$DATA/$rows.db"*
done
"$BIN/bench_attendance" office "$DATA/small.srok" 20000
"$BIN/bench_attendance" load "$DATA/small.srok" >/dev/null
looks "$DATA/small.srok" "20000 marks"
looks "$DATA/year.srok" "$MARKS marks"
rm -f "$DATA"/year.srok* "$DATA"/small.srok*
