#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh Debian 12 to Srok open on a sample district. Installs what is missing (root or sudo), builds, makes the
# sample and opens it. With no display the whole main job is played through srokctl instead. Safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=installer/steps.sh
. installer/steps.sh
# shellcheck source=installer/packages.sh
. installer/packages.sh

say "1. Packages"
ensure_packages "${build_packages[@]}" "${run_packages[@]}"
ensure_page_libraries

say "2. Srok"
build release "srokctl app"
bin=$PWD/build/release/bin

data=${XDG_DATA_HOME:-${HOME:?there is no home folder to keep the sample in}/.local/share}/srok
mkdir -p "$data"

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "3. The main job (there is no display; Srok's screen opens where there is one)"
    exec python3 installer/main_job.py "$bin/srokctl" "$data/main-job"
fi

sample=$data/sample-district.srok
if [ -e "$sample" ]; then
    say "3. The sample district is here already: $sample"
else
    say "3. A sample district"
    logged "Making $sample" sample.log "$bin/srokctl" demo "$sample"
fi
say "4. Opening Srok. Next time: $bin/srok $sample"
exec "$bin/srok" "$sample"
