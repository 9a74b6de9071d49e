#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The README lists the words `srokctl --help` shows, with what each of them can do, and no other.

    readme_words_test.py SROKCTL
"""

import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[2] / "README.md"


def shown(*words):
    """The subcommands that `srokctl WORDS --help` names."""
    said = subprocess.run([*words, "--help"], capture_output=True, text=True, encoding="utf-8", check=True).stdout
    return re.findall(r"^  ([a-z][a-z-]+) ", said.partition("Subcommands:\n")[2], re.M)


def main(program):
    block = re.search(r"## srokctl\n\n```\n(.*?)```", README.read_text(encoding="utf-8"), re.S)[1]
    # A word's lines: its own, and those indented under it.
    lines = {entry.split()[0]: entry for entry in re.split(r"^srokctl ", block, flags=re.M)[1:]}
    words = shown(program)
    wrong = [f"README lists `{word}`, srokctl --help does not" for word in lines if word not in words]
    wrong += [f"srokctl --help shows `{word}`, README does not" for word in words if word not in lines]
    for word in set(words) & set(lines):
        wrong += [f"README's `{word}` does not name `{action}`" for action in shown(program, word)
                  if not re.search(rf"[\s|]{action}\b", lines[word])]
    print("\n".join(wrong) or f"{len(words)} words")
    return 1 if wrong or not words else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
