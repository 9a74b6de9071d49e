#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh JOURNEY.py [arguments]: plays a journey on a screen of its own, 1366x768, with a bus of its own.
# SROK_SCREEN asks for another size (1920x1080), GTK_THEME for another look (Adwaita:dark). SROK names the program, SROKCTL the shell tool, SROK_PICTURES the folder for pictures.
set -eu
export LANG=C.UTF-8 GTK_THEME="${GTK_THEME:-Adwaita}" NO_AT_BRIDGE=0
unset LC_ALL LANGUAGE WAYLAND_DISPLAY || true

# The server itself picks a free number and says it when it is ready: xvfb-run -a can be given one that another
# run is just leaving. -noreset: otherwise it begins anew whenever its last client leaves, and turns away who comes then.
work=$(mktemp -d)
mkfifo "$work/number"
Xvfb -displayfd 3 -screen 0 "${SROK_SCREEN:-1366x768}x24" -dpi 96 -noreset -nolisten tcp 3> "$work/number" 2> "$work/log" &
server=$!
trap 'kill "$server" 2> /dev/null; rm -rf "$work"' EXIT INT TERM
read -r number < "$work/number"
DISPLAY=":$number" dbus-run-session -- /usr/bin/python3 -B "$@"
