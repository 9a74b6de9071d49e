# SPDX-License-Identifier: GPL-3.0-or-later
# For the topics of run.sh: other programs that read an .xlsx to its rows.
#   read_by_peers FILE OURS   lets each of them read the first sheet of FILE and compares it with OURS, which was measured
# A peer that is not on this machine is named and left out. SheetJS comes from npm into a folder that is gone at the end.

sheetjs_version=0.18.5

fetch_sheetjs() {
    [ -d "$PEER_TOOLS/node_modules/xlsx" ] && return 0
    npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$PEER_TOOLS" "xlsx@$sheetjs_version" >"$PEER_TOOLS/npm.log" 2>&1
}

absent() {
    printf '  %-44s not on this machine\n' "$1"
}

# peer NAME OURS COMMAND…
peer() {
    local name=$1 ours=$2
    shift 2
    measure_once "$name" "$@" || return 0
    compare "$name / ${ours%% *}" "$name" "$ours" "more than 1"
}

read_by_peers() {
    local file=$1 ours=$2
    if /usr/bin/python3 -c 'import openpyxl' 2>/dev/null; then
        peer "openpyxl, read-only" "$ours" /usr/bin/python3 -c '
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
print(sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True)))' "$file"
    else
        absent openpyxl
    fi
    if command -v xlsx2csv >/dev/null; then
        peer "xlsx2csv" "$ours" xlsx2csv --sheet 1 "$file" "$DATA/xlsx2csv.csv"
    else
        absent xlsx2csv
    fi
    if command -v Rscript >/dev/null && Rscript -e 'quit(status = !requireNamespace("readxl", quietly = TRUE))' 2>/dev/null; then
        peer "readxl" "$ours" Rscript -e '
file <- commandArgs(TRUE)[1]
cat(dim(readxl::read_xlsx(file, sheet = 1, col_names = FALSE, .name_repair = "minimal")), "\n")' "$file"
    else
        absent "readxl (r-cran-readxl)"
    fi
    if command -v node >/dev/null && command -v npm >/dev/null && fetch_sheetjs; then
        peer "SheetJS $sheetjs_version" "$ours" env NODE_PATH="$PEER_TOOLS/node_modules" node --max-old-space-size=8192 -e '
const xlsx = require("xlsx");
const book = xlsx.readFile(process.argv[1], { dense: true, sheets: 0 });
const sheet = book.Sheets[book.SheetNames[0]];
console.log((sheet["!data"] || sheet).length);' "$file"
    else
        absent "SheetJS (npm xlsx)"
    fi
    if have ssconvert "ssconvert"; then
        peer "ssconvert to .csv" "$ours" ssconvert "$file" "$DATA/ssconvert.csv"
    fi
    if have soffice "LibreOffice"; then
        peer "LibreOffice to .csv" "$ours" soffice --headless "-env:UserInstallation=file://$DATA/profile" \
            --convert-to csv --outdir "$DATA/office" "$file"
    fi
}
