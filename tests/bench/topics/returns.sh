# SPDX-License-Identifier: GPL-3.0-or-later
# A return with a list of $ROWS learners, 25 columns, signed; and read back, every cell against what was signed. The peers
# only read the cells: none of them knows a signature. The reader's limit on rows is lower than the writer's.

rows=$((ROWS < 49000 ? ROWS : 49000))
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
if [ "$PEERS" = yes ]; then
    if /usr/bin/python3 -c 'import openpyxl' 2>/dev/null; then
        measure_once "openpyxl reads it, read-only" /usr/bin/python3 -c '
import sys, openpyxl
cells = sum(len(row) for row in openpyxl.load_workbook(sys.argv[1], read_only=True)["list"].iter_rows(values_only=True))
print(cells)' "$DATA/return.xlsx"
        compare "openpyxl / srok" "openpyxl reads it, read-only" "srok checks the return" "more than 1"
    fi
    if have ssconvert "ssconvert to .csv"; then
        measure_once "ssconvert reads it, to .csv" ssconvert "$DATA/return.xlsx" "$DATA/return.csv"
        compare "ssconvert / srok" "ssconvert reads it, to .csv" "srok checks the return" "more than 1"
    fi
    if have soffice "LibreOffice to .csv"; then
        measure_once "LibreOffice reads it, to .csv" soffice --headless "-env:UserInstallation=file://$DATA/profile" \
            --convert-to csv --outdir "$DATA/office" "$DATA/return.xlsx"
        compare "LibreOffice / srok" "LibreOffice reads it, to .csv" "srok checks the return" "more than 1"
    fi
fi
rm -rf "$DATA"/*
