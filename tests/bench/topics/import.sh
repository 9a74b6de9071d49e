# SPDX-License-Identifier: GPL-3.0-or-later
# A list of learners into an empty office and into one that already holds them, every tenth of one Latin name; beside
# reading the same list alone, and one bare table of SQLite.

new_office() {
    rm -f "$DATA/$1"*
    "$BIN/bench_import_list" office "$DATA/$1" >/dev/null
}

tenth=$((ROWS / 10))
for rows in "$tenth" "$ROWS"; do
    list=$DATA/$rows.csv
    "$BIN/bench_import_list" make "$rows" "$list"
    measure "reading $rows rows alone" "$BIN/bench_import_list" read "$list"
    rm -f "$DATA/bare.db"*
    measure_once "a bare table of $rows rows" "$BIN/bench_import_list" insert "$DATA/bare.db" "$list"
    new_office office.srok
    measure "judging $rows rows, empty office" "$BIN/bench_import_list" judge "$DATA/office.srok" "$list"
    measure_once "importing $rows rows, empty office" "$BIN/bench_import_list" import "$DATA/office.srok" "$list"
    sed 's/^/    /' "$DATA/output"
    measure "judging $rows rows, all known" "$BIN/bench_import_list" judge "$DATA/office.srok" "$list"
    sed 's/^/    /' "$DATA/output"
done
compare "importing / a bare table" "importing $ROWS rows, empty office" "a bare table of $ROWS rows" "a small multiple"
compare "judging, empty / reading" "judging $ROWS rows, empty office" "reading $ROWS rows alone" "a small multiple"
compare "judging, known / empty" "judging $ROWS rows, all known" "judging $ROWS rows, empty office" "at most 3"
compare "importing, $ROWS / $tenth rows" "importing $ROWS rows, empty office" "importing $tenth rows, empty office" "10, linear"
compare "judging, empty, $ROWS / $tenth rows" "judging $ROWS rows, empty office" "judging $tenth rows, empty office" "10, linear"
compare "judging, known, $ROWS / $tenth rows" "judging $ROWS rows, all known" "judging $tenth rows, all known" "10, linear"
rm -f "$DATA"/*
