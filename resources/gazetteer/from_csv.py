#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes areas.txt from four CSV files (code,type,name_km,name_latin; one per level).

    from_csv.py VERSION provinces.csv districts.csv communes.csv villages.csv > areas.txt
"""
import csv
import sys

HEAD = """\
# The administrative units of Cambodia: province, district, commune, village.
# One line a unit: as many spaces as its level, the last two digits of its code, its type (none for a village),
# then, each after a tab, its name in Khmer and in Latin letters. Codes have gaps and are never used again.
#
# Codes and names after dwilkie/pumi, which has them from the National Committee for Democratic Development.
# pumi is Copyright (c) 2019 David Wilkie, MIT License, see NOTICE: https://github.com/dwilkie/pumi
"""
TYPES = {"capital": "reach_theani"}


def main(version, files):
    units = []
    for name in files:
        with open(name, encoding="utf-8-sig", newline="") as file:
            units += [(r["code"], r["type"], r["name_km"], r["name_latin"]) for r in csv.DictReader(file)]
    print(HEAD + f"version\t{version}")
    known = {""}
    for code, kind, km, latin in sorted(units):
        assert code[:-2] in known and code not in known and km and not any("\t" in t for t in (km, latin)), code
        known.add(code)
        kind = "" if kind == "phum" else " " + TYPES.get(kind, kind)
        print(f"{' ' * (len(code) // 2 - 1)}{code[-2:]}{kind}\t{km}\t{latin}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
