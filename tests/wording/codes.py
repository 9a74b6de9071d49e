#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every error code that the sources name stands in codes.txt, for which wording.sentence asks words.

    codes.py SOURCE_FOLDER      exits 1 and names the codes that are missing
    codes.py --self-test        proves that a planted code is found
"""
import pathlib
import re
import sys
import tempfile

# How codes stand in the sources: Error{"file.damaged"}, refuse("cell.formula"), return about("class.open") …
PLACES = re.compile(r'(?:Error\{|refuse\(|review\(|has_needs\(|return about\(|failure\(|named\()\s*"([a-z][a-z0-9-]*\.[a-z0-9.-]+)"')


def codes_in(folder):
    found = {}
    for source in sorted(pathlib.Path(folder, 'src').rglob('*.cpp')) + sorted(pathlib.Path(folder, 'src').rglob('*.hpp')):
        for code in PLACES.findall(source.read_text(encoding='utf-8')):
            found.setdefault(code, source.relative_to(folder))
    return found


def missing(folder):
    listed = pathlib.Path(folder, 'tests/samples/codes.txt').read_text(encoding='utf-8').split('\n')
    known = {line.strip() for line in listed if not line.startswith('#')}
    return {code: where for code, where in codes_in(folder).items() if code not in known}


def self_test():
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / 'src/room').mkdir(parents=True)
        (root / 'tests/samples').mkdir(parents=True)
        (root / 'tests/samples/codes.txt').write_text('# known\nclass.open\n')
        (root / 'src/room/a.cpp').write_text('fail(core::Error{"class.open"}); refuse("cell.planted");')
        return set(missing(root)) == {'cell.planted'}


if __name__ == '__main__':
    if sys.argv[1] == '--self-test':
        sys.exit(0 if self_test() else 1)
    lacking = missing(sys.argv[1])
    for code, where in sorted(lacking.items()):
        print(f'{where}: {code} is not in tests/samples/codes.txt')
    sys.exit(1 if lacking else 0)
