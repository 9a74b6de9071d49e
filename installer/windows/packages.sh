# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian 12 packages that make Srok for Windows, besides those that build it here (installer/packages.sh).

windows_packages=(
    g++-mingw-w64-x86-64-posix libz-mingw-w64-dev # the compiler, and the one library Debian has for it
    dpkg-dev                                      # unpacks Debian's source packages and applies its patches
    icu-devtools meson autoconf automake libtool  # with which some of the libraries are built
    nsis zip librsvg2-bin fonts-khmeros           # the setup program, the portable folder, their icon and fonts
    wine wine64                                   # runs what was built
)
