#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a Windows program here, with a Windows of its own that is made the first time (0.7 GB).
WINEPREFIX=${SROK_WINE:-${XDG_CACHE_HOME:-$HOME/.cache}/srok-windows/wine}
WINEARCH=win64
WINEDEBUG=${WINEDEBUG:--all}
WINEDLLOVERRIDES="mscoree=;mshtml="
export WINEPREFIX WINEARCH WINEDEBUG WINEDLLOVERRIDES
wine=/usr/lib/wine/wine64
if [ ! -e "$WINEPREFIX/system.reg" ]; then
    mkdir -p "$WINEPREFIX"
    (
        flock 9
        [ -e "$WINEPREFIX/system.reg" ] || $wine wineboot -i >"$WINEPREFIX/made.log" 2>&1
    ) 9>"$WINEPREFIX/lock"
fi
exec $wine "$@"
