#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the built programs are made with, read from them by readelf and nm: everywhere in memory, nothing of the linker's left
writable, no stack that runs, canaries, checked copies, jumps only to where one may jump; and no call to the network.

    hardening.py PROGRAM…
    hardening.py --self-test COMPILER      a program built without any one of these must be found"""
import pathlib
import platform
import re
import subprocess
import sys
import tempfile

# What a program would reach another machine by. GTK's own libraries do as they like; these are our calls.
NETWORK = {"socket", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "recvfrom", "recvmsg",
           "getaddrinfo", "gethostbyname", "socketpair"}


def said(*words):
    return subprocess.run(words, capture_output=True, text=True, errors="replace", check=True).stdout


# A place where one may jump to. The program's own note of it is dropped by the linker, as Debian's start files have none.
ENDBR64 = bytes.fromhex("f30f1efa")


def first_bytes(program, segments):
    """Of main()."""
    found = re.search(r"^([0-9a-f]+) [Tt] main$", said("nm", program), re.MULTILINE)
    address = int(found.group(1), 16) if found else 0
    for offset, start, size in re.findall(r"LOAD +0x([0-9a-f]+) 0x([0-9a-f]+) 0x[0-9a-f]+ 0x([0-9a-f]+)", segments):
        if int(start, 16) <= address < int(start, 16) + int(size, 16):
            with open(program, "rb") as whole:
                whole.seek(address - int(start, 16) + int(offset, 16))
                return whole.read(4)
    return b""


def lacks(program):
    """What the program is built without, in words."""
    header, segments, dynamic = (said("readelf", flag, program) for flag in ("-Wh", "-Wl", "-Wd"))
    calls = {line.split()[-1].split("@")[0] for line in said("nm", "-D", "--undefined-only", program).splitlines() if line.strip()}
    stack = re.search(r"GNU_STACK.*?(R[W ][E ]) +0x", segments)
    found = []
    if not re.search(r"Type: +DYN", header) or not re.search(r"FLAGS_1.*\bPIE\b", dynamic):
        found.append("a place of its own in memory at each start (PIE)")
    if "GNU_RELRO" not in segments:
        found.append("read-only tables of the linker (RELRO)")
    if not re.search(r"\(FLAGS.*\b(BIND_NOW|NOW)\b", dynamic):
        found.append("all of them bound at the start (BIND_NOW)")
    if not stack or "E" in stack.group(1):
        found.append("a stack that does not run (NX)")
    if "__stack_chk_fail" not in calls:
        found.append("canaries before the returns")
    if not any(call.startswith("__") and call.endswith("_chk") and call != "__stack_chk_fail" for call in calls):
        found.append("checked copies (_FORTIFY_SOURCE)")
    if platform.machine() == "x86_64" and not first_bytes(program, segments).startswith(ENDBR64):
        found.append("jumps only to where one may jump (-fcf-protection)")
    return found + [f"no network: it calls {call}" for call in sorted(calls & NETWORK)]


GOOD = ["-O2", "-fPIE", "-fstack-protector-strong", "-fstack-clash-protection", "-fcf-protection", "-D_FORTIFY_SOURCE=2", "-pie",
        "-Wl,-z,relro", "-Wl,-z,now", "-Wl,-z,noexecstack"]
SOURCE = """#include <cstdio>
#include <cstring>
int main(int count, char** words) {
    char copy[40];
    std::strncpy(copy, words[count - 1], sizeof copy - (count & 7));
    return std::printf("%s", copy);
}
"""
# Each as the program is built, and a word of what must be found.
WEAK = [(lambda flags: [f for f in flags if f not in ("-fPIE", "-pie")] + ["-no-pie", "-fno-pie"], "PIE"),
        (lambda flags: [f for f in flags if "relro" not in f and ",now" not in f] + ["-Wl,-z,norelro"], "RELRO"),
        (lambda flags: [f for f in flags if ",now" not in f] + ["-Wl,-z,lazy"], "BIND_NOW"),
        (lambda flags: [f for f in flags if "noexecstack" not in f] + ["-Wl,-z,execstack"], "NX"),
        (lambda flags: flags + ["-fno-stack-protector"], "canaries"),
        (lambda flags: [f for f in flags if "FORTIFY" not in f] + ["-U_FORTIFY_SOURCE"], "FORTIFY"),
        (lambda flags: flags + ["-fcf-protection=none"], "cf-protection")]


def self_test(compiler):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "one.cpp").write_text(SOURCE)
        (folder / "net.cpp").write_text(SOURCE.replace("#include <cstdio>", "#include <cstdio>\n#include <sys/socket.h>").replace(
            "return std::printf", "return socket(1, 1, 0) + std::printf"))

        def built(flags, source="one.cpp"):
            subprocess.run([compiler, *flags, str(folder / source), "-o", str(folder / "one")], check=True, capture_output=True)
            return lacks(folder / "one")

        missed = [] if built(GOOD) == [] else [f"a good program is blamed: {built(GOOD)}"]
        for weaken, word in WEAK:
            found = built(weaken(list(GOOD)))
            if not any(word in one for one in found):
                missed.append(f"without {word} it is not missed: {found}")
        if not any("socket" in one for one in built(GOOD, "net.cpp")):
            missed.append("a call to the network is not found")
    for line in missed:
        print(line)
    print(f"{len(WEAK) + 1} weak programs, {len(missed)} missed")
    return 1 if missed else 0


def main():
    if "--self-test" in sys.argv:
        return self_test(sys.argv[-1])
    failed = 0
    for program in sys.argv[1:]:
        found = lacks(program)
        for one in found:
            print(f"{program} is built without: {one}")
        failed += bool(found)
    print(f"{len(sys.argv) - 1} programs, {failed} wanting")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
