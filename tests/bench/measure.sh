# SPDX-License-Identifier: GPL-3.0-or-later
# For the topics of run.sh: measure a whole process and compare two that did the same work on the same data.
#   measure NAME COMMAND…        runs it (RUNS times, 3 by default; the least CPU time counts) and prints its line
#   measure_once NAME COMMAND…   for peers that take long
#   compare LABEL A B TARGET     prints the CPU time of A as a multiple of B's, and what is to be reached
#   peak_rise LABEL A B TARGET   prints how much more memory A's peak took than B's, in MB
#   have COMMAND NAME            whether a peer is on this machine; says so when it is not
# $BIN holds the bench programs and $DATA is a folder for files, gone at the end.

declare -A CPU PEAK

measure() {
    local name=$1 runs=${RUNS:-3} run line best= peak=0
    shift
    for ((run = 0; run < runs; run++)); do
        if ! /usr/bin/time -o "$DATA/time" -f '%U %S %M' "$@" >"$DATA/output" 2>&1; then
            echo "$name failed:" >&2
            tail -5 "$DATA/output" >&2
            return 1
        fi
        line=$(tail -1 "$DATA/time" | awk '{ printf "%.2f %d", $1 + $2, $3 / 1024 }')
        if [ -z "$best" ] || awk "BEGIN { exit !(${line% *} < $best) }"; then best=${line% *}; fi
        if [ "${line#* }" -gt "$peak" ]; then peak=${line#* }; fi
    done
    CPU[$name]=$best
    PEAK[$name]=$peak
    printf '  %-44s %8s s CPU %6s MB peak\n' "$name" "$best" "$peak"
}

measure_once() {
    RUNS=1 measure "$@"
}

compare() {
    local a=${CPU[$2]:-} b=${CPU[$3]:-}
    if [ -z "$a" ] || [ -z "$b" ]; then return 0; fi
    printf '  %-44s %8s x          (to reach: %s)\n' "$1" "$(awk "BEGIN { printf \"%.2f\", $a / ($b > 0 ? $b : 0.01) }")" "$4"
}

peak_rise() {
    local a=${PEAK[$2]:-} b=${PEAK[$3]:-}
    if [ -z "$a" ] || [ -z "$b" ]; then return 0; fi
    printf '  %-44s %8s MB         (to reach: %s)\n' "$1" "$((a - b))" "$4"
}

have() {
    command -v "$1" >/dev/null 2>&1 && return 0
    printf '  %-44s not on this machine\n' "$2"
    return 1
}
