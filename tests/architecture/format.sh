#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every source stands as .clang-format lays it; `tests/architecture/format.sh --fix` lays it so.
set -euo pipefail
cd "$(dirname "$0")/../.."
how=(--dry-run --Werror)
[ "${1:-}" != --fix ] || how=(-i)
find src tests -name '*.cpp' -print0 -o -name '*.hpp' -print0 | xargs -0 clang-format-14 "${how[@]}"
