#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The long forms of the tests: those that run a shortened form every day look at SROK_SOAK and take their full counts.
# Takes hours, not minutes; words after it go to ctest.
set -euo pipefail
cd "$(dirname "$0")/.."
export SROK_SOAK=1 SROK_TEST_TIMEOUT=86400
exec tests/run.sh -L 'slow|soak' "$@"
