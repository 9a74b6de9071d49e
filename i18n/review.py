#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every Khmer text that a native reader has yet to see, with its English, where it stands and what it is about.

    i18n/review.py                  as text
    i18n/review.py --csv OUT.csv    for a spreadsheet
    i18n/review.py --xlsx OUT.xlsx  the same with a column to write the better words in (needs python3-openpyxl)
    i18n/review.py --self-test      proves that a marked text is found and one without a mark is not

Marked are: in km.po the entries with a comment that begins with "review", and of the help and the quick guide the files that
begin with "#! review". Who has read a text takes its mark away.
"""
import ast
import csv
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
HEAD = ('Where', 'About', 'English', 'Khmer', 'Doubt')
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def said(block, word):
    """The text behind msgid or msgstr; of a plural its forms, one below the other."""
    found = re.findall(rf'^{word}(?:\[\d+\])? ((?:"(?:[^"\\]|\\.)*"\n?)+)', block, re.M)
    return '\n'.join(''.join(ast.literal_eval(one) for one in STRING.findall(form)) for form in found)


def marked_entries(po):
    for block in po.split('\n\n'):
        mark = re.search(r'^# review:?[ ]*(.*)$', block, re.M)
        if not mark or not said(block, 'msgid'):
            continue
        where = ' '.join(re.findall(r'^#: (.*)$', block, re.M))
        about = ' '.join(line.strip() for line in re.findall(r'^#\. ?(.*)$', block, re.M))
        english = said(block, 'msgid')
        plural = said(block, 'msgid_plural')
        doubt = ' '.join([mark[1], *re.findall(r'^# (?!review)(.*)$', block, re.M)]).strip()
        yield where, about.removeprefix('TRANSLATORS: '), '\n'.join(filter(None, (english, plural))), said(block, 'msgstr'), doubt


def marked_lines(where, english, khmer):
    lines = khmer.splitlines()
    if not lines or lines[0] != '#! review':
        return
    both = zip((line for line in english.splitlines() if line), (line for line in lines[1:] if line))
    for one, other in both:
        if one != other:
            yield where, '', one, other, ''


def everything():
    yield from marked_entries((ROOT / 'i18n/km.po').read_text(encoding='utf-8'))
    texts = ROOT / 'resources'
    for khmer in [*sorted(texts.glob('help/km/*.txt')), texts / 'guide/km.txt']:
        english = pathlib.Path(str(khmer).replace('/km', '/en'))
        yield from marked_lines(khmer.relative_to(ROOT).as_posix(), english.read_text(encoding='utf-8'),
                                khmer.read_text(encoding='utf-8'))


def write_xlsx(rows, out):
    import openpyxl
    from openpyxl.styles import Alignment, Font
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = 'review'
    sheet.append([*HEAD, 'Better'])
    for row in rows:
        sheet.append([*row, ''])
    for cells in sheet.iter_rows():
        for cell in cells:
            # A text that begins with "=" is a heading of the guide, not a formula.
            cell.data_type = 's' if cell.value else cell.data_type
            cell.alignment = Alignment(wrap_text=True, vertical='top')
            cell.font = Font(name='Khmer OS Battambang', size=10, bold=cell.row == 1)
    for column, width in zip('ABCDEF', (28, 30, 48, 48, 20, 48)):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = 'A2'
    book.save(out)


def self_test():
    po = '# review: is it so?\n#. TRANSLATORS: a button\n#: src/a.cpp\nmsgid "Log "\n"in"\nmsgstr "ចូល"\n\nmsgid "Back"\nmsgstr "ថយ"\n'
    found = list(marked_entries(po))
    if found != [('src/a.cpp', 'a button', 'Log in', 'ចូល', 'is it so?')]:
        return False
    read = list(marked_lines('x', '# One\n\n{a.b}\nTwo\n', '#! review\n# មួយ\n{a.b}\n\nពីរ\n'))
    return [row[2:4] for row in read] == [('# One', '# មួយ'), ('Two', 'ពីរ')] and not list(marked_lines('x', 'One', 'មួយ'))


def main(arguments):
    if arguments == ['--self-test']:
        return 0 if self_test() else 1
    rows = list(everything())
    if not arguments:
        for where, about, english, khmer, doubt in rows:
            print(where, *(f'({part})' for part in (about, doubt) if part))
            print('    ' + english.replace('\n', '\n    '))
            print('    ' + khmer.replace('\n', '\n    ') + '\n')
    elif len(arguments) == 2 and arguments[0] == '--csv':
        # With a mark of its encoding, so that Excel reads the Khmer.
        with open(arguments[1], 'w', encoding='utf-8-sig', newline='') as out:
            csv.writer(out).writerows([HEAD, *rows])
    elif len(arguments) == 2 and arguments[0] == '--xlsx':
        write_xlsx(rows, arguments[1])
    else:
        print(__doc__)
        return 2
    print(f'{len(rows)} texts wait for a reader', file=sys.stderr)
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
