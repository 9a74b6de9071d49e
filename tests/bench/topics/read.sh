# SPDX-License-Identifier: GPL-3.0-or-later
# The same list read back, every cell.

"$BIN/bench_write_list" srok "$ROWS" "$DATA/list.xlsx"
echo "  $(($(stat -c %s "$DATA/list.xlsx") / 1048576)) MB packed"
measure "inflate alone" "$BIN/bench_read_list" inflate "$DATA/list.xlsx"
measure "srok reads" "$BIN/bench_read_list" srok "$DATA/list.xlsx"
compare "srok / inflate" "srok reads" "inflate alone" "a small multiple"
if [ "$PEERS" = yes ]; then
    if /usr/bin/python3 -c 'import openpyxl' 2>/dev/null; then
        measure_once "openpyxl, read-only" /usr/bin/python3 -c '
import sys, openpyxl
cells = sum(len(row) for row in openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True))
print(cells)' "$DATA/list.xlsx"
        compare "openpyxl / srok" "openpyxl, read-only" "srok reads" "more than 1"
    fi
    if have ssconvert "ssconvert to .csv"; then
        measure_once "ssconvert to .csv" ssconvert "$DATA/list.xlsx" "$DATA/list.csv"
        compare "ssconvert / srok" "ssconvert to .csv" "srok reads" "more than 1"
    fi
    if have soffice "LibreOffice to .csv"; then
        measure_once "LibreOffice to .csv" soffice --headless "-env:UserInstallation=file://$DATA/profile" \
            --convert-to csv --outdir "$DATA/office" "$DATA/list.xlsx"
        compare "LibreOffice / srok" "LibreOffice to .csv" "srok reads" "more than 1"
    fi
fi
rm -rf "$DATA"/*
