#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the two libraries of the checking page (verify.html) into the cache, where CMake finds them: jsQR, which reads
# the square code (Apache-2.0), and TweetNaCl.js, which checks its signature (Unlicense). Nothing of them stands in the
# checkout. What is there and whole is not brought again; without a network it says so and ends with 1, and the build
# then leaves the page out.
set -euo pipefail

# Name and version, the SHA-512 of the npm package as its registry publishes it, the file in it, and its name here.
libraries=(
    "jsqr 1.4.0 7712e86fbabae578360efb2d624469918b662a6dac3c9f68161ae19ae753d5d66f34515396ba1a8b70164a92decbfc39bcc70b057460389b1b5e974df47cd4fc dist/jsQR.js jsQR-1.4.0.js"
    "tweetnacl 1.0.3 eabb7e44deda3a2d6718cc82e176b90dd622ba497651609b7097eded887145e046403ece00cf0f6f1c3a60ca38af676234403c1449aedf660e9fdae16a2139cb nacl-fast.min.js nacl-fast-1.0.3.min.js"
)
folder=${XDG_CACHE_HOME:-${HOME:?there is no home folder for the cache}/.cache}/srok/page-libraries
mkdir -p "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for library in "${libraries[@]}"; do
    read -r name version sum inside file <<<"$library"
    [ -s "$folder/$file" ] && continue
    command -v npm >/dev/null || { echo "npm is not here: $name $version cannot be brought" >&2; exit 1; }
    (cd "$work" && npm pack --silent --ignore-scripts "$name@$version" >/dev/null) ||
        { echo "$name $version cannot be brought: is there a network?" >&2; exit 1; }
    packed=$work/$name-$version.tgz
    echo "$sum  $packed" | sha512sum --check --status ||
        { echo "$name $version is not the package that was meant: its SHA-512 differs" >&2; exit 1; }
    tar -xzf "$packed" -C "$work" "package/$inside"
    mv "$work/package/$inside" "$folder/$file.part"
    mv "$folder/$file.part" "$folder/$file"
done
