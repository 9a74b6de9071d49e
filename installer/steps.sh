# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How the scripts speak: one line for each step with its seconds, the whole output in build/logs, and at the first
# failure what failed and the end of its log. Sourced from the top of the checkout.

export LC_ALL=C.UTF-8 LANG=C.UTF-8
logs=build/logs
mkdir -p "$logs"

say() { printf '%s\n' "$*"; }

fail() {
    printf '\nStopped: %s\n' "$*" >&2
    exit 1
}

# logged TITLE LOG COMMAND…: runs it with no stdin and its output in build/logs/LOG; stops the script if it fails.
logged() {
    local title=$1 log=$logs/$2 start=$SECONDS
    shift 2
    printf '  %s … ' "$title"
    if "$@" </dev/null >"$log" 2>&1; then
        say "done ($((SECONDS - start)) s)"
    else
        say "failed ($((SECONDS - start)) s)"
        tail -n 40 "$log" >&2
        fail "$title. All it said is in $log"
    fi
}

# As many compilers as there are processors, but no more than memory holds: a window's source takes about 1 GB.
jobs_here() {
    local memory
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1000000) }' /proc/meminfo)
    local jobs
    jobs=$(nproc)
    [ "$memory" -ge "$jobs" ] || jobs=$memory
    [ "$jobs" -ge 1 ] || jobs=1
    say "$jobs"
}

# build PRESET "TARGET…" [-DNAME=VALUE…]: configures it and builds these.
build() {
    local preset=$1 targets
    read -ra targets <<<"$2"
    shift 2
    logged "Configuring ($preset)" "configure-$preset.log" cmake --preset "$preset" "$@"
    logged "Building ($preset); the first time takes some minutes" "build-$preset.log" \
        cmake --build --preset "$preset" --target "${targets[@]}" --parallel "$(jobs_here)"
}
