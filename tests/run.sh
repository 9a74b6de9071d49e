#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what the tests need (root or sudo), builds, and runs every test; the last line is "N passed, N failed".
# Words after it go to ctest: `tests/run.sh -L fast`, `tests/run.sh -R learners`. SROK_PRESET picks another preset,
# SROK_TARGETS less than everything to build.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=installer/steps.sh
. installer/steps.sh
# shellcheck source=installer/packages.sh
. installer/packages.sh
preset=${SROK_PRESET:-release}

# Whatever stops the script before there are results, the last line says so in the words a script looks for.
counted=no
trap '[ "$counted" = yes ] || say "0 passed, 1 failed"' EXIT

say "Packages"
ensure_packages "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"
ensure_page_libraries
say "Srok and its tests"
build "$preset" "${SROK_TARGETS:-all}" -DSROK_TEST_TIMEOUT="${SROK_TEST_TIMEOUT:-600}"

say "Tests"
results=$PWD/$logs/tests-$preset.xml
rm -f "$results"
status=0
# A journey brings its own screen and bus; no test may need, or touch, the person's desktop.
env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS \
    ctest --preset "$preset" --parallel "$(jobs_here)" --output-junit "$results" "$@" </dev/null || status=$?
[ -s "$results" ] || fail "ctest left no results ($results)"

# In ctest's JUnit file a test that ran and passed is "run"; failed, crashed, skipped and not found are all not.
all=$(grep -c '<testcase ' "$results" || true)
passed=$(grep -c '<testcase [^>]*status="run"' "$results" || true)
failed=$((all - passed))
grep -o '<testcase [^>]*' "$results" | grep -v 'status="run"' | sed -E 's/.* name="([^"]*)".*status="([^"]*)".*/not passed: \1 (\2)/' || true
if [ "$all" -eq 0 ]; then
    say "No test matches."
    failed=1
elif [ "$failed" -eq 0 ] && [ "$status" -ne 0 ]; then
    say "ctest ended with $status"
    failed=1
fi
counted=yes
say "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
