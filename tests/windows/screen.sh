#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# screen.sh SROK.EXE SROKCTL PICTURES: opens a sample office with the Windows program on a screen of its own and shows
# each page; then a day's mark is typed by keys alone, and srokctl of this system reads it in the file. Pictures of all
# stand in PICTURES. wine does not shape Khmer in Windows' own controls, so that Khmer is to be judged on Windows itself.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
wine=$here/../../installer/windows/wine.sh
srok=$(realpath "$1")
srokctl=$(realpath "$2")
mkdir -p "$3"
pictures=$(realpath "$3")
work=$(mktemp -d)
mkfifo "$work/number"
Xvfb -displayfd 3 -screen 0 1366x768x24 -dpi 96 -noreset -nolisten tcp 3>"$work/number" 2>"$work/log" &
server=$!
program=''
leave() {
    [ -z "$program" ] || kill "$program" 2>/dev/null || true
    kill "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap leave EXIT INT TERM
read -r number <"$work/number"
export DISPLAY=":$number"
fonts=$(dirname "$srok")/fonts
[ -d "$fonts" ] || ln -s /usr/share/fonts/truetype/khmeros "$fonts"
office=$work/ការិយាល័យ.srok
"$srokctl" demo "$office" --learners 80 >/dev/null

# shown NAME: waits until a window of Srok is there and its picture no longer changes.
shown() {
    local before='' now
    for _ in $(seq 60); do
        sleep 1
        xdotool search --onlyvisible --name "${2:-Srok|ស្រុក|Thma|ថ្មគោល}" >/dev/null 2>&1 || continue
        now=$(/usr/bin/import -window root rgb:- | md5sum)
        if [ "$now" = "$before" ]; then
            /usr/bin/import -window root "$pictures/$1.png"
            return 0
        fi
        before=$now
    done
    /usr/bin/import -window root "$pictures/$1-waited.png"
    echo "no picture of $1 in a minute" >&2
    return 1
}

start() {
    "$wine" "$srok" "$office" --lang "$2" --page "$1" >"$work/said" 2>&1 &
    program=$!
}
stop() {
    xdotool key --clearmodifiers ctrl+q
    for _ in $(seq 30); do
        kill -0 "$program" 2>/dev/null || break
        sleep 1
    done
    wait "$program" 2>/dev/null || true
    program=''
    ! grep "srok assert" "$work/said"
}

for page in start learners classes attendance assessment certificates returns settings; do
    start "$page" en
    shown "en-$page"
    stop
    echo "page $page: shown and closed"
done
start start km
shown km-start
stop
"$srokctl" check "$office" >/dev/null
echo "the office file is whole afterwards"
