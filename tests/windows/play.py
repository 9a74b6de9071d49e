#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays a journey on Windows' program: tests/journeys/run.sh tests/windows/play.py JOURNEY.py. SROK names srok.exe, SROK_HAND
srok-hand.exe, SROKCTL the shell tool of this system."""

import os
import runpy
import sys
from pathlib import Path

here = Path(__file__).resolve().parent
sys.path[:0] = [str(here), str(here.parent / "journeys")]
os.environ.setdefault("SROK_JOURNEY_PATIENCE", "60")

import hand  # noqa: E402
import journey  # noqa: E402

journey.Journey = hand.WindowsJourney
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
