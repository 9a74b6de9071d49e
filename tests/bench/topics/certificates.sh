# SPDX-License-Identifier: GPL-3.0-or-later
# Certificates with their codes, 500 in one PDF; librsvg draws fifty of the same from the same template.

# each LABEL NAME PAGES TARGET: the time for a page of what measure NAME ran took.
each() {
    printf '  %-44s %8s ms         (to reach: %s)\n' "$1" "$(awk "BEGIN { printf \"%.2f\", ${CPU[$2]} * 1000 / $3 }")" "$4"
}

measure "one certificate" "$BIN/bench_certificates" pdf 1 "$DATA/1.pdf"
measure "10 certificates" "$BIN/bench_certificates" pdf 10 "$DATA/10.pdf"
measure "500 certificates" "$BIN/bench_certificates" pdf 500 "$DATA/500.pdf"
measure "1,000 certificates" "$BIN/bench_certificates" pdf 1000 "$DATA/1000.pdf"
each "a page of 500" "500 certificates" 500 "5"
printf '  %-44s %8s KB         (to reach: 8)\n' "a page of 500" \
    "$(awk "BEGIN { printf \"%.1f\", $(stat -c %s "$DATA/500.pdf") / 500 / 1000 }")"
compare "1,000 / 500" "1,000 certificates" "500 certificates" "2, linear"
peak_rise "memory, 10 to 1,000 pages" "1,000 certificates" "10 certificates" "flat"
if [ "$PEERS" = yes ] && have rsvg-convert "librsvg"; then
    "$BIN/bench_certificates" svg 50 "$DATA"
    measure_once "librsvg, 50 pages without codes" rsvg-convert -f pdf -o "$DATA/rsvg.pdf" "$DATA"/*.svg
    each "a page of librsvg's" "librsvg, 50 pages without codes" 50 "more than ours"
fi
rm -f "$DATA"/*.pdf "$DATA"/*.svg
