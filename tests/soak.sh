#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The long forms of the tests: those that run a shortened form every day look at SROK_SOAK and take their full counts.
# Takes hours, not minutes; words after it go to ctest.
set -euo pipefail
cd "$(dirname "$0")/.."
export SROK_SOAK=1 SROK_TEST_TIMEOUT=86400
status=0
tests/run.sh -L 'slow|soak' "$@" || status=$?
[ $# -eq 0 ] || exit "$status"

# The fuzzer, in a build whose rooms tell it where it has been: twenty minutes for each of the readers, two at a time.
cmake --preset below-ui-sanitized -B build/fuzz -DSROK_FUZZ=ON "-DCMAKE_CXX_FLAGS_DEBUG=-g1 -O1"
cmake --build build/fuzz --target fuzz
/usr/bin/python3 -B tests/fuzz/fuzz_test.py build/fuzz/bin/fuzz || status=1
exit "$status"
