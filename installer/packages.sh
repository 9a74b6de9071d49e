# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The one list of Debian 12 packages Srok needs, and the way to install those that are missing. Sourced by
# installer/run.sh and tests/run.sh; .ci/run goes through them.

# To build both programs. A library stands here when a room links it.
build_packages=(
    g++ cmake ninja-build pkg-config ccache mold gettext
    libsqlite3-dev libsodium-dev libfmt-dev libexpected-dev libboost-dev libicu-dev libzstd-dev libcbor-dev
    libtomlplusplus-dev nlohmann-json3-dev libcli11-dev
    libxlsxwriter-dev libzip-dev libexpat1-dev
    libharfbuzz-dev libcairo2-dev libfreetype-dev libpugixml-dev libqrencode-dev libzxing-dev libjpeg-dev libpng-dev
    libwxgtk3.2-dev libgtk-3-dev zlib1g-dev
)

# To run them. The libraries come with their -dev packages; python3 plays the main job where there is no display.
run_packages=(fonts-khmeros python3)

# npm brings the checking page's libraries (installer/page_libraries.sh); any npm will do.
command -v npm >/dev/null || build_packages+=(npm)

# What a journey plays with: an X server, a screen reader's view of it, and who reads the papers that came of it.
journey_packages=(
    xvfb xdotool dbus at-spi2-core gir1.2-atspi-2.0 gir1.2-gtk-3.0 python3-gi imagemagick poppler-utils
    python3-openpyxl
)

# What only the tests and benches use: journeys, the compiler of the sanitizers, and other people's readers of our files.
test_packages=(
    clang-format-14 clang-16 libclang-rt-16-dev
    "${journey_packages[@]}" orca
    librsvg2-bin libreoffice-calc-nogui gnumeric
    time chromium strace binutils
)

# What installer/package.sh packs with; what looks the package over (tests/package/run.sh).
pack_packages=(dpkg-dev file)
# shellcheck disable=SC2034
pack_test_packages=(lintian desktop-file-utils appstream mmdebstrap shared-mime-info xvfb xdotool imagemagick man-db groff)

# missing_packages NAME…: prints those that are not installed.
missing_packages() {
    local name
    for name in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || printf '%s\n' "$name"
    done
}

# ensure_packages NAME…: installs what is missing and nothing else. Needs root or sudo only when something is.
ensure_packages() {
    command -v dpkg-query >/dev/null || fail "Srok is built on Debian 12 (bookworm); there is no dpkg here."
    local missing as_root=()
    mapfile -t missing < <(missing_packages "$@")
    if [ ${#missing[@]} -eq 0 ]; then
        say "All $# packages are here already."
        return
    fi
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "These packages are missing and there is no sudo. As root, run:
    apt-get install --no-install-recommends ${missing[*]}"
        as_root=(sudo)
        [ -t 0 ] || as_root=(sudo -n)
    fi
    as_root+=(env DEBIAN_FRONTEND=noninteractive)
    say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    logged "Reading Debian's package lists" packages.log "${as_root[@]}" apt-get -q update
    # Another program may be installing: Debian itself mends in the background. It is waited for.
    logged "Installing" packages.log "${as_root[@]}" apt-get -q -y --no-install-recommends \
        -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=600 install "${missing[@]}"
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -eq 0 ] || fail "Still missing after the installation: ${missing[*]}"
}

# The checking page's libraries. Without a network Srok is built all the same, and without that page.
ensure_page_libraries() {
    installer/page_libraries.sh || say "  The checking page (verify.html) is left out of this build."
}
