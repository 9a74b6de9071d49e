#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package in a bare Debian 12: installed, started, upgraded and taken away again, as root. It wants a network, so
# .ci/run does not run it. Nothing but the package and what it asks for is put into that Debian; at the end come the tools
# that play three walks of whole days on it.
#
#   tests/package/run.sh [PACKAGE.deb]     without one, what installer/package.sh made
#   tests/package/run.sh --self-test       a package with a slip in it is refused by the checks below
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=installer/steps.sh
. installer/steps.sh
# shellcheck source=installer/packages.sh
. installer/packages.sh

work=$(mktemp -d "${TMPDIR:-/tmp}/srok-package.XXXXXX")
root=$work/root
screen=
window=
finish() {
    [ -z "$window" ] || kill "$window" 2>/dev/null || true
    [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
    umount "$root/proc" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

# look_over PACKAGE: what Debian and freedesktop ask of it, and its manuals.
look_over() {
    local inside=$work/inside page
    rm -rf "$inside"
    dpkg-deb -x "$1" "$inside" || return 1
    lintian --fail-on error,warning --tag-display-limit 0 "$1" || return 1
    desktop-file-validate "$inside/usr/share/applications/srok.desktop" || return 1
    appstreamcli validate --no-net "$inside"/usr/share/metainfo/*.xml || return 1
    for page in "$inside"/usr/share/man/man1/*.gz; do
        local said
        said=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null) || return 1
        [ -z "$said" ] || { echo "$page: $said"; return 1; }
    done
    # Every word of srokctl stands in its manual.
    local word
    for word in $("$inside/usr/bin/srokctl" --help | sed -n '/^Subcommands:/,$s/^  \([a-z][a-z-]*\) .*/\1/p'); do
        zgrep -qE "^\.SS ${word//-/\\\\-}$" "$inside/usr/share/man/man1/srokctl.1.gz" ||
            { echo "the manual has no $word"; return 1; }
    done
}

# again PACKAGE OUT COMMAND…: the same package after COMMAND has changed it, in its unpacked folder.
again() {
    local package=$1 out=$2
    shift 2
    rm -rf "$work/again"
    dpkg-deb -R "$package" "$work/again"
    (cd "$work/again" && "$@")
    dpkg-deb --root-owner-group -b "$work/again" "$out" >/dev/null
}

inside_as_root() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
as_clerk() {
    chroot --userspec=clerk:clerk "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/home/clerk LC_ALL=C.UTF-8 \
        DISPLAY="${display:-}" NO_AT_BRIDGE=1 "$@"
}

package=${1:-}
[ "$package" != --self-test ] || package=
[ -n "$package" ] || package=$(ls build/package/srok_*.deb 2>/dev/null) || fail "There is no package: installer/package.sh makes it."
[ "$(id -u)" -eq 0 ] || fail "A bare Debian is made and entered as root."
say "Packages"
ensure_packages "${pack_packages[@]}" "${pack_test_packages[@]}"

if [ "${1:-}" = --self-test ]; then
    slips=0
    # refused WHAT COMMAND…: the package with that slip does not pass.
    refused() {
        local what=$1
        shift
        again "$package" "$work/srok_0.1.0_amd64.deb" "$@"
        if look_over "$work/srok_0.1.0_amd64.deb" >"$work/log" 2>&1; then fail "passed with a slip: $what"; fi
        say "  refused: $what"
        slips=$((slips + 1))
    }
    refused "no copyright" rm usr/share/doc/srok/copyright
    refused "a desktop file without a name" sed -i /^Name=/d usr/share/applications/srok.desktop
    refused "an AppStream file without a summary" sed -i '/<summary/d' usr/share/metainfo/org.srok.srok.metainfo.xml
    refused "a manual that lacks a word" \
        sh -c 'zcat usr/share/man/man1/srokctl.1.gz | sed "s/^\.SS demo$/.SS omed/" | gzip -9n >m && mv m usr/share/man/man1/srokctl.1.gz'
    say "$slips passed, 0 failed"
    exit 0
fi

say "1. What Debian and freedesktop ask of $(basename "$package")"
logged "Looking it over" package-look.log look_over "$package"

say "2. A bare Debian 12"
logged "Making it" package-root.log mmdebstrap --variant=apt --mode=root bookworm "$root"
mount -t proc proc "$root/proc"
cp "$package" "$root/tmp/srok.deb"
chmod 644 "$root/tmp/srok.deb"
logged "Reading Debian's package lists" package-lists.log inside_as_root apt-get -q update
logged "Installing the package and what it needs" package-install.log \
    inside_as_root apt-get -q -y --no-install-recommends install desktop-file-utils /tmp/srok.deb
inside_as_root useradd -m clerk

say "3. At the shell"
logged "A sample district" package-demo.log as_clerk srokctl demo /home/clerk/office.srok --learners 200
logged "Checking it" package-check.log as_clerk srokctl check /home/clerk/office.srok

say "4. By its kind"
cp "$root/home/clerk/office.srok" "$work/nameless" # found by what stands in it, whatever it is called
for file in "$root/home/clerk/office.srok" "$work/nameless"; do
    kind=$(XDG_DATA_HOME=$work/none XDG_DATA_DIRS=$root/usr/share gio info -a standard::content-type "$file" |
        sed -n 's/.*content-type: //p')
    [ "$kind" = application/x-srok ] || fail "$(basename "$file") is taken for: $kind"
    say "  $(basename "$file"): $kind"
done
opens=$(PATH=$PATH:$root/usr/bin XDG_DATA_HOME=$work/none XDG_CONFIG_HOME=$work/none XDG_DATA_DIRS=$root/usr/share \
    gio mime application/x-srok)
[[ $opens = *srok.desktop* ]] || fail "A double click on an office file does not find Srok"
say "  a double click opens it in Srok"

say "5. On the screen"
mkfifo "$work/number"
Xvfb -displayfd 3 -screen 0 1366x768x24 -dpi 96 -noreset 3>"$work/number" 2>"$work/screen.log" &
screen=$!
read -r number <"$work/number"
display=:$number
as_clerk srok /home/clerk/office.srok >"$work/srok.log" 2>&1 &
window=$!
# office_window: the number of the window whose title ends in " — Srok"; xdotool's own search reads the older title.
office_window() {
    local number
    for number in $(DISPLAY=$display xdotool search --onlyvisible --name '.*' 2>/dev/null); do
        [[ $(DISPLAY=$display xdotool getwindowname "$number" 2>/dev/null) != *" — Srok" ]] || echo "$number"
    done
}
found=
for _ in $(seq 300); do
    found=$(office_window)
    [ -z "$found" ] || break
    kill -0 "$window" 2>/dev/null || { cat "$work/srok.log"; fail "Srok ended by itself"; }
    sleep 0.2
done
mkdir -p "${SROK_PICTURES:-build/journeys}"
[ -n "$found" ] || DISPLAY=$display /usr/bin/import-im6 -window root "${SROK_PICTURES:-build/journeys}/package-failed.png"
[ -n "$found" ] || fail "Srok's window does not come: $(cat "$work/srok.log")"
say "  its window: $(DISPLAY=$display xdotool getwindowname "$found")"
sleep 2 # until it has painted itself
DISPLAY=$display /usr/bin/import-im6 -window root "${SROK_PICTURES:-build/journeys}/package.png"
DISPLAY=$display xdotool windowfocus "$found" key --clearmodifiers ctrl+q || true
for _ in $(seq 100); do
    kill -0 "$window" 2>/dev/null || break
    sleep 0.2
done
if kill -0 "$window" 2>/dev/null; then fail "Srok does not end on Ctrl+Q"; fi
status=0
wait "$window" || status=$?
window=
[ "$status" -eq 0 ] || fail "Srok ended with $status: $(cat "$work/srok.log")"
if grep -q 'srok assert' "$work/srok.log"; then fail "Srok said: $(cat "$work/srok.log")"; fi

say "6. Three walks of whole days"
logged "Installing what plays them" package-tools.log \
    inside_as_root apt-get -q -y --no-install-recommends install "${journey_packages[@]}"
mkdir -p "$root/srv/walks/pictures"
cp -r tests/journeys tests/samples "$root/srv/walks"
chmod -R a+rX "$root/srv/walks"
chmod 1777 "$root/srv/walks/pictures"
for walk in month_end award_day closing_week; do
    logged "$walk" "package-$walk.log" as_clerk SROK=/usr/bin/srok SROKCTL=/usr/bin/srokctl \
        SROK_SAMPLES=/srv/walks/samples SROK_PICTURES=/srv/walks/pictures \
        sh /srv/walks/journeys/run.sh "/srv/walks/journeys/$walk.py"
done
cp "$root"/srv/walks/pictures/*.png "${SROK_PICTURES:-build/journeys}" 2>/dev/null || true

say "7. A newer package, and away with it"
before=$(sha256sum <"$root/home/clerk/office.srok")
again "$package" "$root/tmp/newer.deb" sed -i 's/^Version: .*/Version: 99.0/' DEBIAN/control
chmod 644 "$root/tmp/newer.deb"
logged "Upgrading" package-upgrade.log inside_as_root apt-get -q -y --no-install-recommends install /tmp/newer.deb
[ "$(inside_as_root dpkg-query -W -f='${Version}' srok)" = 99.0 ] || fail "The newer package is not installed"
[ "$(sha256sum <"$root/home/clerk/office.srok")" = "$before" ] || fail "The upgrade touched the office file"
logged "The office file after it" package-check.log as_clerk srokctl check /home/clerk/office.srok
logged "Removing" package-remove.log inside_as_root apt-get -q -y purge srok
for gone in usr/bin/srok usr/bin/srokctl usr/share/doc/srok usr/share/applications/srok.desktop usr/share/mime/packages/srok.xml; do
    [ ! -e "$root/$gone" ] || fail "/$gone is still there"
done
[ "$(sha256sum <"$root/home/clerk/office.srok")" = "$before" ] || fail "Removing the package touched the office file"
say "  the office file is as it was"
say "1 passed, 0 failed"
