#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a Windows program here, with a Windows of its own that is made the first time (0.7 GB). Its user has a Khmer name, with
# a blank: where programs keep what they remember, their temporary files and the documents are such folders.
WINEPREFIX=${SROK_WINE:-${XDG_CACHE_HOME:-$HOME/.cache}/srok-windows/wine}
WINEARCH=win64
WINEDEBUG=${WINEDEBUG:--all}
WINEDLLOVERRIDES="mscoree=;mshtml="
export WINEPREFIX WINEARCH WINEDEBUG WINEDLLOVERRIDES
wine=/usr/lib/wine/wine64

# Wine itself takes the name from this system, where a person's is Latin.
make_user() {
    user='សុខ ភាព'
    home="C:\\users\\$user"
    folders='HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders'
    for folder in Temp Documents AppData/Roaming AppData/Local; do
        mkdir -p "$WINEPREFIX/drive_c/users/$user/$folder" || return 1
    done
    for value in TEMP TMP; do
        LC_ALL=C.UTF-8 $wine reg add 'HKCU\Environment' /v $value /d "$home\\Temp" /f || return 1
    done
    LC_ALL=C.UTF-8 $wine reg add "$folders" /v AppData /d "$home\\AppData\\Roaming" /f &&
        LC_ALL=C.UTF-8 $wine reg add "$folders" /v 'Local AppData' /d "$home\\AppData\\Local" /f &&
        LC_ALL=C.UTF-8 $wine reg add "$folders" /v Personal /d "$home\\Documents" /f &&
        /usr/lib/wine/wineserver -w # programs learn of it once all have ended
}

if [ ! -e "$WINEPREFIX/khmer-user" ]; then
    mkdir -p "$WINEPREFIX"
    (
        flock 9
        [ -e "$WINEPREFIX/system.reg" ] || $wine wineboot -i
        [ -e "$WINEPREFIX/khmer-user" ] || { make_user && touch "$WINEPREFIX/khmer-user"; }
    ) 9>"$WINEPREFIX/lock" >"$WINEPREFIX/made.log" 2>&1
fi
# What wine itself keeps running outlives the program that needed it first, and would keep that one's output open.
/usr/lib/wine/wineserver -k0 2>/dev/null || $wine cmd /c exit </dev/null >/dev/null 2>&1
exec $wine "$@"
