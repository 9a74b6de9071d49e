#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recall of at least 0.95 at a precision of at least 0.98 on the half of pairs.py that no weight was set on.

    recall_test.py SROKCTL [--pairs 8000] [--seed 1]     prints every kind; exit 1 below either
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("srokctl")
    options.add_argument("--pairs", default="8000")
    options.add_argument("--seed", default="1")
    options.add_argument("--half", default="hold", choices=["hold", "tune"])
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        office, pairs = f"{folder}/office.srok", f"{folder}/pairs.csv"
        subprocess.run([given.srokctl, "new", office, "--area", "0202"], check=True, capture_output=True)
        made = subprocess.run([sys.executable, "-B", HERE / "pairs.py", given.half, "--pairs", given.pairs,
                               "--seed", given.seed], check=True, capture_output=True).stdout
        pathlib.Path(pairs).write_bytes(made)
        words = [given.srokctl, "duplicates", office, "--labelled", pairs]
        print(subprocess.run(words, check=True, capture_output=True, text=True).stdout)
        result = json.loads(subprocess.run(words + ["--json"], check=True, capture_output=True, text=True).stdout)
    assert result["pairs"] == int(given.pairs)
    assert sum(kind["pairs"] for kind in result["by_kind"].values()) == result["pairs"]
    reached = result["recall"] >= 0.95 and result["precision"] >= 0.98
    sys.exit(0 if reached else 1)


if __name__ == "__main__":
    main()
