#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every reader of strangers' bytes under libFuzzer with ASan and UBSan, two at a time: its corpus again, then mutations of it.

    fuzz_test.py FUZZ [--seconds N] [reader…]   4 seconds each; twenty minutes each with SROK_SOAK
    fuzz_test.py FUZZ --planted                 a read past the end, planted behind each reader, must be found

What is found is left in build/fuzz-found and shown in hexadecimal; it becomes a test of its room, and a file of the corpus."""
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

CORPUS = pathlib.Path(__file__).resolve().parent / "corpus"
READERS = sorted(folder.name for folder in CORPUS.iterdir())


def fuzz(program, reader, seconds, planted=False):
    """(whether it ended well, executions, what it said)"""
    # A seed of its own each night; by day the same run again.
    seed = os.getpid() if os.environ.get("SROK_SOAK") else 1
    environment = {**os.environ, "SROK_FUZZ": reader, "ASAN_OPTIONS": "malloc_context_size=12:detect_leaks=0:allocator_may_return_null=1"}
    if planted:
        environment["SROK_FUZZ_PLANTED"] = "1"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(CORPUS / reader, folder / "corpus")
        done = subprocess.run([program, "corpus", f"-max_total_time={seconds}", f"-seed={seed}", "-timeout=10", "-rss_limit_mb=2048",
                               "-max_len=65536", "-print_final_stats=1", f"-artifact_prefix={folder}/found-"],
                              cwd=folder, env=environment, capture_output=True, text=True, errors="replace", check=False)
        runs = re.search(r"number_of_executed_units: *(\d+)", done.stderr)
        said = done.stderr
        for found in folder.glob("found-*"):
            if not planted:
                kept = pathlib.Path("build/fuzz-found")
                kept.mkdir(parents=True, exist_ok=True)
                shutil.copy(found, kept / f"{reader}-{found.name}")
                said += f"\n{found.name}: {found.read_bytes()[:2000].hex()}\n"
        return done.returncode == 0, int(runs.group(1)) if runs else 0, said


def main():
    words = sys.argv[1:]
    program = str(pathlib.Path(words.pop(0)).resolve())
    planted = "--planted" in words
    seconds = 1200 if os.environ.get("SROK_SOAK") and not planted else 4
    if "--seconds" in words:
        seconds = int(words.pop(words.index("--seconds") + 1))
    chosen = [word for word in words if not word.startswith("--")] or READERS
    with concurrent.futures.ThreadPoolExecutor(2) as two:
        ends = list(two.map(lambda reader: fuzz(program, reader, 20 if planted else seconds, planted), chosen))
    failed, total = 0, 0
    for reader, (well, runs, said) in zip(chosen, ends):
        total += runs
        good = ("heap-buffer-overflow" in said and not well) if planted else well
        if not good:
            failed += 1
            print(f"{reader}: {'the planted read was not found' if planted else 'failed'}\n{said[-6000:]}")
        else:
            print(f"{reader}: {'found' if planted else f'{runs} executions'}")
    print(f"{len(chosen)} readers, {total} executions, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
