# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The libraries' sources are Debian's own source packages, with Debian's patches where those can be had: what Debian
# mends for Linux is mended for Windows by building again. apt looks them up in lists of its own, so that the
# machine's own lists stay as they are; which servers those come from is read from the machine's.
#
# A mirror may lack a file. The version before it is then taken, and if there is none, an archive called
# NAME_VERSION.tar.gz in the folder that SROK_WINDOWS_SOURCES names.

# source_lists: what the machine's own lists say of Debian, turned to sources.
source_lists() {
    /usr/bin/python3 - <<'PYTHON'
import glob
import re

found = []
for name in sorted(glob.glob("/etc/apt/sources.list.d/*.sources")):
    with open(name, encoding="utf-8") as text:
        for stanza in re.split(r"\n\s*\n", text.read()):
            if re.search(r"^URIs:.*debian\.org", stanza, re.M) and re.search(r"^Components:.*\bmain\b", stanza, re.M):
                found.append(re.sub(r"(?m)^Types:.*$", "Types: deb-src", stanza).strip())
for name in ["/etc/apt/sources.list", *sorted(glob.glob("/etc/apt/sources.list.d/*.list"))]:
    try:
        with open(name, encoding="utf-8") as text:
            for line in text:
                said = re.match(r"deb\s+(?:\[(?P<options>[^]]*)\]\s+)?(?P<uri>\S*debian\.org\S*)\s+(?P<suite>\S+)\s+main\b", line)
                if said:
                    signed = re.search(r"signed-by=(\S+)", said["options"] or "")
                    key = signed[1] if signed else "/usr/share/keyrings/debian-archive-keyring.gpg"
                    found.append(f"Types: deb-src\nURIs: {said['uri']}\nSuites: {said['suite']}\nComponents: main\n"
                                 f"Signed-By: {key}")
    except FileNotFoundError:
        pass
print("\n\n".join(dict.fromkeys(found)))
PYTHON
}

# private_apt FOLDER: an apt that keeps its lists and its archives there.
private_apt() {
    local folder=$1
    mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"
    source_lists >"$folder/debian.sources"
    cat >"$folder/apt.conf" <<CONF
Dir::State "$folder";
Dir::State::status "/var/lib/dpkg/status";
Dir::Cache "$folder/cache";
Dir::Etc::sourcelist "$folder/debian.sources";
Dir::Etc::sourceparts "-";
Acquire::Languages "none";
APT::Sandbox::User "root";
CONF
    APT_CONFIG=$folder/apt.conf apt-get -q update
}

# versions_of PACKAGE: those that the lists tell, the newest first.
versions_of() {
    APT_CONFIG=$apt_folder/apt.conf apt-cache showsrc --only-source "$1" 2>/dev/null |
        sed -n 's/^Version: //p' | sort -Vr | uniq
}

# fetch_source PACKAGE: unpacks the newest that can be had as $sources/PACKAGE/tree, and writes its version and
# whence it came to $sources/PACKAGE/version. What is there already is left.
fetch_source() {
    local package=$1 folder=$sources/$1 version archive
    [ -s "$folder/version" ] && return 0
    rm -rf "$folder"
    mkdir -p "$folder"
    for version in $(versions_of "$package"); do
        if (cd "$folder" && APT_CONFIG=$apt_folder/apt.conf apt-get -q source --download-only "$package=$version" &&
            dpkg-source --no-check -x ./*.dsc tree); then
            printf '%s debian\n' "$version" >"$folder/version"
            return 0
        fi
        rm -rf "${folder:?}"/*
    done
    for version in $(versions_of "$package"); do
        # The library as its makers publish it, when Debian's patches to it cannot be had.
        if (cd "$folder" && APT_CONFIG=$apt_folder/apt.conf apt-get -q source --download-only --tar-only "$package=$version" &&
            unpack_archive ./*.orig.tar.*); then
            printf '%s debian-without-patches\n' "$version" >"$folder/version"
            return 0
        fi
        rm -rf "${folder:?}"/*
    done
    for archive in "${SROK_WINDOWS_SOURCES:-/nowhere}/$package"_*.tar.*; do
        [ -e "$archive" ] || continue
        (cd "$folder" && unpack_archive "$archive") || return 1
        version=$(basename "$archive" | sed -E "s/^${package}_(.*)\.tar\..*$/\1/")
        printf '%s given\n' "$version" >"$folder/version"
        return 0
    done
    printf 'No source of %s can be had from Debian. Put its archive, as %s_VERSION.tar.gz, into a folder and name\n' "$package" "$package"
    printf 'that folder in SROK_WINDOWS_SOURCES.\n'
    return 1
}

unpack_archive() {
    mkdir tree && tar -xf "$1" -C tree --strip-components=1
}
