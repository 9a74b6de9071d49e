#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the Debian package: build/package/srok_VERSION_ARCHITECTURE.deb. Installs what is missing to build it (root or
# sudo). Install it with: sudo apt install ./build/package/srok_*.deb
#
# SROK_MAINTAINER_ADDRESS is whom the users of the package write to.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=installer/steps.sh
. installer/steps.sh
# shellcheck source=installer/packages.sh
. installer/packages.sh

say "1. Packages"
ensure_packages "${build_packages[@]}" "${pack_packages[@]}"
ensure_page_libraries

say "2. Srok"
address=()
[ -z "${SROK_MAINTAINER_ADDRESS:-}" ] || address=(-DSROK_MAINTAINER_ADDRESS="$SROK_MAINTAINER_ADDRESS")
build release "srokctl app package_files" "${address[@]}"

say "3. The package"
umask 022
rm -f build/package/srok_*.deb
logged "Packing" package.log cpack -G DEB --config build/release/CPackConfig.cmake -B "$PWD/build/package"
rm -rf build/package/_CPack_Packages
say "Made: $(ls build/package/srok_*.deb)"
